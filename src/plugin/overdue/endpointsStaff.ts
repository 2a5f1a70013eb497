import type { Endpoint } from 'payload'

import { z } from 'zod'

import { blockerMachine } from '../hosting'
import { defineEndpoint, isAdmin, type MoveDoor, staffActor } from '../kernel/payload'
import { isStorable } from '../kernel/text'
import { confirmSuspensions, notifyInArrears } from './actions/bulk'
import { overdueCaseMachine } from './cases/machine'
import { chanceMachine } from './chances/machine'
import { previewNotice, previewSuspensions } from './queries/previewBulk'
import { declineChance, grantChance, withdrawChance } from './chances/actions'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

const text = z.string().trim().max(1_000).refine(isStorable, 'input.invalid')
const reason = text.refine((written) => written.length >= 5, 'event.reasonRequired')
const orderIds = z.array(z.uuid()).min(1).max(200)

const suspendBody = z.strictObject({ orderIds, reason })
const notifyBody = z.strictObject({
  key: z.string().regex(/^[\w-]{8,64}$/),
  kind: z.enum(['choice', 'notice']),
  orderIds,
  text,
  ways: z
    .array(z.enum(['email', 'whatsapp']))
    .min(1)
    .max(2),
})
const noticePreviewBody = z.strictObject({
  kind: z.enum(['choice', 'notice']),
  orderId: z.uuid(),
  text,
})
const grantBody = z.strictObject({
  orderId: z.uuid(),
  reason: text,
  until: z.iso.date('time.invalidDay'),
})
const decisionBody = z.strictObject({ orderId: z.uuid(), reason: text })

type Work<B> = (args: { body: B; req: Parameters<typeof staffActor>[0] }) => Promise<unknown>

const door = <B>(path: string, body: z.ZodType<B>, work: Work<B>): Door =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body,
      handler: async ({ body: asked, req }) =>
        Response.json({ ok: true, result: (await work({ body: asked, req })) ?? null }),
      method: 'post',
      path,
    },
    unlimited,
  )

/** Says which moves of which machines go through a door. */
const opens = (endpoint: Door, doors: readonly MoveDoor[]): Door => ({
  ...endpoint,
  custom: { ...endpoint.custom, doors },
})

const caseDoor = (event: string): MoveDoor[] => [
  { events: [event], machine: overdueCaseMachine.name },
]
const chanceDoor = (event: string): MoveDoor[] => [{ events: [event], machine: chanceMachine.name }]

/**
 * Below `/api/overdue-cases`: `suspend` and `notify` for many contracts at once, answering what became
 * of each, and `…/preview` of both, which changes nothing; `chances/grant`, `chances/decline`, `chances/withdraw` for one. Admins and owners.
 */
export const createOverdueStaffEndpoints = (): Door[] => [
  door('/suspend', suspendBody, ({ body, req }) =>
    confirmSuspensions(req.payload, { ...body, actor: staffActor(req) }),
  ),
  door('/suspend/preview', z.strictObject({ orderIds }), ({ body, req }) =>
    previewSuspensions(req.payload, body.orderIds),
  ),
  door('/notify/preview', noticePreviewBody, ({ body, req }) => previewNotice(req.payload, body)),
  opens(
    door('/notify', notifyBody, ({ body, req }) =>
      notifyInArrears(req.payload, { ...body, actor: staffActor(req) }),
    ),
    caseDoor('askChoice'),
  ),
  opens(
    door('/chances/grant', grantBody, ({ body, req }) =>
      grantChance(req.payload, { ...body, actor: staffActor(req) }),
    ),
    [...chanceDoor('grant'), { events: ['clear'], machine: blockerMachine.name }],
  ),
  opens(
    door('/chances/decline', decisionBody, ({ body, req }) =>
      declineChance(req.payload, { ...body, actor: staffActor(req) }),
    ),
    chanceDoor('decline'),
  ),
  opens(
    door('/chances/withdraw', decisionBody, ({ body, req }) =>
      withdrawChance(req.payload, { ...body, actor: staffActor(req) }),
    ),
    chanceDoor('withdraw'),
  ),
]
