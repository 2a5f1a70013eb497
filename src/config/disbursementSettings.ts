import { z } from 'zod'

import { address, webAddress } from './fields'

/** Settings of Duitku Disbursement, which sends refunds to bank accounts. Off without them. */
export const disbursementSettings = {
  DUITKU_DISBURSEMENT_USER_ID: z
    .string()
    .regex(/^\d{1,12}$/, 'must be digits; Duitku gives it out when disbursement is activated')
    .optional()
    .describe(
      'User of Duitku Disbursement, which sends refunds to bank accounts. Empty: owners send by hand.',
    ),
  DUITKU_DISBURSEMENT_EMAIL: address
    .optional()
    .describe('Address that this user is registered with at Duitku. All three or none.'),
  DUITKU_DISBURSEMENT_SECRET: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Secret key of this user; it is not the API key of the project. All three or none.'),
  DUITKU_DISBURSEMENT_URL: webAddress
    .default('https://passport.duitku.com')
    .describe('Duitku Disbursement; for trials https://sandbox.duitku.com.'),
}
