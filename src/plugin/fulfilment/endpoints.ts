import type { Endpoint } from 'payload'

import { z } from 'zod'

import {
  defineEndpoint,
  defineMoveEndpoint,
  isAdmin,
  parseInput,
  staffActor,
} from '../kernel/payload'
import { postInput } from '../conversations'
import { assignFulfilment } from './actions/assignFulfilment'
import { moveFulfilment } from './actions/moveFulfilment'
import { tickCheck } from './actions/tickCheck'
import { FULFILMENT_STATES, fulfilmentKinds, kindOf } from './kinds'
import { answerQuestion } from './questions/ask'

const machines = fulfilmentKinds.map((kind) => kindOf(kind).machine)

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

const assignBody = z.strictObject({
  assignee: z.uuid().nullable(),
  from: z.enum(Object.keys(FULFILMENT_STATES)).optional(),
})

const assignEndpoint = (): Omit<Endpoint, 'root'> => {
  const endpoint = defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: assignBody,
      handler: async ({ body: { assignee, from }, params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const asked = { actor: staffActor(req), assignee, id, seen: from }
        const { to } = await assignFulfilment(req.payload, asked)
        return Response.json({ ok: true, state: to })
      },
      method: 'post',
      path: '/:id/assignee',
    },
    unlimited,
  )
  const doors = machines.map(({ name }) => ({ events: ['assign', 'release'], machine: name }))
  return { ...endpoint, custom: { ...endpoint.custom, doors } }
}

const checkBody = z.strictObject({ done: z.boolean(), key: z.string().regex(/^[a-zA-Z]{1,40}$/) })

const checkEndpoint = (): Omit<Endpoint, 'root'> =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: checkBody,
      handler: async ({ body: { done, key }, params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const asked = { actor: staffActor(req), id, isDone: done, key }
        return Response.json({ checklist: await tickCheck(req.payload, asked) })
      },
      method: 'post',
      path: '/:id/check',
    },
    unlimited,
  )

const answerEndpoint = (): Omit<Endpoint, 'root'> =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: postInput,
      handler: async ({ body, params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const post = await answerQuestion(req.payload, { ...body, actor: staffActor(req), id })
        return Response.json({ post })
      },
      method: 'post',
      path: '/:id/answers',
    },
    unlimited,
  )

/**
 * Below `/api/fulfilments/:id`: `move` one step on, `assignee` to give it to somebody, `check` to tick
 * an entry of the list, `answers` to write to the customer. Admins and owners.
 */
export const createFulfilmentEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    machine: machines,
    move: (move, { payload }) => moveFulfilment(payload, move),
  }),
  assignEndpoint(),
  checkEndpoint(),
  answerEndpoint(),
]
