import type { Endpoint } from 'payload'

import { z } from 'zod'

import { blockerMachine } from '../hosting'
import { defineEndpoint, isAdmin, type MoveDoor, staffActor } from '../kernel/payload'
import { isStorable } from '../kernel/text'
import { chanceMachine } from '../overdue'
import { grantChances, resumeServices, suspendServices } from './actions/bulk'
import type { SuspensionResult } from './outcome'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

const accountIds = z.array(z.uuid()).min(1).max(200)
const isDry = z.boolean().default(false)
const reason = z
  .string('event.reasonRequired')
  .trim()
  .max(1_000)
  .refine(isStorable, 'input.invalid')
  .refine((written) => written.length >= 5, 'event.reasonRequired')

const resumeBody = z.strictObject({ accountIds, isDry, reason })
const suspendBody = resumeBody.extend({ cause: z.enum(['abuse', 'admin', 'unpaid']) })
const chanceBody = resumeBody.extend({ until: z.iso.date('time.invalidDay') })

type Asked<B> = { body: B; req: Parameters<typeof staffActor>[0] }

const door = <B>(args: {
  body: z.ZodType<B>
  doors?: readonly MoveDoor[]
  path: string
  work: (asked: Asked<B>) => Promise<SuspensionResult[]>
}): Door => {
  const { body, doors, path, work } = args
  const endpoint = defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body,
      handler: async ({ body: asked, req }) =>
        Response.json({ ok: true, result: await work({ body: asked, req }) }),
      method: 'post',
      path,
    },
    unlimited,
  )
  return doors ? { ...endpoint, custom: { ...endpoint.custom, doors } } : endpoint
}

const clears: MoveDoor = { events: ['clear'], machine: blockerMachine.name }

/**
 * Below `/api/hosting-accounts`: `suspend`, `resume` and `chance` for many services at once, each
 * answering what became of every one; with `isDry` what would become of it. Admins and owners.
 */
export const createSuspensionEndpoints = (): Door[] => [
  door({
    body: suspendBody,
    path: '/suspend',
    work: ({ body, req }) => suspendServices(req.payload, { ...body, actor: staffActor(req) }),
  }),
  door({
    body: resumeBody,
    doors: [clears],
    path: '/resume',
    work: ({ body, req }) => resumeServices(req.payload, { ...body, actor: staffActor(req) }),
  }),
  door({
    body: chanceBody,
    doors: [{ events: ['grant'], machine: chanceMachine.name }, clears],
    path: '/chance',
    work: ({ body, req }) => grantChances(req.payload, { ...body, actor: staffActor(req) }),
  }),
]
