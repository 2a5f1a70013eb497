import { z } from 'zod'

import { takePlanned } from '../planned'

/** Endpoints that can be made to misbehave. */
export const endpoints = [
  'createInvoice',
  'disbursementBalance',
  'disbursementInquiry',
  'disbursementStatus',
  'disbursementTransfer',
  'inquiry',
  'paymentMethods',
  'transactionStatus',
] as const

/** See {@link endpoints}. */
export type EndpointName = (typeof endpoints)[number]

/** One planned misbehaviour (`POST /__control/faults`). */
export const faultSchema = z.strictObject({
  /** How long a delay, a slow body or a timeout lasts. */
  delayMs: z.number().int().min(0).max(600_000).default(30_000),
  endpoint: z.enum([...endpoints, '*']).default('*'),
  kind: z.enum([
    'businessError',
    'delay',
    'drop',
    'empty',
    'html',
    'rateLimit',
    'redirect',
    'slowBody',
    'status',
    'timeout',
    'truncate',
    'wrongAmount',
    'wrongHost',
    'wrongOrder',
    'wrongReference',
  ]),
  /** Only for this order. */
  merchantOrderId: z.string().optional(),
  /** Chance per request. */
  probability: z.number().min(0).max(1).default(1),
  status: z.number().int().min(200).max(599).optional(),
  /** Whether the request still does its work although the answer is lost. */
  takesEffect: z.boolean().default(false),
  /** How many requests it hits; 0 until cleared. */
  times: z.number().int().min(0).default(1),
})

/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>

/** Takes the first fault planned for a request, and counts it down. */
export function takeFault({
  endpoint,
  faults,
  merchantOrderId,
}: {
  endpoint: EndpointName
  faults: Fault[]
  merchantOrderId: string
}): Fault | undefined {
  return takePlanned(
    faults,
    (fault) =>
      (fault.endpoint === '*' || fault.endpoint === endpoint) &&
      (fault.merchantOrderId === undefined || fault.merchantOrderId === merchantOrderId) &&
      (fault.probability === 1 || Math.random() < fault.probability),
  )
}

/** Faults that change a good answer instead of replacing it. */
export function isAlteration(kind: Fault['kind']): boolean {
  return kind.startsWith('wrong') || ['delay', 'slowBody', 'truncate'].includes(kind)
}
