import { z } from 'zod'

import { isStorable } from '../../kernel/text'

const version = z.int().min(0).optional()

/** Most remarks that one answer holds: a contract has fewer parts. */
const MOST_REMARKS = 40

const remark = z.strictObject({
  /** Part of the content; empty for a remark about the whole. */
  field: z.string().max(100),
  text: z
    .string('spk.remarkRequired')
    .trim()
    .min(3, 'spk.remarkRequired')
    .max(1_000, 'spk.remarkRequired')
    .refine(isStorable, 'input.invalid'),
})

/** What a customer wants corrected; `version` is that of the page which he has read. */
export const remarksSchema = z.strictObject({
  remarks: z.array(remark).min(1, 'spk.remarkRequired').max(MOST_REMARKS, 'input.invalid'),
  version,
})

/** That the content is right, by the hash that the page showed. */
export const confirmSchema = z.strictObject({ hash: z.string().length(64), version })

/** That he does not want the agreement any more. */
export const declineSchema = z.strictObject({
  reason: z
    .string('event.reasonRequired')
    .trim()
    .min(5, 'event.reasonRequired')
    .max(1_000)
    .refine(isStorable, 'input.invalid'),
  version,
})

/** The code of a link; blanks are nothing. */
export const codeSchema = z.strictObject({ code: z.string().trim().min(1).max(20) })

/** What is sent back: the signed document, or photos of the paper. */
export const RETURN_KINDS = ['scan', 'photo'] as const

/** One of them. */
export type ReturnKind = (typeof RETURN_KINDS)[number]

/** What an upload in parts is about to bring; sizes in bytes. */
export const uploadSchema = z.strictObject({
  files: z
    .array(z.strictObject({ size: z.int().min(0) }))
    .min(1)
    .max(50),
  kind: z.enum(RETURN_KINDS),
})
