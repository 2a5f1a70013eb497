import { APIError, type CollectionBeforeOperationHook } from 'payload'

import { isCustomer } from '../kernel/payload'

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
