import type { Endpoint } from 'payload'

import { z } from 'zod'

import {
  defineEndpoint,
  defineMoveEndpoint,
  isAdmin,
  parseInput,
  staffActor,
} from '../kernel/payload'
import { agreeScope } from './actions/agreeScope'
import { moveScope } from './actions/moveScope'
import { scopeMachine } from './machine'
import { agreeBody } from './schema'

const agreeEndpoint = (): Omit<Endpoint, 'root'> => {
  const endpoint = defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: agreeBody,
      handler: async ({ body, params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const { to } = await agreeScope(req.payload, { ...body, actor: staffActor(req), id })
        return Response.json({ ok: true, state: to })
      },
      method: 'post',
      path: '/:id/agreement',
    },
    // Doors are for staff who are logged in: nobody can knock often enough to need a limit.
    { rateFactor: 0 },
  )
  const doors = [
    { events: ['agree', 'reschedule'], machine: scopeMachine.name },
    { events: ['schedule'], machine: 'security-analysis' },
  ]
  return { ...endpoint, custom: { ...endpoint.custom, doors } }
}

/**
 * Below `/api/scopes/:id`: `move` to waive the proof or to ask for changes, with a reason; `agreement`
 * to agree on scope, day and estimate, or on other days. Admins and owners.
 */
export const createScopeStaffEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    also: [{ events: ['unschedule'], machine: 'security-analysis' }],
    machine: scopeMachine,
    move: (move, { payload }) => moveScope(payload, move),
  }),
  agreeEndpoint(),
]
