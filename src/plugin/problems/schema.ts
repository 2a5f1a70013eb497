import { z } from 'zod'

import { postBody } from '../conversations'
import { findPhone, typedEmail, typedName } from '../customers'
import { isOneLine } from '../kernel/text'
import { CONTACT_WAYS, type ContactWay, PROBLEM_KINDS, type ProblemKind } from './rules'

/** What a shop decides about reports. */
export type ProblemOptions = {
  /**
   * Hours of work after a broken promise, of which whoever looks after the report is told first, until
   * all admins and owners are told. Default 4.
   */
  escalateHours?: number
  /** Days after a report was solved on which its customer may open it again. Default 14. */
  reopenDays?: number
  /** Hours of work within which a report is answered. Default 8. */
  replyHours?: number
}

/** Checks the options of reports and fills in what they leave out. */
export const problemOptions = z
  .strictObject({
    escalateHours: z.int().min(1).max(400).default(4),
    reopenDays: z.int().min(1).max(365).default(14),
    replyHours: z.int().min(1).max(400).default(8),
  })
  .prefault({})

/** Options of reports with every default filled in. */
export type ResolvedProblems = z.output<typeof problemOptions>

const email = typedEmail(254)

const NO_PHONE = ''

/** In international form; empty when none was given. */
const phone = z
  .string('customer.invalidPhone')
  .max(40, 'customer.invalidPhone')
  .transform((typed) => typed.trim())
  .refine((typed) => typed === NO_PHONE || findPhone(typed) !== null, 'customer.invalidPhone')
  .transform((typed) => findPhone(typed) ?? NO_PHONE)
  .default(NO_PHONE)

const order = z
  .string('problem.badOrder')
  .trim()
  .max(60, 'problem.badOrder')
  .refine(isOneLine, 'problem.badOrder')
  .default('')

const kinds = Object.keys(PROBLEM_KINDS) as [ProblemKind, ...ProblemKind[]]
const ways = Object.keys(CONTACT_WAYS) as [ContactWay, ...ContactWay[]]

/** What somebody sends to report a problem, pictures apart. */
export const reportSchema = z
  .strictObject({
    contact: z
      .enum(ways, 'problem.badContact')
      .default('email')
      .describe('How you want to hear from us; by WhatsApp a phone number is needed.'),
    email,
    /** Left empty by people; a script fills in whatever it finds. */
    homepage: z
      .string('problem.looksAutomatic')
      .max(0, 'problem.looksAutomatic')
      .default('')
      .describe('Leave it empty.'),
    name: typedName,
    order: order.describe('Number of the order that it is about, if you know it.'),
    orderToken: z
      .string('problem.badOrder')
      .max(64, 'problem.badOrder')
      .refine(isOneLine, 'problem.badOrder')
      .default('')
      .describe('Token of the order, when it is reported from the order’s own page.'),
    phone,
    text: postBody,
    what: z.enum(kinds, 'problem.badKind').describe('What it is about.'),
  })
  .refine((report) => report.contact !== 'whatsapp' || report.phone !== NO_PHONE, {
    message: 'problem.phoneNeeded',
    path: ['phone'],
  })

/** A report as it was read. */
export type Report = z.output<typeof reportSchema>
