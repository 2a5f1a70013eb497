import { APIError, type CollectionBeforeOperationHook } from 'payload'

import { isDomainError } from '../kernel/errors'
import { isCustomer, resolvePanelLocale } from '../kernel/payload'
import { assertPassword } from './rules'

/**
 * A customer sets a password only by the link in a mail: else a session left open, or stolen, would be
 * enough to take the account over.
 */
export const refusePasswordChange: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if (operation === 'update' && data && 'password' in data && isCustomer({ req })) {
    throw new APIError(
      req.i18n.language === 'en'
        ? 'Ask for a link to set a new password.'
        : 'Minta tautan untuk mengatur kata sandi baru.',
      403,
      null,
      true,
    )
  }
  return args
}

/** Payload takes three letters for a password; whoever sets one here, by whatever door, needs more. */
export const refuseShortPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if (operation === 'login' || typeof data?.password !== 'string') {
    return args
  }
  try {
    assertPassword(data.password)
  } catch (error) {
    throw isDomainError(error)
      ? new APIError(
          error.messageFor(resolvePanelLocale(req.i18n.language)),
          error.status,
          { code: error.code },
          true,
        )
      : error
  }
  return args
}
