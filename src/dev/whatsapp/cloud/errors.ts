import { randomBytes } from 'node:crypto'

import type { ApiAnswer } from '../types'

/** An error as the Graph API writes it. */
export const cloudError = (args: {
  code: number
  details: string
  status?: number
  subcode?: number
}): ApiAnswer => {
  const { code, details, status = 400, subcode } = args
  return {
    json: {
      error: {
        message: `(#${code}) ${details}`,
        type: 'OAuthException',
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        error_data: { messaging_product: 'whatsapp', details },
        fbtrace_id: randomBytes(8).toString('base64url'),
      },
    },
    status,
  }
}
