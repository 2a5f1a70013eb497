'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { localPath, toStoreLocale } from '../i18n/locales'
import { reportFault } from '../shop'
import { type AccountForm, findMissing, readAccountForm } from './parse'
import { explainRefusal } from './refusal'
import type { AccountField, AccountState } from './state'
import { askForLink, enter, enterByLink, leave, register, saveOwnProfile } from './visitor'

type Attempt = {
  asked: readonly AccountField[]
  form: AccountForm
  work: () => Promise<void>
}

/** What is wrong, with everything typed but the password; nothing when it was done. */
const attempt = async ({ asked, form, work }: Attempt): Promise<AccountState | undefined> => {
  const { locale, values } = form
  const t = await getTranslations({ locale, namespace: 'account' })
  const missing = Object.entries(findMissing(form, asked))
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map(([field, fault]) => [field, t(fault)]))
    return { errors, values }
  }
  try {
    await work()
    return undefined
  } catch (error) {
    await reportFault(error)
    return { ...explainRefusal({ error, failed: t('failed'), locale }), values }
  }
}

const goTo = ({ locale }: Pick<AccountForm, 'locale'>, path: string): never =>
  redirect(localPath({ locale, path }))

/** "Masuk". Without JavaScript a plain form post, as every action here. */
export const logIn = async (_: AccountState, data: FormData): Promise<AccountState> => {
  const form = readAccountForm(data)
  const { next, password, values } = form
  const work = () => enter({ email: values.email ?? '', password })
  return (await attempt({ asked: ['email', 'password'], form, work })) ?? goTo(form, next)
}

/** "Buka akun": answers everybody alike. */
export const openAccount = async (_: AccountState, data: FormData): Promise<AccountState> => {
  const form = readAccountForm(data)
  const { email, name, phone } = form.values
  const work = () => register({ input: { email, name, phone }, locale: form.locale })
  const refused = await attempt({ asked: ['name', 'email', 'phone'], form, work })
  return refused ?? goTo(form, '/akun/daftar?kabar=surel')
}

/** "Lupa kata sandi": answers everybody alike. */
export const askForPassword = async (_: AccountState, data: FormData): Promise<AccountState> => {
  const form = readAccountForm(data)
  const work = () => askForLink({ email: form.values.email })
  return (await attempt({ asked: ['email'], form, work })) ?? goTo(form, '/akun/lupa?kabar=surel')
}

/** Sets the password by the link of a mail; whoever did is logged in. */
export const setPassword = async (_: AccountState, data: FormData): Promise<AccountState> => {
  const form = readAccountForm(data)
  const work = () => enterByLink({ password: form.password, token: form.token })
  return (await attempt({ asked: ['password'], form, work })) ?? goTo(form, '/akun?kabar=sandi')
}

/** Changes the own profile. */
export const saveProfile = async (_: AccountState, data: FormData): Promise<AccountState> => {
  const form = readAccountForm(data)
  const { language, name, phone } = form.values
  const work = () => saveOwnProfile({ locale: toStoreLocale(language), name, phone })
  return (
    (await attempt({ asked: ['name', 'phone'], form, work })) ?? goTo(form, '/akun?kabar=profil')
  )
}

/** "Keluar": ends the session. */
export const logOut = async (data: FormData): Promise<void> => {
  try {
    await leave()
  } catch (error) {
    await reportFault(error)
  }
  goTo({ locale: toStoreLocale(data.get('locale')) }, '/akun?kabar=keluar')
}
