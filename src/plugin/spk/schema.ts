import { z } from 'zod'

/** What a shop decides about agreements; their wording stands in the templates of the panel. */
export type SpkOptions = {
  /** Days for which the link to check or sign is good. Default 7. */
  linkDays?: number
  /** Files that a customer may send before an admin has to decide. Default 5. */
  mostAttempts?: number
  /** Days after the confirmation by which the first payment is due when its day has passed. Default 3. */
  payWithinDays?: number
  /** Earlier keys of the NIK, still good for reading; the newest first. */
  previousSecrets?: readonly string[]
  /** Days of waiting after which the customer is reminded, again each time. Default 3; 0: never. */
  remindDays?: number
  /**
   * What the agreement of a renewal is: an `addendum` that names the one it goes on with (default), or an
   * `agreement` of its own. Without an earlier one that was agreed on, it is always the latter.
   */
  renewals?: 'addendum' | 'agreement'
  /** Months after the end for which personal data are kept. Default 120: ten years. */
  retentionMonths?: number
  /** PEM certificates at which the chain of a real e-Meterai ends; without one it is of an unknown office. */
  roots?: readonly string[]
  /** The shop's own certificate for sealing, as base64 of a P12, with its password. */
  seal?: { p12: string; passphrase: string }
  /** Days that a customer has to sign. Default 14. */
  signDays?: number
  /** Whether specimens of e-Meterai pass: demonstrations and tests only. Default false. */
  takesSpecimens?: boolean
}

/** Checks the options of agreements and fills in what they leave out. */
export const spkOptions = z
  .strictObject({
    linkDays: z.int().min(1).max(60).default(7),
    mostAttempts: z.int().min(1).max(50).default(5),
    payWithinDays: z.int().min(0).max(60).default(3),
    previousSecrets: z.array(z.string().min(32)).readonly().default([]),
    remindDays: z.int().min(0).max(60).default(3),
    renewals: z.enum(['addendum', 'agreement']).default('addendum'),
    retentionMonths: z.int().min(1).max(600).default(120),
    roots: z
      .array(z.string().includes('BEGIN CERTIFICATE', { error: 'must be a PEM certificate' }))
      .readonly()
      .default([]),
    seal: z
      .strictObject({ p12: z.base64('must be base64').min(1), passphrase: z.string() })
      .optional(),
    signDays: z.int().min(1).max(365).default(14),
    takesSpecimens: z.boolean().default(false),
  })
  .prefault({})

/** Options of agreements with every default filled in. */
export type ResolvedSpk = z.output<typeof spkOptions>
