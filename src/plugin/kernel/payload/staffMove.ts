import type { CustomComponent, Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import { isStorable } from '../text'
import type { Machine, Move } from '../machine'
import type { StaffRole } from './accessRules'
import type { Actor } from './transitionRow'

import { DomainError } from '../errors'
import { panelButtons } from '../machine'
import { audienceOf } from './accessRules'
import { defineEndpoint, parseInput } from './endpoint'

/** A move that a member of staff asks for, checked as far as the table of moves can tell. */
export type StaffMove = {
  actor: Actor
  event: string
  /** What proves it, e.g. a transfer number. */
  evidence?: string | undefined
  id: string
  /** Number of the order that it is about, where the feature asks for one. */
  order?: string | undefined
  reason?: string | undefined
  /** The state that the panel showed. */
  seen?: string | undefined
}

/** Where a move has led. */
export type StaffMoved = { to: string }

/** What an endpoint says of itself, so that a test can find moves without a door. */
export type MoveDoor = { events: readonly string[]; machine: string }

const STAFF: readonly string[] = ['editor', 'admin', 'owner'] satisfies StaffRole[]

/** The moves that staff make by hand: those with a button. */
export const staffMovesOf = (machine: Machine): Move[] =>
  machine.moves.filter(({ button }) => button !== undefined)

const doorOf = (machine: Machine): MoveDoor => ({
  events: staffMovesOf(machine).map(({ event }) => event),
  machine: machine.name,
})

const roleOf = (req: PayloadRequest): StaffRole | undefined => {
  const role = (req.user as null | { role?: string })?.role
  return audienceOf(req) === 'staff' && STAFF.includes(role ?? '') ? (role as StaffRole) : undefined
}

/**
 * The staff member behind a request, as the timeline names him.
 *
 * @throws DomainError `auth.forbidden` for everybody else
 */
export const staffActor = (req: PayloadRequest): Actor => {
  const role = roleOf(req)
  const user = req.user as unknown as { email?: string; id: string; name?: string }
  if (!role) {
    throw new DomainError('auth.forbidden')
  }
  return { id: user.id, label: user.name || user.email || 'staf', role }
}

const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isStorable)
    .transform((text) => text.trim())

const bodyOf = (machines: readonly Machine[]) =>
  z.strictObject({
    event: z.enum(machines.flatMap(staffMovesOf).map(({ event }) => event)),
    evidence: line(500).optional(),
    from: z.enum(machines.flatMap(({ states }) => Object.keys(states))).optional(),
    order: line(60).optional(),
    reason: line(1000).optional(),
  })

const LEAST = { evidence: 3, reason: 5 } as const

const assertAsked = (machines: readonly Machine[], move: StaffMove): void => {
  const moves = machines.flatMap(staffMovesOf)
  const asks = moves.find(({ event }) => event === move.event)?.button?.asks ?? []
  for (const ask of asks) {
    if ((move[ask] ?? '').length < LEAST[ask]) {
      throw new DomainError(`event.${ask}Required`, { field: ask })
    }
  }
}

/**
 * The door through which staff move a row: `POST …/:id/move` with `{ event, from?, reason?,
 * evidence? }`, made from the machine. Who may, from where, and what has to be written down stand in
 * its table; `move` does the work in one transaction. A state that moved meanwhile is a 409. Rows of
 * several kinds may have a machine each; an event of theirs asks for the same words in all of them.
 */
export const defineMoveEndpoint = (args: {
  /** Moves of other machines that follow from these, e.g. an attempt that leaves its quarantine. */
  also?: readonly MoveDoor[]
  machine: Machine | readonly Machine[]
  move: (move: StaffMove, req: PayloadRequest) => Promise<StaffMoved>
}): Omit<Endpoint, 'root'> => {
  const { also = [], move } = args
  const machines = 'moves' in args.machine ? [args.machine] : args.machine
  const roles = new Set<string>(machines.flatMap(staffMovesOf).flatMap(({ by }) => by))
  const endpoint = defineEndpoint(
    {
      access: (req) => roles.has(roleOf(req) ?? ''),
      body: bodyOf(machines),
      handler: async ({ body: { from, ...body }, params, req }) => {
        const id = parseInput(z.uuid(), params.id)
        const asked = { ...body, actor: staffActor(req), id, seen: from }
        assertAsked(machines, asked)
        const { to } = await move(asked, req)
        return Response.json({ ok: true, state: to })
      },
      method: 'post',
      path: '/:id/move',
    },
    { rateFactor: 0 },
  )
  const doors: MoveDoor[] = [...machines.map(doorOf), ...also]
  return { ...endpoint, custom: { ...endpoint.custom, doors } }
}

/** The words of a move that its transition row keeps. */
export const noteOf = (
  move: StaffMove,
): { metadata?: Record<string, unknown>; reason?: string } => ({
  ...(move.evidence ? { metadata: { evidence: move.evidence } } : {}),
  ...(move.reason ? { reason: move.reason } : {}),
})

/** The buttons of a machine on the page of one of its rows. */
export const moveControls = (
  machine: Machine,
  optional: Readonly<Record<string, readonly 'order'[]>> = {},
): CustomComponent[] => [
  {
    clientProps: { buttons: panelButtons(machine), optional },
    path: '/plugin/kernel/admin/DocumentMoves#DocumentMoves',
  },
]
