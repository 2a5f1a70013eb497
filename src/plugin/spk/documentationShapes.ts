import { z } from 'zod'

import { SPK_STATE_NAMES } from './states'

const text = z.string()
const nullable = <T extends z.ZodType>(type: T) => z.union([type, z.null()])
const labels = z.strictObject({ en: text, id: text })

const remark = z.strictObject({ field: text, label: nullable(labels), text })

const document = z.strictObject({
  createdAt: z.iso.datetime(),
  id: z.uuid(),
  kind: text,
  mime: text,
  name: text,
  size: z.int(),
})

/** An agreement as its customer sees it. */
export const spkShape = z
  .strictObject({
    attempts: z.strictObject({ made: z.int(), most: z.int() }),
    can: z.array(text).describe('What the customer can do now; without proof, after a code.'),
    challenge: nullable(text).describe('Digits to be written by hand beside the signature.'),
    changes: z.array(
      z.strictObject({ after: nullable(text), before: nullable(text), field: text, label: labels }),
    ),
    content: nullable(
      z.strictObject({
        entries: z.array(
          z.strictObject({ field: text, isRequired: z.boolean(), label: labels, value: text }),
        ),
        hash: text.describe('To be sent back with the confirmation.'),
        shown: z.looseObject({}).describe('The content; a NIK is masked.'),
      }),
    ),
    documents: z.array(document),
    fault: nullable(labels),
    isConfirmed: z.boolean(),
    mode: text,
    number: nullable(text),
    orderNumber: text,
    orderToken: nullable(text),
    pages: nullable(z.int()).describe('Pages of the issued document.'),
    proof: z.enum(['code', 'none', 'session']),
    reasons: z.array(labels),
    remarks: z.array(remark),
    revision: z.int(),
    sentTo: text.describe('Where codes are sent, masked.'),
    signBy: nullable(z.iso.datetime()),
    state: z.enum(SPK_STATE_NAMES),
    stateLabel: labels,
    story: z.array(
      z.strictObject({ at: z.iso.datetime(), by: text, event: text, label: labels, to: text }),
    ),
    title: text,
    turn: text,
    verifyToken: nullable(text),
    version: z.int().describe('To be sent back with every step.'),
    wanted: nullable(text),
  })
  .meta({ id: 'Spk' })

/** How an upload stands. */
export const uploadShape = z
  .strictObject({
    chunkBytes: z.int(),
    id: z.uuid(),
    missing: z.array(z.strictObject({ file: z.int(), offset: z.int() })),
  })
  .meta({ id: 'SpkUpload' })
