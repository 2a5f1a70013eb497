import { type StoreLocale, toStoreLocale } from '../i18n/locales'
import { type AccountField, accountFields, type AccountState } from './state'

/** Message keys of `account` for a field left empty. */
export type AccountFault = 'missingEmail' | 'missingName' | 'missingPassword' | 'missingPhone'

/** An account form as it was sent. */
export type AccountForm = {
  locale: StoreLocale
  /** Where to go afterwards; always a page of this shop. */
  next: string
  password: string
  token: string
  values: AccountState['values']
}

const faultOf: Partial<Record<AccountField, AccountFault>> = {
  email: 'missingEmail',
  name: 'missingName',
  password: 'missingPassword',
  phone: 'missingPhone',
}

const isText = (value: unknown): value is string => typeof value === 'string'

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return isText(value) ? value : ''
}

/** The page of a list that an address asks for, counted from 1; anything odd is the first. */
export const readPageNumber = (typed: unknown): number =>
  isText(typed) && /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1

const NEXT =
  /^\/(?:checkout(?:\?produk=[a-z0-9-]{1,80}(?:&plan=[a-z0-9-]{1,31})?(?:&jumlah=\d{1,2})?)?|akun\/notifikasi)$/

/**
 * Where a login may lead: the account, its notices, the choice of an order in arrears, its agreement, or
 * back to the checkout it interrupted. Anything else, and so every address of another site, is the account.
 */
export const safeNext = (wanted: unknown): string =>
  isText(wanted) && [NEXT, CHOICE, OWNER].some((known) => known.test(wanted)) ? wanted : '/akun'

/** Where a customer in arrears chooses, and where he signs his agreement; mails lead there. */
const CHOICE = /^\/pesanan\/[\w-]{20,64}\/(?:spk|tunggakan)$/

/** Where the owner of a suspended site is led on to his order. */
const OWNER = /^\/masuk-bayar\?host=[a-z0-9_.-]{1,253}$/

/** Reads a form of the account pages. Passwords stay as they were typed, and are never shown again. */
export const readAccountForm = (form: FormData): AccountForm => {
  const shown = accountFields.filter((field) => field !== 'password' && isText(form.get(field)))
  return {
    locale: toStoreLocale(form.get('locale')),
    next: safeNext(form.get('next')),
    password: textOf(form, 'password'),
    token: textOf(form, 'token'),
    values: Object.fromEntries(shown.map((field) => [field, textOf(form, field).trim()])),
  }
}

/** The fields left empty among those asked for; the plugin's own rules judge the rest. */
export const findMissing = (
  form: AccountForm,
  asked: readonly AccountField[],
): Partial<Record<AccountField, AccountFault>> => {
  const typed = { ...form.values, password: form.password }
  const missing = asked.filter((field) => !typed[field])
  return Object.fromEntries(missing.map((field) => [field, faultOf[field] ?? 'missingName']))
}
