import type { Endpoint } from 'payload'

import { z } from 'zod'

import { isStorable } from '../kernel/text'
import { readAnswer } from '../attachments'
import { postInput, postKey } from '../conversations'
import {
  defineEndpoint,
  defineMoveEndpoint,
  isAdmin,
  parseInput,
  staffActor,
} from '../kernel/payload'
import { answerProblem } from './actions/answerProblem'
import { assignProblem } from './actions/assignProblem'
import { moveProblem } from './actions/moveProblem'
import { redeliver } from './actions/redeliver'
import { resend } from './actions/resend'
import { problemMachine } from './machine'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

const withEvents = (endpoint: Endpoint, ...events: string[]): Door => ({
  ...endpoint,
  custom: { ...endpoint.custom, doors: [{ events, machine: problemMachine.name }] },
})

const answerEndpoint = (): Door =>
  withEvents(
    defineEndpoint(
      {
        access: (req) => isAdmin({ req }),
        body: postInput,
        handler: async ({ body, params, req }) => {
          const id = parseInput(z.uuid(), params.id)
          const asked = { ...body, actor: staffActor(req), id }
          return Response.json({ post: await answerProblem(req.payload, asked) })
        },
        method: 'post',
        path: '/:id/answers',
      },
      unlimited,
    ),
    'answer',
  )

const assignBody = z.strictObject({
  assignee: z.uuid('fulfilment.badAssignee').nullable(),
  from: z.enum(Object.keys(problemMachine.states)).optional(),
})

const assignEndpoint = (): Door =>
  withEvents(
    defineEndpoint(
      {
        access: (req) => isAdmin({ req }),
        body: assignBody,
        handler: async ({ body: { assignee, from }, params, req }) => {
          const id = parseInput(z.uuid(), params.id)
          const asked = { actor: staffActor(req), assignee, id, seen: from }
          const { to } = await assignProblem(req.payload, asked)
          return Response.json({ ok: true, state: to })
        },
        method: 'post',
        path: '/:id/assignee',
      },
      unlimited,
    ),
    'assign',
    'release',
  )

const redeliverBody = z.strictObject({
  fulfilment: z.uuid(),
  reason: z
    .string('event.reasonRequired')
    .trim()
    .min(5, 'event.reasonRequired')
    .max(1000)
    .refine(isStorable, 'input.invalid'),
})

const redeliverEndpoint = (): Door =>
  withEvents(
    defineEndpoint(
      {
        access: (req) => isAdmin({ req }),
        body: redeliverBody,
        handler: async ({ body, params, req }) => {
          const id = parseInput(z.uuid(), params.id)
          const asked = { ...body, actor: staffActor(req), id }
          const { to } = await redeliver(req.payload, asked)
          return Response.json({ ok: true, state: to })
        },
        method: 'post',
        path: '/:id/redeliver',
      },
      unlimited,
    ),
    'redeliver',
  )

const resendBody = redeliverBody.extend({ key: postKey })

const resendEndpoint = (): Door =>
  withEvents(
    defineEndpoint(
      {
        access: (req) => isAdmin({ req }),
        body: resendBody,
        handler: async ({ body, params, req }) => {
          const id = parseInput(z.uuid(), params.id)
          const { to } = await resend(req.payload, { ...body, actor: staffActor(req), id })
          return Response.json({ ok: true, state: to })
        },
        method: 'post',
        path: '/:id/resend',
      },
      unlimited,
    ),
    'resend',
  )

const pictureEndpoint = (): Door =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: ({ params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const seq = Number(parseInput(z.string().regex(/^[1-9]\d?$/), params.seq))
        return readAnswer(req.payload, { seq, subject: { id, kind: 'problem' } })
      },
      method: 'get',
      path: '/:id/pictures/:seq',
    },
    unlimited,
  )

/**
 * Below `/api/problems/:id`: `move` takes it on, ends it, opens it again; `answers` writes to the
 * customer; `assignee` gives it to somebody; `redeliver` opens the delivery of an item again, `resend` sends the way to it once more; `pictures/:seq` shows what was sent.
 * Admins and owners.
 */
export const createProblemStaffEndpoints = (): Door[] => [
  defineMoveEndpoint({
    machine: problemMachine,
    move: (move, { payload }) => moveProblem(payload, move),
  }),
  answerEndpoint(),
  assignEndpoint(),
  redeliverEndpoint(),
  resendEndpoint(),
  pictureEndpoint(),
]
