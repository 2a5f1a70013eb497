import { z } from 'zod'

import { rsaKey } from './fields'

/** With what mails are signed; part of the environment's schema. */
export const dkimSettings = {
  MAIL_DKIM_DOMAIN: z
    .string()
    .regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/, 'must be a domain such as example.id')
    .optional()
    .describe('Domain in whose name mails are signed (DKIM); the one of MAIL_FROM.'),
  MAIL_DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be letters, digits and hyphens, such as lunas')
    .optional()
    .describe('Name of the signing key in DNS: <selector>._domainkey.<domain>.'),
  MAIL_DKIM_KEY: rsaKey
    .optional()
    .describe('Private RSA key that signs mails: PEM, or base64 of it. All three or none.'),
}
