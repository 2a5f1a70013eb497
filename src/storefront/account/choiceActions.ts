'use server'

import { redirect } from 'next/navigation'

import { localPath, toStoreLocale } from '../i18n/locales'
import { saveLinkedChoice, saveOwnChoice } from './choices'

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const goTo = (form: FormData, path: string): never =>
  redirect(localPath({ locale: toStoreLocale(form.get('locale')), path }))

/** "Simpan pilihan" in the account. */
export const keepOwnChoice = async (form: FormData): Promise<void> => {
  const wantsOptional = form.get('wantsOptional') !== null
  const isKept = await saveOwnChoice({ channel: form.get('channel'), wantsOptional })
  goTo(form, isKept ? '/akun?kabar=pilihan' : '/akun')
}

/** "Berhenti" and "Terima lagi" on the page that a mail leads to. */
export const keepLinkedChoice = async (form: FormData): Promise<void> => {
  const token = textOf(form, 'token')
  const wantsOptional = textOf(form, 'wantsOptional') === '1'
  await saveLinkedChoice({ token, wantsOptional })
  goTo(form, `/akun/berhenti?tanda=${encodeURIComponent(token)}`)
}
