import type { Payload } from 'payload'

import type { WorkCalendar } from '../../kernel/time'
import type { FoundScene } from '../queries/scene'

import { findPastCalendar } from '../../fulfilment'
import { queryRows, runInTransaction, sql, statementsOn, type Tx } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { isWorkingTime, subtractWorkingTime } from '../../kernel/time'
import { tellCustomer, tellStaff } from '../messages'
import { lockScope } from '../queries/scene'
import { findReminder, isBeforeAnalysis, type ReminderClock } from '../rules'
import { scopesRuntime } from '../runtime'

const BATCH = 200

const resolveClock = (
  payload: Payload,
  { calendar, now }: { calendar: WorkCalendar; now: Date },
): ReminderClock => {
  const { agreeHours, remindAfterHours } = scopesRuntime.get(payload)
  const before = (hours: number): Date => subtractWorkingTime(now, hours, calendar)
  return { agreeBefore: before(agreeHours), formBefore: remindAfterHours.map(before) }
}

/** Scopes that wait for somebody, and of which the latest stage that is due was not told yet. */
const findWaiting = (
  payload: Payload,
  { agreeBefore, formBefore }: ReminderClock,
): Promise<{ id: string }[]> => {
  const stages = formBefore.map(
    (at, stage) => sql`when s.created_at <= ${at.toISOString()} then ${`form-${stage + 1}`}`,
  )
  const unwritten = sql`s.state = 'draft' and s.reminded is distinct from
    case ${sql.join([...stages].reverse(), sql` `)} else s.reminded end`
  return queryRows(
    payload,
    sql`select s.id from scopes s where ${stages.length > 0 ? unwritten : sql`false`}
      or (s.state in ('submitted', 'proven') and s.signed_at <= ${agreeBefore.toISOString()}
        and s.reminded is distinct from 'agree-' || s.revision::int)
      order by s.created_at, s.id limit ${BATCH}`,
  )
}

const tell = (tx: Tx, scene: FoundScene, stage: string): Promise<void> => {
  const step = `${scene.scope.id}/${stage}`
  return scene.scope.state === 'draft'
    ? tellCustomer(tx, { event: 'scope.reminder', scene, step })
    : tellStaff(tx, { event: 'scope.notAgreed', scene, step })
}

/** Notes the stage and queues its messages, both or neither. Whoever is second finds it noted. */
const remindOf = (payload: Payload, args: { clock: ReminderClock; id: string }): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const scene = await lockScope(tx, args.id)
    const { createdAt, revision, signedAt, state } = scene.scope
    const stage = isBeforeAnalysis(scene.delivery?.state ?? null)
      ? findReminder({ createdAt, revision, signedAt, state }, args.clock)
      : null
    const noted = await tx.rows(sql`update scopes set reminded = ${stage ?? 'none'}
      where id = ${args.id} and reminded is distinct from ${stage ?? 'none'} returning id`)
    if (stage && noted.length > 0) {
      await tell(tx, scene, stage)
    }
  })

/**
 * Reminds customers of scopes that they have not written, and staff of written ones that are not agreed
 * on: each stage once, after a standstill only the latest, within the hours of work.
 */
export const remindOfScopes = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  const calendar = await findPastCalendar({ payload, ...statementsOn(payload) }, now)
  if (isWorkingTime(now, calendar)) {
    const clock = resolveClock(payload, { calendar, now })
    await doEach(await findWaiting(payload, clock), ({ id }) => remindOf(payload, { clock, id }))
  }
}
