import type { Endpoint } from 'payload'

import { z } from 'zod'

import { filesOf, MAX_FORM_BYTES, readAnswer } from '../../attachments'
import { DomainError } from '../../kernel/errors'
import {
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  type MoveDoor,
  parseInput,
  queryRows,
  readFormOrJson,
  sql,
  staffActor,
} from '../../kernel/payload'
import { isStorable } from '../../kernel/text'
import { clock } from '../../kernel/time'
import { finishTask, TASK_PROOF_FIELD, TASK_PROOFS } from './finishTask'
import { runbookMachine } from './machine'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

const text = (most: number) =>
  z.string().trim().max(most, 'input.invalid').refine(isStorable, 'input.invalid')

const finishBody = z.strictObject({
  address: text(200).default(''),
  note: text(2_000).default(''),
  password: text(200).default(''),
  reference: text(200).default(''),
  user: text(80).default(''),
})

type Finish = z.output<typeof finishBody>

const factsOf = ({ address, user }: Finish): Record<string, string> => ({
  ...(address !== '' && { ip: address }),
  ...(user !== '' && { user }),
})

const taskId = z.uuid('input.invalid')

const postFinish = async ({ params, req }: EndpointCall<undefined>): Promise<Response> => {
  const { fields, files } = await readFormOrJson(req as unknown as Request, {
    maxBytes: MAX_FORM_BYTES,
    maxMs: 60_000,
  })
  const told = parseInput(finishBody, fields)
  await finishTask(req.payload, {
    actor: staffActor(req),
    facts: factsOf(told),
    note: told.note,
    password: told.password,
    proof: filesOf(files[TASK_PROOF_FIELD] ?? []),
    reference: told.reference,
    taskId: parseInput(taskId, params.id),
  })
  return Response.json({ ok: true })
}

const assignBody = z.strictObject({ assignee: z.uuid().nullable(), from: z.string().max(40) })

const assign = async (call: EndpointCall<z.output<typeof assignBody>>): Promise<Response> => {
  const { body, params, req } = call
  const id = parseInput(taskId, params.id)
  const changed = await queryRows(
    req.payload,
    sql`update hosting_tasks set assignee_id = ${body.assignee}::uuid,
      updated_at = ${clock.now().toISOString()} where id = ${id}::uuid and state = 'open'
      and (${body.assignee}::uuid is null or exists (select from staff s
        where s.id = ${body.assignee}::uuid and s.role in ('admin', 'owner'))) returning id`,
  )
  if (changed.length === 0) {
    throw new DomainError('hosting.taskClosed')
  }
  return Response.json({ ok: true })
}

const proof = (call: EndpointCall<undefined>): Promise<Response> => {
  const { params, req } = call
  const id = parseInput(taskId, params.id)
  const seq = parseInput(z.coerce.number().pipe(z.int().min(1).max(100)), params.seq)
  return readAnswer(req.payload, { seq, subject: { id, kind: TASK_PROOFS } })
}

const opens = (endpoint: Door, doors: readonly MoveDoor[]): Door => ({
  ...endpoint,
  custom: { ...endpoint.custom, doors },
})

const access = (req: EndpointCall<unknown>['req']): boolean => isAdmin({ req })

/**
 * Below `/api/hosting-tasks/:id`: `assignee` names who does it, `finish` says with a proof that it is
 * done, `proof/:seq` shows it. Admins and owners.
 */
export const createRunbookEndpoints = (): Door[] => [
  defineEndpoint(
    { access, body: assignBody, handler: assign, method: 'post', path: '/:id/assignee' },
    unlimited,
  ),
  opens(
    defineEndpoint({ access, handler: postFinish, method: 'post', path: '/:id/finish' }, unlimited),
    [{ events: ['finish'], machine: runbookMachine.name }],
  ),
  defineEndpoint({ access, handler: proof, method: 'get', path: '/:id/proof/:seq' }, unlimited),
]
