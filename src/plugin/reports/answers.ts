import { z } from 'zod'

import type { PublicReports } from './queries/publicReports'

const instant = z.iso.datetime({ offset: true })

const reportAnswer = z
  .strictObject({
    id: z.string().describe('Send it to get a link.'),
    name: z.string(),
    revision: z.int().min(1),
    sha256: z.string().exactOptional().describe('Hexadecimal; only while it can be fetched.'),
    size: z.int().min(1).exactOptional().describe('Bytes; only while it can be fetched.'),
    state: z.enum(['expired', 'preparing', 'ready', 'withdrawn']),
    validUntil: instant,
  })
  .meta({ id: 'Report' })

/** The reports of a paid analysis. */
export const reportsAnswer: z.ZodType<PublicReports> = z
  .strictObject({
    accesses: z
      .array(
        z.strictObject({
          at: instant,
          by: z
            .string()
            .exactOptional()
            .describe('Absent for whoever had the link of the order and was not logged in.'),
          revision: z.int().min(1),
          what: z.enum(['downloaded', 'password', 'resent']),
        }),
      )
      .describe('The newest first.'),
    passwordBy: z
      .enum(['account', 'whatsapp'])
      .describe(
        'Where the password is to be had: by the account’s password, or by WhatsApp alone.',
      ),
    reports: z.array(reportAnswer).describe('The newest revision first.'),
    retest: z.enum(['available', 'none', 'over', 'used', 'wanted']),
    retestUntil: instant
      .exactOptional()
      .describe('Last instant at which a retest can be asked for.'),
  })
  .meta({ id: 'Reports' })

/** A link to one report. */
export const reportLinkAnswer = z
  .strictObject({
    expiresAt: instant.describe('Last instant at which it can be opened.'),
    url: z.url().describe('Open it with GET.'),
  })
  .meta({ id: 'ReportLink' })

/** Passwords that were looked at. */
export const reportPasswordsAnswer = z
  .strictObject({
    passwords: z.array(
      z.strictObject({ password: z.string(), revision: z.int().min(1), title: z.string() }),
    ),
  })
  .meta({ id: 'ReportPasswords' })
