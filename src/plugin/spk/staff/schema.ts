import { z } from 'zod'

import { typedEmail, typedName, typedPhone } from '../../customers'
import { isOneLine, isStorable } from '../../kernel/text'
import { CHECKLIST, type ChecklistKey } from '../checklist'
import { SPK_STATE_NAMES } from '../states'
import { REASON_CODES } from './reasons'

const line = (max: number) =>
  z.string().trim().max(max).refine(isOneLine, 'input.invalid').refine(isStorable)

const text = (max: number) => z.string().trim().max(max).refine(isStorable, 'input.invalid')

/** What whoever acts has before him. */
export const seenSchema = z.strictObject({
  state: z.enum(SPK_STATE_NAMES),
  version: z.int().min(0),
})

/** From forms with files, where everything is text. */
export const sentSeenSchema = z.strictObject({
  state: z.enum(SPK_STATE_NAMES),
  version: z.coerce.number('input.invalid').pipe(z.int().min(0)),
})

const addressSchema = z.strictObject({
  city: line(80),
  postalCode: z
    .string()
    .trim()
    .regex(/^(?:\d{5})?$/, 'input.invalid'),
  province: line(80),
  street: line(200),
})

const companySchema = z.strictObject({
  name: line(120).min(1),
  nib: line(20),
  title: line(80).min(1),
})

/** Everything that staff fill in; what is left empty is asked for when the draft is sent. */
export const draftSchema = z.strictObject({
  address: addressSchema,
  company: companySchema.nullable().default(null),
  email: typedEmail(200),
  name: typedName,
  /** Empty keeps the one that is there. */
  nik: line(30).default(''),
  phone: typedPhone,
  place: line(60).default(''),
  seen: seenSchema,
  template: z.uuid('spk.noTemplate'),
})

/** What staff have filled in. */
export type DraftWish = z.output<typeof draftSchema>

/** A step that needs no words. */
export const plainSchema = z.strictObject({ seen: seenSchema })

export const rejectSchema = z
  .strictObject({
    note: text(1_000).default(''),
    reasons: z.array(z.enum(REASON_CODES)).min(1).max(REASON_CODES.length),
    seen: seenSchema,
  })
  // “Something else” says nothing without words.
  .refine(({ note, reasons }) => !reasons.includes('other') || note.length >= 5, {
    error: 'event.reasonRequired',
    path: ['note'],
  })

export const photoSchema = z.strictObject({ note: text(1_000).default(''), seen: seenSchema })

const CHECK_KEYS = Object.keys(CHECKLIST) as [ChecklistKey, ...ChecklistKey[]]

export const acceptSchema = z.strictObject({
  checklist: z.partialRecord(z.enum(CHECK_KEYS), z.boolean()),
  overrideReason: text(1_000).default(''),
  seen: seenSchema,
  /** Of the scan that the reviewer has looked at. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What a reviewer has decided on. */
export type Acceptance = z.output<typeof acceptSchema>

export const handOverSchema = z.strictObject({
  note: text(2_000).min(1),
  seen: seenSchema,
  to: z.uuid('fulfilment.badAssignee'),
})

export const OFFICIAL_RESULTS = ['match', 'mismatch', 'unavailable'] as const

export const officialSchema = z.strictObject({
  note: text(500).default(''),
  result: z.enum(OFFICIAL_RESULTS),
  seen: seenSchema,
  site: z.enum(['komdigi', 'peruri']),
})

/** Names one press of a button: sent twice, told once. */
export const choiceSchema = z.strictObject({ key: z.string().regex(/^[\w-]{8,64}$/) })
