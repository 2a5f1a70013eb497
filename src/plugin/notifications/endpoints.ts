import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint, type EndpointCall, isAdmin, parseInput } from '../kernel/payload'
import { markSentByHand, openByHand } from './chat/byHand'
import { resendNotification } from './resend'

type Deed = (args: {
  id: string
  payload: EndpointCall<undefined>['req']['payload']
}) => Promise<unknown>

const deed = (name: string, work: Deed, options: { rateFactor: number }): Endpoint =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        return Response.json((await work({ id, payload: req.payload })) ?? { ok: true })
      },
      method: 'post',
      path: `/messages/:id/${name}`,
    },
    options,
  )

/**
 * What admins and owners do with single messages: `resend` an undeliverable one; `open` one that waits
 * for a hand, and say that it was `sent`.
 */
export const createNotificationEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  deed('resend', resendNotification, options),
  deed('open', openByHand, options),
  deed('sent', markSentByHand, options),
]
