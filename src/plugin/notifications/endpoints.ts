import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint, isAdmin, parseInput } from '../kernel/payload'
import { resendNotification } from './resend'

/** `POST /api/messages/:id/resend`: tries an undeliverable message again. Admins and owners. */
export const createNotificationEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        await resendNotification({ id, payload: req.payload })
        return Response.json({ ok: true })
      },
      method: 'post',
      path: '/messages/:id/resend',
    },
    options,
  ),
]
