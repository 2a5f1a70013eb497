import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint, isEditor, parseInput } from '../../kernel/payload'
import { publishRelease } from './publishRelease'

/** `POST /api/releases/:id/publish`: editors, admins and owners. */
export const createPublishEndpoint = (): Omit<Endpoint, 'root'> =>
  defineEndpoint(
    {
      access: (req) => isEditor({ req }),
      handler: async ({ now, params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        return Response.json(await publishRelease({ id, now, payload: req.payload }))
      },
      method: 'post',
      path: '/:id/publish',
    },
    { rateFactor: 0 },
  )
