import { z } from 'zod'

const digits = z.string().regex(/^[1-9]\d{7,14}$/, 'must be a number in E.164 digits')

/** A template as an admin registers it at Meta. */
export const templateSchema = z.strictObject({
  /** With `{{1}}`, `{{2}}`; their number is checked. */
  body: z.string().min(1),
  /** Fixed part of a link button's address; absent: no button. */
  button: z.string().optional(),
  /** Whether the header is a document. */
  document: z.boolean().default(false),
  language: z.string().min(2),
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'must be lower-case letters, digits and _'),
  /** Meta's word about it; only an approved one can be sent. */
  status: z.enum(['APPROVED', 'PAUSED', 'PENDING', 'REJECTED']).default('APPROVED'),
})

/** Everything about the simulator that can be switched while it runs (`POST /__control/config`). */
export const configSchema = z.strictObject({
  /** What Fonnte says of the linked phone when it is asked. */
  device: z.enum(['connected', 'disconnected', 'spent']),
  /** How far a message comes by itself. */
  progress: z.enum(['none', 'sent', 'delivered', 'read']),
  /** Wait before every report. */
  statusDelayMs: z.number().int().min(0).max(600_000),
  /** Numbers that are not on WhatsApp: taken at first, failed later, as Meta does it. */
  strangers: z.array(digits),
  templates: z.array(templateSchema),
  /** What happens to templates that are not registered here. */
  unknownTemplates: z.enum(['accept', 'refuse']),
  webhookIntervalMs: z.number().int().min(0).max(600_000),
  /** How often a webhook is sent until it is answered with 2xx. */
  webhookTries: z.number().int().min(1).max(20),
  /** Where reports and replies go; empty: nowhere. */
  webhookUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /** Whether free text fails when the person has not written for 24 hours. */
  window: z.boolean(),
})

/** See {@link configSchema}. */
export type SimulatorConfig = z.input<typeof configSchema>

/** See {@link templateSchema}. */
export type Template = z.input<typeof templateSchema>

/** A faithful vendor without faults. */
export const defaultConfig: SimulatorConfig = {
  device: 'connected',
  progress: 'read',
  statusDelayMs: 0,
  strangers: [],
  templates: [],
  unknownTemplates: 'refuse',
  webhookIntervalMs: 2_000,
  webhookTries: 5,
  webhookUrl: '',
  window: true,
}
