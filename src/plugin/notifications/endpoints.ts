import type { Endpoint } from 'payload'

import { z } from 'zod'

import {
  type Actor,
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  parseInput,
  staffActor,
} from '../kernel/payload'
import { markBounced } from './bounce'
import { markSentByHand, openByHand } from './chat/byHand'
import { markSentTogether } from './chat/markSentTogether'
import { resendNotification } from './resend'

type Deed = (args: {
  actor: Actor
  id: string
  payload: EndpointCall<undefined>['req']['payload']
}) => Promise<unknown>

const deed = (name: string, work: Deed, options: { rateFactor: number }): Endpoint =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const done = await work({ actor: staffActor(req), id, payload: req.payload })
        return Response.json(done ?? { ok: true })
      },
      method: 'post',
      path: `/messages/:id/${name}`,
    },
    options,
  )

const togetherBody = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) })

const togetherAnswer = z.object({
  results: z.array(
    z.object({
      id: z.uuid(),
      outcome: z.enum(['alreadySent', 'notFound', 'notWaiting', 'sent']),
    }),
  ),
})

const together = (options: { rateFactor: number }): Endpoint =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: togetherBody,
      doc: {
        answers: {
          200: {
            description: 'One result per message, in the order asked; a repeated id counts once.',
            schema: togetherAnswer,
          },
        },
        description: 'For admins and owners. Saying it again changes nothing.',
        errors: [],
        summary: 'Note that WhatsApp messages were sent by hand',
      },
      handler: async ({ body, req }) =>
        Response.json({
          results: await markSentTogether({
            actor: staffActor(req),
            ids: body.ids,
            payload: req.payload,
          }),
        }),
      method: 'post',
      path: '/messages/sent',
      rate: { limit: 60, name: 'messages.sent', windowSeconds: 60 },
    },
    options,
  )

/**
 * What admins and owners do with single messages: `resend` an undeliverable one; note
 * that a mail has `bounced`; `open` one that waits
 * for a hand, and say that it was `sent`, or that several were (`POST /messages/sent`).
 */
export const createNotificationEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  deed('resend', resendNotification, options),
  deed('bounced', markBounced, options),
  deed('open', openByHand, options),
  deed('sent', markSentByHand, options),
  together(options),
]
