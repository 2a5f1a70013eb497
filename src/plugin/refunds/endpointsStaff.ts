import type { Endpoint } from 'payload'

import { z } from 'zod'

import { filesOf, MAX_FORM_BYTES, readAnswer } from '../attachments'
import {
  defineEndpoint,
  defineMoveEndpoint,
  type EndpointCall,
  isAdmin,
  isOwner,
  parseInput,
  readFormOrJson,
  staffActor,
} from '../kernel/payload'
import { executeRefund, PROOF_FIELD } from './actions/executeRefund'
import { moveRefund } from './actions/moveRefund'
import { requestByStaff } from './actions/requestRefund'
import { refundMachine } from './machine'
import { executeSchema, staffAskSchema, transferSchema } from './schema'
import { beginTransfer } from './transfers/beginTransfer'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

const askEndpoint = (): Door =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: staffAskSchema,
      handler: async ({ body: ask, req }) => {
        const refund = await requestByStaff(req.payload, { actor: staffActor(req), ask })
        return Response.json({ refund }, { status: 201 })
      },
      method: 'post',
      path: '/ask',
    },
    unlimited,
  )

const execute = async ({ params, req }: EndpointCall<undefined>): Promise<Response> => {
  const id = parseInput(z.uuid(), params.id)
  const { fields, files } = await readFormOrJson(req as unknown as Request, {
    maxBytes: MAX_FORM_BYTES,
    maxMs: 60_000,
  })
  await executeRefund(req.payload, {
    actor: staffActor(req),
    id,
    proof: filesOf(files[PROOF_FIELD] ?? []),
    sent: parseInput(executeSchema, fields),
  })
  return Response.json({ ok: true, state: 'executed' })
}

const executeEndpoint = (): Door => {
  const endpoint = defineEndpoint(
    {
      access: (req) => isOwner({ req }),
      handler: execute,
      method: 'post',
      path: '/:id/execute',
    },
    unlimited,
  )
  const doors = [
    { events: ['execute'], machine: refundMachine.name },
    { events: ['refund'], machine: 'payment' },
  ]
  return { ...endpoint, custom: { ...endpoint.custom, access: 'owner', doors } }
}

const transferEndpoint = (): Door =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: transferSchema,
      handler: async ({ body: order, params, req }) => {
        const refundId = parseInput(z.uuid(), params.id)
        const actor = staffActor(req)
        const transfer = await beginTransfer(req.payload, { actor, order, refundId })
        return Response.json({ transfer }, { status: 201 })
      },
      method: 'post',
      path: '/:id/transfer',
    },
    unlimited,
  )

const proofEndpoint = (): Door =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: ({ params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const seq = Number(parseInput(z.string().regex(/^[1-9]\d?$/), params.seq))
        return readAnswer(req.payload, { seq, subject: { id, kind: 'refund' } })
      },
      method: 'get',
      path: '/:id/proofs/:seq',
    },
    unlimited,
  )

/**
 * Below `/api/refunds`: `ask` for a part or all of a payment, `:id/move` to approve or reject,
 * `:id/execute` with the proof (owners), `:id/transfer` to begin one by the disbursement, `:id/proofs/:seq`. Admins and owners.
 */
export const createRefundStaffEndpoints = (): Door[] => [
  askEndpoint(),
  defineMoveEndpoint({
    machine: refundMachine,
    move: (move, { payload }) => moveRefund(payload, move),
  }),
  executeEndpoint(),
  transferEndpoint(),
  proofEndpoint(),
]
