import { type DomainError, isDomainError } from '@/plugin/kernel/errors'

import type { StoreLocale } from '../i18n/locales'
import type { AccountField, AccountState } from './state'

const fieldOfCode: Partial<Record<DomainError['code'], AccountField>> = {
  'customer.invalidEmail': 'email',
  'customer.invalidName': 'name',
  'customer.invalidPhone': 'phone',
  'customer.shortPassword': 'password',
}

/** Turns a refusal into a message beside its field, or above the form; anything else is our fault. */
export const explainRefusal = (args: {
  error: unknown
  failed: string
  locale: StoreLocale
}): Omit<AccountState, 'values'> => {
  const { error, failed, locale } = args
  if (!isDomainError(error)) {
    return { errors: {}, general: failed }
  }
  const field = fieldOfCode[error.code]
  const message = error.messageFor(locale)
  return field ? { errors: { [field]: message } } : { errors: {}, general: message }
}
