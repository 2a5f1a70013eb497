import { z } from 'zod'

import { CAPACITIES, type Capacity } from './rules'

/** What a shop decides about scopes and the proof of domains. */
export type ScopeOptions = {
  /**
   * Hours of work from the signature after which staff are reminded of a scope that is not agreed on.
   * Default 24: three days of eight hours.
   */
  agreeHours?: number
  /** Days that a code can be shown before a new one is needed. Default 14. */
  proofDays?: number
  /**
   * Names record, file and value of a proof: `_lunas.contoh.id`, `/.well-known/lunas-verifikasi.txt`,
   * `lunas-verifikasi=…`. Default `lunas`.
   */
  proofName?: string
  /**
   * Hours of work from the payment after which its customer is reminded of a scope that he has not
   * written, rising; none switches it off. Default 16 and 40: two and five days of eight hours.
   */
  remindAfterHours?: readonly number[]
}

const isRising = (hours: readonly number[]): boolean =>
  hours.every((each, at) => at === 0 || each > (hours[at - 1] ?? 0))

/** Checks the options of scopes and fills in what they leave out. */
export const scopeOptions = z
  .strictObject({
    agreeHours: z.int().min(1).max(400).default(24),
    proofDays: z.int().min(1).max(90).default(14),
    proofName: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,19}$/, 'must be 2 to 20 small letters, digits and dashes')
      .default('lunas'),
    remindAfterHours: z
      .array(z.int().min(1).max(400))
      .max(5)
      .refine(isRising, 'must rise')
      .readonly()
      .default([16, 40]),
  })
  .prefault({})

/** Options of scopes with every default filled in. */
export type ResolvedScopes = z.output<typeof scopeOptions>

const LONGEST = 2_000

/** How many addresses beside the domain itself can be named. */
const MOST_HOSTS = 20

/** Everything but line breaks and tabs that cannot be seen. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\p{Cs}]/u

const text = z
  .string('scope.required')
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(LONGEST, 'scope.tooLong')
      .refine((typed) => !UNSEEN.test(typed) && typed.isWellFormed(), 'scope.badText'),
  )

const needed = text.refine((typed) => typed.length > 0, 'scope.required')

const line = text.pipe(
  z
    .string()
    .min(2, 'scope.required')
    .max(120, 'scope.tooLong')
    .refine((typed) => !/[\n\t]/.test(typed), 'scope.badText'),
)

const capacities = Object.keys(CAPACITIES) as [Capacity, ...Capacity[]]

/** What a customer sends as the scope of his analysis, names of sites not read yet. */
export const scopeInput = z.strictObject({
  allowedTimes: needed.describe('When the analysis may take place.'),
  authorised: z
    .literal(true, 'scope.notAuthorised')
    .describe('That the wording was read and is agreed to.'),
  domain: z
    .string('scope.required')
    .trim()
    .min(1, 'scope.required')
    .max(500, 'scope.badDomain')
    .describe('Main domain, such as contoh.co.id.'),
  emergencyContact: needed.describe('Whom to call when something goes wrong.'),
  hosts: z
    .array(z.string('scope.badDomain').max(500, 'scope.badDomain'), 'input.invalid')
    .max(MOST_HOSTS, 'scope.tooManyHosts')
    .default([])
    .describe('Further addresses: the domain itself or names below it.'),
  outOfScope: text.default('').describe('What is not to be touched.'),
  signerCapacity: z.enum(capacities, 'scope.required').describe('In which quality he signs.'),
  signerName: line.describe('Full name of whoever signs.'),
  signerPosition: line.describe('His position.'),
  technology: text.default('').describe('What the site is made of.'),
  testAccount: text.default('').describe('How to get an account for tests. No passwords.'),
  wording: z.int('scope.textChanged').describe('Number of the wording that was read.'),
})

/** A scope as it was read. */
export type ScopeInput = z.output<typeof scopeInput>

/** What staff send to agree on a scope: calendar days in WIB, and a few words to the customer. */
export const agreeBody = z.strictObject({
  note: text.default(''),
  readyOn: z.string('scope.required'),
  revision: z.int(),
  startsOn: z.string('scope.required'),
})
