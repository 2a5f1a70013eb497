import type { Endpoint } from 'payload'

import { z } from 'zod'

import {
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  type MoveDoor,
  parseInput,
  staffActor,
} from '../../kernel/payload'
import { isStorable } from '../../kernel/text'
import { lookAgain } from '../converge/lookAgain'
import { agreeTermination, proposeTermination, withdrawTermination } from '../ending/terminate'
import { hostingMachine } from './machine'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

const reasonBody = z.strictObject({
  reason: z.string('event.reasonRequired').trim().max(1_000).refine(isStorable, 'input.invalid'),
})

const idOf = ({ params }: EndpointCall<unknown>): string =>
  parseInput(z.uuid('input.invalid'), params.id)

const door = <B>(args: {
  body?: z.ZodType<B>
  path: string
  work: (call: EndpointCall<B>) => Promise<unknown>
}): Door =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      ...(args.body && { body: args.body }),
      handler: async (call: EndpointCall<B>) =>
        Response.json({ ok: true, result: (await args.work(call)) ?? null }),
      method: 'post',
      path: args.path,
    },
    unlimited,
  )

const opens = (endpoint: Door, doors: readonly MoveDoor[]): Door => ({
  ...endpoint,
  custom: { ...endpoint.custom, doors },
})

/**
 * Below `/api/hosting-accounts/:id`: `look` has the server looked at now; `terminate` proposes the end of
 * a service, `terminate/agree` is the second person's word, `terminate/withdraw` takes it back.
 */
export const createAccountEndpoints = (): Door[] => [
  door({ path: '/:id/look', work: (call) => lookAgain(call.req.payload, idOf(call)) }),
  opens(
    door({
      body: reasonBody,
      path: '/:id/terminate',
      work: (call) =>
        proposeTermination(call.req.payload, {
          accountId: idOf(call),
          actor: staffActor(call.req),
          reason: call.body.reason,
        }),
    }),
    [{ events: ['drop'], machine: hostingMachine.name }],
  ),
  door({
    path: '/:id/terminate/agree',
    work: (call) =>
      agreeTermination(call.req.payload, { accountId: idOf(call), actor: staffActor(call.req) }),
  }),
  door({
    path: '/:id/terminate/withdraw',
    work: (call) => withdrawTermination(call.req.payload, { accountId: idOf(call) }),
  }),
]
