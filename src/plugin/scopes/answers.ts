import { z } from 'zod'

import type { OrderScope } from './queries/orderScope'
import type { PublicScope } from './queries/publicScope'

const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()
const labels = z.strictObject({ en: z.string(), id: z.string() })
const state = z.enum(['agreed', 'cancelled', 'changes', 'draft', 'proven', 'submitted'])
const sight = z.enum([
  'different',
  'found',
  'missing',
  'noDomain',
  'notText',
  'privateAddress',
  'redirected',
  'tooLarge',
  'tooSlow',
  'unreachable',
])

/** The scope of an item as the order answers it. */
export const orderScopeAnswer: z.ZodType<OrderScope> = z
  .strictObject({
    canSubmit: z.boolean().describe('Whether the form can be written now.'),
    domain: z.string().exactOptional(),
    label: labels.describe('Where it stands, for the buyer to read.'),
    readyOn: day.exactOptional().describe('By when the report is to be there, in Jakarta.'),
    startsOn: day.exactOptional().describe('When the analysis begins, in Jakarta.'),
    state,
  })
  .meta({ id: 'OrderScope' })

const formAnswer = z.strictObject({
  allowedTimes: z.string(),
  domain: z.string().describe('As DNS knows it: lower case, `xn--…` for other scripts.'),
  emergencyContact: z.string(),
  hosts: z.array(z.string()),
  outOfScope: z.string(),
  signerCapacity: z.enum(['authorised', 'owner']),
  signerName: z.string(),
  signerPosition: z.string(),
  technology: z.string(),
  testAccount: z.string(),
})

const proofAnswer = z.strictObject({
  fileUrl: z.url().describe('Where a file may show the value, as plain text.'),
  hasExpired: z.boolean().describe('A new code is needed.'),
  isProven: z.boolean(),
  look: z
    .union([z.strictObject({ dns: sight, file: sight }), z.null()])
    .describe('What the last look has seen in either place.'),
  lookedAt: instant.exactOptional(),
  provenBy: z.enum(['dns', 'file', 'waiver']).exactOptional(),
  record: z.string().describe('Name of the TXT record that may show the value.'),
  until: instant.describe('Last instant at which the code counts.'),
  value: z.string(),
})

/** The scope of an analysis as its own endpoint answers it. */
export const scopeAnswer: z.ZodType<PublicScope> = z
  .strictObject({
    canSubmit: z.boolean().describe('Whether the form can be written now.'),
    changes: z.string().exactOptional().describe('What the shop wants changed.'),
    form: z.union([formAnswer, z.null()]),
    label: labels.describe('Where it stands, for the buyer to read.'),
    proof: z.union([proofAnswer, z.null()]).describe('Null before the form was written.'),
    schedule: z
      .union([
        z.strictObject({ note: z.string().exactOptional(), readyOn: day, startsOn: day }),
        z.null(),
      ])
      .describe('Null until it is agreed on; days in Jakarta.'),
    signed: z
      .union([z.strictObject({ at: instant, hash: z.string() }), z.null()])
      .describe('When it was authorised, and the SHA-256 of form and wording.'),
    state,
    wording: z
      .strictObject({ number: z.int(), text: z.string() })
      .describe('What is signed now; the number goes back with the form.'),
  })
  .meta({ id: 'Scope' })
