import { parsePhoneNumberFromString } from 'libphonenumber-js'

import { DomainError } from '../kernel/errors'

/** Longest text anybody may type as a phone number. */
const MAX_TYPED_LENGTH = 40

/** The international form of a typed phone number, or null. `0812…` is read as Indonesian. */
export const findPhone = (typed: string): null | string => {
  if (typed.length > MAX_TYPED_LENGTH) {
    return null
  }
  const phone = parsePhoneNumberFromString(typed, 'ID')
  return phone?.isValid() && !phone.ext ? phone.number : null
}

/**
 * The international form of a typed phone number: `0812-3456-7890` gives `+6281234567890`.
 *
 * @throws DomainError('customer.invalidPhone')
 */
export const normalisePhone = (typed: string, field = 'phone'): string => {
  const phone = findPhone(typed)
  if (phone === null) {
    throw new DomainError('customer.invalidPhone', { field })
  }
  return phone
}

/** The digits that `wa.me` wants: `+6281234567890` gives `6281234567890`. */
export const whatsappDigits = (phone: string): string => phone.replace(/\D/g, '')

/** Shortest password of a customer. */
export const MIN_PASSWORD_LENGTH = 8

/**
 * Refuses a password that is too short.
 *
 * @throws DomainError('customer.shortPassword')
 */
export const assertPassword = (password: string): void => {
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new DomainError('customer.shortPassword', { field: 'password', min: MIN_PASSWORD_LENGTH })
  }
}
