import type { Endpoint } from 'payload'

import { z } from 'zod'

import { DomainError } from '../kernel/errors'
import { defineEndpoint, isAdmin, parseInput } from '../kernel/payload'
import { retryDeadJob } from '../kernel/queue'

const jobId = z.string().regex(/^\d{1,18}$/)

/** `POST /api/dead-jobs/:id/retry`: gives a dead job new attempts. Admins and owners. */
export const createJobEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const id = parseInput(jobId, params.id)
        if (!(await retryDeadJob(req.payload, { id }))) {
          throw new DomainError('notFound', { field: 'id' })
        }
        return Response.json({ ok: true })
      },
      method: 'post',
      path: '/dead-jobs/:id/retry',
    },
    options,
  ),
]
