import type { Endpoint } from 'payload'

import { z } from 'zod'

import { filesOf, MAX_FORM_BYTES } from '../attachments'
import { instalmentMachine } from '../instalments'
import {
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  isOwner,
  parseInput,
  readFormOrJson,
  staffActor,
} from '../kernel/payload'
import { isOneLine, isStorable } from '../kernel/text'
import { wibDay } from '../kernel/time'
import { paymentMachine } from '../payments'
import { PROOF_FIELD, recordTransfer } from './actions/recordTransfer'
import { reviseContract } from './actions/reviseContract'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

/** Amounts come from forms as digits, from programs as numbers. */
const amount = z.coerce.number('money.invalid').pipe(z.int('money.invalid').min(1, 'money.invalid'))
const day = z.iso.date('time.invalidDay').transform(wibDay)

const transferBody = z.strictObject({
  amount,
  bankReference: z
    .string()
    .trim()
    .min(3, 'transfer.referenceRequired')
    .max(80, 'transfer.referenceRequired')
    .refine(isOneLine, 'transfer.referenceRequired'),
  key: z.string().regex(/^[\w-]{8,64}$/),
  orderId: z.uuid(),
  receivedOn: day,
})

const postTransfer = async ({ req }: EndpointCall<undefined>): Promise<Response> => {
  const { fields, files } = await readFormOrJson(req as unknown as Request, {
    maxBytes: MAX_FORM_BYTES,
    maxMs: 60_000,
  })
  const result = await recordTransfer(req.payload, {
    ...parseInput(transferBody, fields),
    actor: staffActor(req),
    proof: filesOf(files[PROOF_FIELD] ?? []),
  })
  return Response.json({ ok: true, result }, { status: 201 })
}

const reviseBody = z.strictObject({
  discount: z.coerce
    .number('money.invalid')
    .pipe(z.int('money.invalid').min(0, 'money.invalid'))
    .default(0),
  firstDue: day,
  orderId: z.uuid(),
  reason: z.string().trim().max(1_000).refine(isStorable, 'input.invalid'),
  tenor: z.coerce.number('plan.invalid').pipe(z.int('plan.invalid')),
})

const transferEndpoint = (): Door => {
  const endpoint = defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: postTransfer,
      method: 'post',
      path: '/transfer',
    },
    unlimited,
  )
  const doors = [{ events: ['record'], machine: paymentMachine.name }]
  return { ...endpoint, custom: { ...endpoint.custom, doors } }
}

const reviseEndpoint = (): Door => {
  const endpoint = defineEndpoint(
    {
      access: (req) => isOwner({ req }),
      body: reviseBody,
      handler: async ({ body, req }) => {
        const result = await reviseContract(req.payload, { ...body, actor: staffActor(req) })
        return Response.json({ ok: true, result }, { status: 201 })
      },
      method: 'post',
      path: '/revise',
    },
    unlimited,
  )
  const doors = [{ events: ['replace'], machine: instalmentMachine.name }]
  return { ...endpoint, custom: { ...endpoint.custom, access: 'owner', doors } }
}

/**
 * Below `/api/contracts`: `transfer` records money that came by bank (admins and owners), `revise`
 * draws a new schedule (owners).
 */
export const createContractStaffEndpoints = (): Door[] => [transferEndpoint(), reviseEndpoint()]
