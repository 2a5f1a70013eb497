import type { Payload } from 'payload'

import type { SpkScene } from '../queries/scene'

import { queryRows, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { wibDayOf } from '../../kernel/time'
import { fireSpk } from '../actions/fireSpk'
import { revokeSpkLinks } from '../links'
import { tellSpkCustomer } from '../messages'
import { lockSpk } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { isWaiting, resolveStep, WAITED_FOR, WAITING_STATES } from './rules'

const BATCH = 500

type Times = { remindedAt: null | string; since: string }

/** Since when an agreement stands where it stands, and when its customer was reminded last. */
const getTimes = async (tx: Tx, id: string): Promise<Times> => {
  const [row] = await tx.rows<Times>(
    sql`select s.reminded_at as "remindedAt", coalesce((select max(t.at) from transitions t
        where t.machine = 'spk' and t.subject = s.id::text), s.created_at) as since
      from spks s where s.id = ${id}`,
  )
  if (!row) {
    throw new Error(`SPK ${id} is gone`)
  }
  return row
}

const toDate = (text: null | string): Date | null => (text ? new Date(text) : null)

const expire = async (tx: Tx, scene: SpkScene): Promise<void> => {
  await fireSpk(tx, scene, { actor: SYSTEM, event: 'expire' })
  await revokeSpkLinks(tx, scene.id)
  await tellSpkCustomer(tx, scene, { event: 'spk.expired', step: `expired-${scene.lockVersion}` })
}

/** At most once a day, whatever happens: the step is the message's own key. */
const remind = async (tx: Tx, scene: SpkScene, now: Date): Promise<void> => {
  if (isWaiting(scene.state)) {
    const note = WAITED_FOR[scene.state][scene.locale]
    const step = `remind-${scene.state}-${wibDayOf(now)}`
    await tx.rows(sql`update spks set reminded_at = ${now.toISOString()} where id = ${scene.id}`)
    await tellSpkCustomer(tx, scene, { event: 'spk.reminder', note, step })
  }
}

const tend = (payload: Payload, args: { id: string; now: Date }): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { id, now } = args
    const scene = await lockSpk(tx, sql`s.id = ${id}`)
    const { remindedAt, since } = await getTimes(tx, id)
    const { remindDays, signDays } = spkRuntime.get(payload)
    const step = resolveStep(
      {
        remindedAt: toDate(remindedAt),
        signBy: toDate(scene.signBy),
        since: new Date(since),
        state: scene.state,
      },
      { now, remindDays, signDays },
    )
    if (step === 'expire') {
      await expire(tx, scene)
    }
    if (step === 'remind') {
      await remind(tx, scene, now)
    }
  })

/**
 * Looks after agreements that wait for their customer: reminds him, and lets run out what is past its
 * time, with a message and the end of every link. Whatever moved meanwhile is seen under the lock.
 */
export const tendSpks = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  const states = sql.join(
    WAITING_STATES.map((state) => sql`${state}`),
    sql`, `,
  )
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await queryRows<{ id: string }>(
      payload,
      sql`select id from spks where state in (${states}) and id > ${last}::uuid order by id limit ${BATCH}`,
    )
    await doEach(found, ({ id }) => tend(payload, { id, now }))
    const end = found.at(-1)
    if (!end || found.length < BATCH) {
      return
    }
    last = end.id
  }
}
