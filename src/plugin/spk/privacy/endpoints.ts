import type { Endpoint } from 'payload'

import { z } from 'zod'

import { findCustomerOf } from '../../customers'
import { DomainError } from '../../kernel/errors'
import {
  defineEndpoint,
  type EndpointDoc,
  isCustomer,
  isOwner,
  parseInput,
  PRIVATE,
  staffActor,
} from '../../kernel/payload'
import { eraseSpk } from './eraseSpk'
import { exportSpks, type SpkExport } from './exportSpks'

const eraseBody = z.strictObject({ reason: z.string().trim().min(3).max(500) })

/** Doors are for an owner who is logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

const answer = (exported: SpkExport): Response =>
  Response.json(exported, {
    headers: { ...PRIVATE, 'Content-Disposition': 'attachment; filename="spk.json"' },
  })

const exportDoc: EndpointDoc = {
  answers: {
    200: {
      description: 'Everything that is kept about the own agreements, NIK included.',
      schema: z.strictObject({
        agreements: z.array(z.looseObject({})),
        exportedAt: z.iso.datetime(),
      }),
    },
  },
  description: 'For the customer who is logged in; each look is logged.',
  errors: [],
  summary: 'Take along the data of the own agreements',
}

/** `GET /shop/spk-export`: a customer takes along everything about his agreements. */
export const createSpkExportEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: (req) => isCustomer({ req }) === true,
      doc: exportDoc,
      handler: async ({ now, req }) => {
        const customer = findCustomerOf(req)
        if (!customer) {
          throw new DomainError('auth.required')
        }
        const by = { name: customer.label, role: 'customer' as const }
        return answer(await exportSpks(req.payload, { by, customerId: customer.id, now }))
      },
      method: 'get',
      path: '/shop/spk-export',
      rate: { limit: 10, name: 'spk.export', windowSeconds: 3_600 },
    },
    options,
  ),
]

/**
 * Below `/api/spks`, for owners alone: `export/:customer` hands out what is kept about a customer,
 * `:id/erase` erases what is not held any more, with a reason.
 */
export const createSpkPrivacyEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineEndpoint(
    {
      access: (req) => isOwner({ req }),
      handler: async ({ now, params, req }) => {
        const customerId = parseInput(z.uuid('notFound'), params.customer)
        const by = { name: staffActor(req).label ?? null, role: 'owner' as const }
        return answer(await exportSpks(req.payload, { by, customerId, now }))
      },
      method: 'get',
      path: '/export/:customer',
    },
    unlimited,
  ),
  defineEndpoint(
    {
      access: (req) => isOwner({ req }),
      body: eraseBody,
      handler: async ({ body, params, req }) => {
        const id = parseInput(z.uuid('notFound'), params.id)
        await eraseSpk(req.payload, { actor: staffActor(req), id, reason: body.reason })
        return Response.json({ ok: true })
      },
      method: 'post',
      path: '/:id/erase',
    },
    unlimited,
  ),
]
