import { z } from 'zod'

import type { OpenPayment } from '../payments'
import type { PublicOrder } from './publicOrder'
import type { OrderStatus } from './queries/findPublicOrder'

import { downloadsAnswer } from '../downloads'
import { orderServicesAnswer } from '../hosting'
import { contractAnswer, kindAnswer } from '../instalments'
import { reportsAnswer } from '../reports'
import { orderScopeAnswer } from '../scopes'
import { spkAnswer } from '../spk'

const instant = z.iso.datetime({ offset: true })
const rupiahAmount = z.int().min(0)
const paymentState = z.enum(['paid', 'partly_paid', 'refunded', 'unpaid'])
const orderState = z.enum(['cancelled', 'closed', 'draft', 'fulfilled', 'open', 'placed'])
const attemptState = z.enum([
  'cancelled',
  'created',
  'expired',
  'failed',
  'paid',
  'pending',
  'refunded',
  'review',
])

const labels = z.strictObject({ en: z.string(), id: z.string() })

const deliveryAnswer = z
  .strictObject({
    deliveredAt: instant.exactOptional(),
    dueAt: instant.exactOptional().describe('By when we begin or deliver.'),
    followUpUntil: instant.exactOptional().describe('Until when the buyer may come back about it.'),
    handledBy: z.string().exactOptional(),
    label: labels.describe('Where it stands, for the buyer to read.'),
    phase: z.enum(['cancelled', 'delivered', 'done', 'waiting', 'working']),
    questions: z
      .strictObject({
        canAsk: z.boolean().describe('Whether the buyer may ask now.'),
        posts: z.array(
          z.strictObject({
            authorKind: z.enum(['customer', 'staff', 'system']),
            authorName: z.string(),
            body: z.string(),
            createdAt: instant,
            seq: z.int(),
          }),
        ),
      })
      .describe('What was asked about it since it was delivered.'),
    state: z.string().describe('Finer than the phase; differs between kinds of product.'),
    steps: z
      .array(z.strictObject({ at: instant, label: labels }))
      .describe('What has happened, the oldest first.'),
  })
  .meta({ id: 'Delivery' })

const sessionAnswer = z
  .strictObject({
    appointment: z.union([
      z.strictObject({
        endsAt: instant,
        host: z.string(),
        id: z.string(),
        keptUntil: instant
          .exactOptional()
          .describe('Until when the time is kept while the order is not paid.'),
        place: z.string().describe('The service on which it is held.'),
        placeUrl: z.string().exactOptional().describe('From 24 hours before.'),
        startsAt: instant,
        state: z.enum(['booked', 'reserved']),
      }),
      z.null(),
    ]),
    canPick: z.boolean().describe('Whether a time, or another one, can be picked now.'),
    minutes: z.int().describe('Length of the session.'),
    movesLeft: z.int().describe('How often an agreed time may still be moved.'),
    refusal: z.enum(['missedTooOften', 'movesUsed', 'tooLate']).exactOptional(),
    summary: z.unknown().optional().describe('Lexical document, once it was sent.'),
  })
  .meta({ id: 'Session' })

const itemAnswer = z.strictObject({
  afterPayment: z.string().describe('What happens after the payment, for the buyer to read.'),
  amount: rupiahAmount,
  delivery: z.union([deliveryAnswer, z.null()]).describe('Null before the item is paid.'),
  id: z.string(),
  downloads: z
    .union([downloadsAnswer, z.null()])
    .describe('Null for what is no file, and before it is prepared.'),
  kind: z.string(),
  productSlug: z.string(),
  quantity: z.int().min(1),
  reports: z
    .union([reportsAnswer, z.null()])
    .describe('Null for what is no analysis, and before a report was sent.'),
  scope: z
    .union([orderScopeAnswer, z.null()])
    .describe('Null for what is no analysis, and before it is paid.'),
  session: z.union([sessionAnswer, z.null()]).describe('Null for what is no consultation.'),
  title: z.string(),
  unitPrice: rupiahAmount,
})

const instalmentAnswer = z
  .strictObject({
    amount: rupiahAmount,
    dueOn: z.iso.date().describe('The last day to pay, in Jakarta.'),
    kind: kindAnswer,
    paid: rupiahAmount,
    seq: z.int().min(1),
    state: z.enum(['open', 'paid', 'replaced', 'void', 'waived']),
  })
  .meta({ id: 'Instalment' })

const attemptAnswer = z
  .strictObject({
    amount: rupiahAmount,
    channel: z.string().exactOptional(),
    expiresAt: instant.exactOptional(),
    failureReason: z.string().exactOptional(),
    instalments: z.array(z.int().min(1)).describe('Numbers of the debts that it asks for.'),
    merchantOrderId: z.string(),
    paidAt: instant.exactOptional(),
    paymentUrl: z.url().exactOptional(),
    rebate: rupiahAmount.describe('Forgiven with it, for paying a contract off early.'),
    reference: z.string().exactOptional(),
    state: attemptState,
  })
  .meta({ id: 'PaymentAttempt' })

const deliveryVersion = z
  .string()
  .describe('Another word whenever anything of the delivery has changed. Says nothing by itself.')

/** An order as `GET /shop/orders/:token` answers it. */
export const orderAnswer: z.ZodType<PublicOrder> = z
  .strictObject({
    agreed: z
      .array(
        z.strictObject({
          id: z.string(),
          number: z.int().describe('Which edition of the page.'),
          slug: z.string(),
          title: z.string(),
        }),
      )
      .describe('Pages that the buyer agreed to, as they read then.'),
    contract: z.union([contractAnswer, z.null()]).describe('Null for what is paid at once.'),
    customer: z.strictObject({ email: z.string(), name: z.string(), phone: z.string() }),
    deliveryVersion,
    instalments: z.array(instalmentAnswer),
    items: z.array(itemAnswer),
    needsSpk: z.boolean().describe('Whether it waits for an agreement before it is paid.'),
    nextAction: z.enum(['agree', 'none', 'pay', 'retry', 'wait']),
    notes: z.string().exactOptional(),
    number: z.string().describe('For people, such as HZ/2026/000123.'),
    payment: z
      .union([attemptAnswer, z.null()])
      .describe('The paid attempt, else the newest; of a contract the newest.'),
    paymentState,
    placedAt: instant,
    services: orderServicesAnswer,
    spk: z.union([spkAnswer, z.null()]).describe('Null where no agreement is needed.'),
    state: orderState,
    token: z.string().describe('Address of the order; whoever knows it may see and pay it.'),
    total: rupiahAmount,
    updatedAt: instant,
    url: z.url().describe('Page of the order on our own storefront.'),
  })
  .meta({ id: 'Order' })

/** What the cheap poll answers. */
export const statusAnswer: z.ZodType<OrderStatus> = z
  .strictObject({
    attempt: z.union([attemptState, z.null()]).describe('State of the attempt that counts.'),
    deliveryVersion,
    paymentState,
    state: orderState,
    updatedAt: instant,
  })
  .meta({ id: 'OrderStatus' })

/** An attempt that can be paid now. */
export const paymentAnswer: z.ZodType<OpenPayment> = z
  .strictObject({
    amount: rupiahAmount,
    expiresAt: instant,
    merchantOrderId: z.string(),
    paymentUrl: z.url().describe("The gateway's page: send the buyer there."),
    reference: z.string(),
  })
  .meta({ id: 'OpenPayment' })
