import { z } from 'zod'

/** Unix seconds as text. */
const timestamp = z
  .string()
  .regex(/^\d{9,11}$/)
  .transform((seconds) => new Date(Number(seconds) * 1000))

/** The database takes no NUL: one such id must not cost us the other reports of its call. */
const providerId = z.string().regex(/^\P{Cc}{1,256}$/u)
const caption = z.object({ caption: z.string().optional() }).optional()
const title = z.object({ title: z.string() }).optional()

/** The envelope; what is inside is read one by one, so that a strange piece does not hide the others. */
export const bodySchema = z.object({
  entry: z.array(
    z.object({
      changes: z
        .array(
          z.object({
            field: z.string(),
            value: z.object({
              messages: z.array(z.unknown()).default([]),
              metadata: z.object({ phone_number_id: z.string() }).optional(),
              statuses: z.array(z.unknown()).default([]),
            }),
          }),
        )
        .default([]),
    }),
  ),
  object: z.literal('whatsapp_business_account'),
})

/** A report about a message of ours. */
export const statusSchema = z.object({
  biz_opaque_callback_data: z.string().optional(),
  errors: z
    .array(
      z.object({
        code: z.number().optional(),
        error_data: z.object({ details: z.string().optional() }).optional(),
        message: z.string().optional(),
        title: z.string().optional(),
      }),
    )
    .default([]),
  id: providerId,
  status: z.enum(['delivered', 'failed', 'read', 'sent']),
  timestamp,
})

/** A message of a customer. */
export const messageSchema = z.object({
  button: z.object({ text: z.string() }).optional(),
  document: z
    .object({ caption: z.string().optional(), filename: z.string().optional() })
    .optional(),
  from: z.string().regex(/^\d{5,20}$/),
  id: providerId,
  image: caption,
  interactive: z.object({ button_reply: title, list_reply: title }).optional(),
  reaction: z.object({ emoji: z.string().optional() }).optional(),
  text: z.object({ body: z.string() }).optional(),
  timestamp,
  type: z.string(),
  video: caption,
})
