import type { Endpoint } from 'payload'

import { z } from 'zod'

import { toDisposition } from '../kernel/files'
import {
  defineEndpoint,
  defineMoveEndpoint,
  isAdmin,
  parseInput,
  staffActor,
} from '../kernel/payload'
import { issueReport } from './actions/issueReport'
import { moveReport } from './actions/moveReport'
import { previewReport } from './actions/previewReport'
import { reportMachine } from './machine'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

const issueEndpoint = (): Omit<Endpoint, 'root'> =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const fulfilmentId = parseInput(z.uuid('notFound'), params.id)
        const issued = await issueReport(req.payload, { actor: staffActor(req), fulfilmentId })
        return Response.json({ report: issued }, { status: 201 })
      },
      method: 'post',
      path: '/deliveries/:id/issue',
    },
    unlimited,
  )

const previewEndpoint = (): Omit<Endpoint, 'root'> =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async ({ params, req }) => {
        const id = parseInput(z.uuid('notFound'), params.id)
        const { bytes, filename } = await previewReport(req.payload, id)
        return new Response(Buffer.from(bytes), {
          headers: {
            'Cache-Control': 'private, no-store',
            'Content-Disposition': toDisposition(filename).replace('attachment', 'inline'),
            'Content-Type': 'application/pdf',
            'X-Content-Type-Options': 'nosniff',
          },
        })
      },
      method: 'get',
      path: '/deliveries/:id/preview',
    },
    unlimited,
  )

/**
 * Below `/api/reports`: `deliveries/:id/preview` shows the draft, `deliveries/:id/issue` makes the next
 * revision, `:id/move` gives a revision more time, another password, or builds it again. Admins and owners.
 */
export const createReportStaffEndpoints = (): Omit<Endpoint, 'root'>[] => [
  issueEndpoint(),
  previewEndpoint(),
  defineMoveEndpoint({
    machine: reportMachine,
    move: (move, { payload }) => moveReport(payload, move),
  }),
]
