import { z } from 'zod'

import { takePlanned } from '../planned'

/** Faults of an answer to the shop, in words for the page. */
export const sendFaults = {
  disconnected: 'refuses: the phone is not linked (Fonnte)',
  drop: 'cuts the connection instead of answering',
  html: 'answers 502 with a page of HTML',
  notOnWhatsapp: 'refuses: not on WhatsApp',
  quota: 'refuses: no quota left',
  rateLimit: 'refuses with 429 and Retry-After',
  redirect: 'answers with a redirect',
  revokedToken: 'refuses: the token was revoked',
  serverError: 'refuses with 500',
  slow: 'answers late',
  templatePaused: 'refuses: the template is paused',
  timeout: 'does not answer',
  truncate: 'takes the message and cuts its answer in the middle',
} as const

/** Faults of the webhooks to the shop, in words for the page. */
export const webhookFaults = {
  duplicateStatus: 'sends every report twice',
  forgedSignature: 'signs webhooks with another secret',
  reversedStatuses: 'sends the reports in the wrong order',
} as const

/** All faults with their words. */
export const faultWords = { ...sendFaults, ...webhookFaults }

/** See {@link faultWords}. */
export type FaultKind = keyof typeof faultWords

const kinds = Object.keys(faultWords) as [FaultKind, ...FaultKind[]]

/** One planned misbehaviour (`POST /__control/faults`). */
export const faultSchema = z.strictObject({
  /** Meta's error code, instead of the usual one. */
  code: z.number().int().optional(),
  /** How long `slow` and `timeout` last. */
  delayMs: z.number().int().min(0).max(600_000).default(30_000),
  kind: z.enum(kinds),
  /** The vendor's words, instead of the usual ones. */
  reason: z.string().optional(),
  /** HTTP status, instead of the usual one. */
  status: z.number().int().min(200).max(599).optional(),
  /** Whether the message is taken although the answer says otherwise or is lost. */
  takesEffect: z.boolean().default(false),
  /** How many messages it hits; 0 until cleared. */
  times: z.number().int().min(0).default(1),
  /** Only messages to this number. */
  to: z.string().optional(),
})

/** See {@link faultSchema}. */
export type Fault = z.output<typeof faultSchema>

/** Takes the first fault of a group that is planned for a message, and counts it down. */
export const takeFault = (args: {
  among: Partial<Record<FaultKind, string>>
  faults: Fault[]
  to: string
}): Fault | undefined => {
  const { among, faults, to } = args
  return takePlanned(
    faults,
    (fault) => fault.kind in among && (fault.to === undefined || fault.to === to),
  )
}
