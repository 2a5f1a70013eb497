import { DomainError, isDomainError, isErrorCode } from '@/plugin/kernel/errors'

import type { StoreLocale } from '../i18n/locales'

/** What went wrong, as the address carries it, so that it works without JavaScript. */
export const refusalCodeOf = (error: unknown): string =>
  isDomainError(error) ? error.code : 'internal'

/** The sentence for a code of the address; anything that is no refusal of a time says nothing. */
export const explainRefusal = (code: unknown, locale: StoreLocale): string | undefined => {
  if (typeof code !== 'string' || !isErrorCode(code)) {
    return undefined
  }
  switch (code) {
    case 'booking.closed':
    case 'booking.missedTooOften':
    case 'booking.movesUsed':
    case 'booking.slotTaken':
    case 'booking.slotUnavailable':
    case 'booking.tooLate':
    case 'input.invalid':
    case 'internal':
      return new DomainError(code).messageFor(locale)
    default:
      return new DomainError('internal').messageFor(locale)
  }
}
