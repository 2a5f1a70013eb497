import type { Endpoint, Payload } from 'payload'

import { z } from 'zod'

import {
  type Actor,
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  parseInput,
  staffActor,
} from '../../kernel/payload'
import { spkMachine } from '../machine'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
export const unlimited = { rateFactor: 0 }

export type Door = Omit<Endpoint, 'root'>

/** The agreement that an address names. */
export const idOf = ({ params }: Pick<EndpointCall<unknown>, 'params'>): string =>
  parseInput(z.uuid('notFound'), params.id)

/** Says which events are fired behind an endpoint, so that a test finds moves without a door. */
export const withDoors = (endpoint: Endpoint, events: readonly string[]): Door => ({
  ...endpoint,
  custom: { ...endpoint.custom, doors: [{ events, machine: spkMachine.name }] },
})

/** One deed of staff: `POST /api/spks/:id/<path>` with a JSON body. */
export const defineDeed = <B>(deed: {
  body: z.ZodType<B>
  events?: readonly string[]
  path: string
  run: (payload: Payload, asked: { actor: Actor; body: B; id: string }) => Promise<Response>
}): Door =>
  withDoors(
    defineEndpoint<B>(
      {
        access: (req) => isAdmin({ req }),
        body: deed.body,
        handler: (call) =>
          deed.run(call.req.payload, {
            actor: staffActor(call.req),
            body: call.body,
            id: idOf(call),
          }),
        method: 'post',
        path: `/:id/${deed.path}`,
      },
      unlimited,
    ) as Endpoint,
    deed.events ?? [],
  )

/** Says where a deed has led. */
export const done = (result: object): Response => Response.json({ ok: true, ...result })
