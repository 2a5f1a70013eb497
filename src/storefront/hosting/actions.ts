'use server'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'

import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { reportFault } from '../shop'
import { loginTo, servicePath } from './paths'
import { changeEnding, createService, openPanelOf, openSecretsOf, renewOwn } from './services'
import type { CreateState, SecretsState, ServiceField } from './state'

const FIELDS: readonly ServiceField[] = [
  'access',
  'domain',
  'notes',
  'power',
  'rackUnits',
  'region',
  'system',
]

type Where = { id: string; locale: StoreLocale }

const textOf = (form: FormData, name: string): string | undefined => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 4_000) : undefined
}

const readWhere = (form: FormData): Where => ({
  id: textOf(form, 'id') ?? '',
  locale: toStoreLocale(form.get('locale')),
})

/** Guests are led to the login and back, strangers to nothing; all else is for the page to say. */
const leadAway = ({ id, locale }: Where, error: unknown): void => {
  if (isDomainError(error, 'auth.required')) {
    redirect(localPath({ locale, path: loginTo(servicePath(id)) }))
  }
  if (isDomainError(error, 'hosting.accountNotFound')) {
    notFound()
  }
}

const inputOf = (values: CreateState['values']): Record<string, unknown> => {
  const { domain, region, ...request } = values
  return {
    ...(domain !== undefined && { domain }),
    ...(region !== undefined && { region }),
    request,
  }
}

/** Endpoints name a field by its whole path: `request.system` is the form's `system`. */
const fieldOf = (named: unknown): ServiceField | undefined => {
  const last = String(named ?? '')
    .split('.')
    .at(-1)
  return FIELDS.find((field) => field === last)
}

const explain = async (
  error: unknown,
  locale: StoreLocale,
): Promise<Omit<CreateState, 'values'>> => {
  if (!isDomainError(error)) {
    const t = await getTranslations({ locale, namespace: 'hosting' })
    return { errors: {}, general: t('failed') }
  }
  const field = fieldOf(error.details.field)
  const message = error.messageFor(locale)
  return field ? { errors: { [field]: message } } : { errors: {}, general: message }
}

/** "Buat hosting". A plain form: a refusal draws the page again with what was typed. */
export const sendCreate = async (_: CreateState, form: FormData): Promise<CreateState> => {
  const where = readWhere(form)
  const { id, locale } = where
  const values: CreateState['values'] = Object.fromEntries(
    FIELDS.flatMap((name) => {
      const text = textOf(form, name)
      return text === undefined ? [] : [[name, text]]
    }),
  )
  try {
    await createService(id, inputOf(values))
  } catch (error) {
    leadAway(where, error)
    await reportFault(error)
    return { ...(await explain(error, locale)), values }
  }
  redirect(localPath({ locale, path: `${servicePath(id)}?kabar=dibuat` }))
}

/** "Tampilkan kredensial": shown once, on the page that this draws. */
export const sendShow = async (_: SecretsState, form: FormData): Promise<SecretsState> => {
  const where = readWhere(form)
  try {
    return { secrets: Object.entries(await openSecretsOf(where.id)) }
  } catch (error) {
    leadAway(where, error)
    await reportFault(error)
    const { general } = await explain(error, where.locale)
    return general === undefined ? {} : { general }
  }
}

/** "Buka panel": leads to the panel, or back with a word. */
export const openPanel = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  let url: string
  try {
    url = await openPanelOf(where.id)
  } catch (error) {
    leadAway(where, error)
    await reportFault(error)
    url = localPath({ locale: where.locale, path: `${servicePath(where.id)}?kabar=panel` })
  }
  redirect(url)
}

const noticeOf = (error: unknown): string =>
  isDomainError(error, 'order.termsNotAccepted') ? 'setujui' : 'gagal'

/** "Perpanjang": leads to the order with which the service goes on. A plain form. */
export const sendRenew = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  const { id, locale } = where
  let path: string
  try {
    const acceptedTerms = form.get('agreed') === '1'
    path = `/pesanan/${await renewOwn({ acceptedTerms, id, locale })}`
  } catch (error) {
    leadAway(where, error)
    await reportFault(error)
    path = `${servicePath(id)}?kabar=${noticeOf(error)}`
  }
  redirect(localPath({ locale, path }))
}

/** "Minta berhenti", and the way back from it. A plain form. */
export const sendEnding = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  const { id, locale } = where
  const when = textOf(form, 'when')
  let notice = when === 'keep' ? 'lanjut' : 'berhenti'
  try {
    const wish = when === 'keep' ? null : { reason: textOf(form, 'reason') ?? '', when }
    await changeEnding(id, wish)
  } catch (error) {
    leadAway(where, error)
    await reportFault(error)
    notice = 'gagal'
  }
  redirect(localPath({ locale, path: `${servicePath(id)}?kabar=${notice}` }))
}
