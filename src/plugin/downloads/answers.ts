import { z } from 'zod'

import type { PublicDownloads } from './queries/publicDownloads'

const instant = z.iso.datetime({ offset: true })

const fileAnswer = z
  .strictObject({
    changelog: z.string().exactOptional().describe('What is new in this version.'),
    id: z.string().describe('Send it to get a link.'),
    name: z.string(),
    sha256: z.string().exactOptional().describe('Hexadecimal; absent until the file is ready.'),
    size: z.int().min(1).exactOptional().describe('Bytes; absent until the file is ready.'),
    state: z.enum(['preparing', 'ready']),
    timesLeft: z.int().min(0).describe('How often it can still be fetched.'),
    version: z.string(),
  })
  .meta({ id: 'DownloadFile' })

/** What a paid item lets its buyer fetch. */
export const downloadsAnswer: z.ZodType<PublicDownloads> = z
  .strictObject({
    files: z.array(fileAnswer).describe('The newest version first; empty once revoked.'),
    passwordBy: z
      .enum(['account', 'whatsapp'])
      .describe(
        'Where the password is to be had: by the account’s password, or by WhatsApp alone.',
      ),
    state: z.enum(['active', 'expired', 'revoked']),
    validUntil: instant,
  })
  .meta({ id: 'Downloads' })

/** A link that begins one download. */
export const linkAnswer = z
  .strictObject({
    expiresAt: instant.describe('Last instant at which it can be begun with.'),
    url: z.url().describe('Open it with GET; ranges work.'),
  })
  .meta({ id: 'DownloadLink' })

/** Passwords that were looked at. */
export const passwordsAnswer = z
  .strictObject({
    passwords: z.array(z.strictObject({ password: z.string(), title: z.string() })),
  })
  .meta({ id: 'DownloadPasswords' })
