import { z } from 'zod'

const media = z.strictObject({
  caption: z.string().max(1_024).optional(),
  filename: z.string().min(1).max(240).optional(),
  link: z.url({ protocol: /^https?$/ }),
})

const textParameter = z.strictObject({ text: z.string().min(1), type: z.literal('text') })

const component = z.discriminatedUnion('type', [
  z.strictObject({
    parameters: z.array(z.strictObject({ document: media, type: z.literal('document') })).length(1),
    type: z.literal('header'),
  }),
  z.strictObject({ parameters: z.array(textParameter), type: z.literal('body') }),
  z.strictObject({
    index: z.union([z.string(), z.number()]),
    parameters: z.array(textParameter).length(1),
    sub_type: z.literal('url'),
    type: z.literal('button'),
  }),
])

const common = {
  biz_opaque_callback_data: z.string().max(512).optional(),
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().regex(/^\+?[1-9]\d{7,14}$/),
}

/** The messages that this stand-in understands: text, document, template. */
export const messageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    text: z.strictObject({
      body: z.string().min(1).max(4_096),
      preview_url: z.boolean().optional(),
    }),
    type: z.literal('text'),
  }),
  z.strictObject({ ...common, document: media, type: z.literal('document') }),
  z.strictObject({
    ...common,
    template: z.strictObject({
      components: z.array(component).default([]),
      language: z.strictObject({ code: z.string().min(2) }),
      name: z.string(),
    }),
    type: z.literal('template'),
  }),
])

/** See {@link messageSchema}. */
export type CloudMessage = z.output<typeof messageSchema>

/** The template part of a template message. */
export type SentTemplate = Extract<CloudMessage, { type: 'template' }>['template']
