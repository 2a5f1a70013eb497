import { z } from 'zod'

const milliseconds = z.number().int().min(0).max(86_400_000)

/** Everything about the simulator that can be switched while it runs (`POST /__control/config`). */
export const configSchema = z.strictObject({
  /** Request signatures that are accepted. */
  acceptedSchemes: z.enum(['both', 'hmac', 'legacy']),
  /** Whether paying on the page sends a callback. */
  autoCallback: z.boolean(),
  callbackDelayMs: milliseconds,
  /** Waits between sends; the last one repeats. Duitku publishes none. */
  callbackIntervalsMs: z.array(milliseconds).min(1).max(20),
  callbackMaxSends: z.number().int().min(1).max(20),
  callbackOnExpire: z.boolean(),
  callbackOnFail: z.boolean(),
  /** `mirror` answers with the kind of signature that the request used. */
  callbackScheme: z.enum(['hmac', 'md5', 'mirror', 'sha256']),
  callbackTimeoutMs: milliseconds,
  /** Moves the simulator's clock, for tests that travel in time. */
  clockOffsetMs: z.number().int(),
  defaultExpiryMinutes: z.number().int().min(1),
  /** Repeating an order id within this time is "at the same moment": 409 or 400. */
  duplicateWindowMs: milliseconds,
  /** Rupiah that the disbursement may pay out. */
  disbursementBalance: z.number().int().min(0),
  /** More fields in every callback. */
  extraFields: z.record(z.string(), z.string()),
  /** Duitku documents 01 and 02 for a failed payment. */
  failureCode: z.enum(['01', '02']),
  /** What inquirystatus says of a transfer that it does not know. */
  lostCode: z.enum(['-420', 'NF']),
  /** Allowed distance of the timestamp of POP and of disbursements; 0 switches the check off. */
  maxSkewMs: milliseconds,
  minAmount: z.number().int().min(0),
  /** POP's error bodies are not documented. */
  popErrorShape: z.enum(['empty', 'message', 'object', 'string']),
  /** Whether POP, too, wants the item prices to sum to the amount. */
  popItemSum: z.boolean(),
  productDetailField: z.enum(['productDetail', 'productDetails']),
  statusAmountFormat: z.enum(['decimal', 'integer']),
  /** Limiter of transactionStatus; 0 means no limit. A block answers with `status`. */
  statusLimit: z.strictObject({
    blockMs: milliseconds,
    perOrder: z.number().int().min(0),
    status: z.union([z.literal(403), z.literal(429)]),
    total: z.number().int().min(0),
    windowMs: milliseconds,
  }),
  /** What a transfer answers, whatever becomes of it: TO, 68, -100 …; empty for the truth. */
  transferCode: z.string().max(8),
  /** What becomes of transfers. */
  transferFate: z.enum(['done', 'lost', 'pending', 'refused']),
})

/** See {@link configSchema}. */
export type SimulatorConfig = z.infer<typeof configSchema>

/** A faithful gateway without faults, fast enough for benchmarks. */
export const defaultConfig: SimulatorConfig = {
  acceptedSchemes: 'both',
  autoCallback: true,
  callbackDelayMs: 0,
  callbackIntervalsMs: [2_000, 5_000, 15_000, 60_000],
  callbackMaxSends: 5,
  callbackOnExpire: false,
  callbackOnFail: true,
  callbackScheme: 'hmac',
  callbackTimeoutMs: 10_000,
  clockOffsetMs: 0,
  defaultExpiryMinutes: 1440,
  disbursementBalance: 10_000_000_000,
  duplicateWindowMs: 1_000,
  extraFields: {},
  failureCode: '02',
  lostCode: '-420',
  maxSkewMs: 300_000,
  minAmount: 10_000,
  popErrorShape: 'message',
  popItemSum: true,
  productDetailField: 'productDetail',
  statusAmountFormat: 'integer',
  statusLimit: { blockMs: 3_600_000, perOrder: 120, status: 429, total: 0, windowMs: 60_000 },
  transferCode: '',
  transferFate: 'done',
}
