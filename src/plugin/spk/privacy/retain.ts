import type { Payload } from 'payload'

import type { SpkState } from '../states'

import { isDomainError } from '../../kernel/errors'
import { queryRows, sql, SYSTEM } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { spkRuntime } from '../runtime'
import { clearStrays } from './clearFiles'
import { eraseSpk } from './eraseSpk'
import { ENDED_STATES, resolveKeptUntil } from './rules'

type Ended = { endedAt: string; id: string; state: SpkState }

const findEnded = (payload: Payload): Promise<Ended[]> => {
  const states = sql.join(
    ENDED_STATES.map((state) => sql`${state}`),
    sql`, `,
  )
  return queryRows<Ended>(
    payload,
    sql`select s.id, s.state, (select max(t.at) from transitions t where t.machine = 'spk'
        and t.subject = s.id::text) as "endedAt"
      from spks s where s.erased_at is null and s.state in (${states}) order by s.id`,
  )
}

const isHeld = (error: unknown): boolean =>
  isDomainError(error) && ['spk.erased', 'spk.held'].includes(error.code)

/** What is still held stays for another night. */
const erase = async (payload: Payload, id: string): Promise<void> => {
  try {
    await eraseSpk(payload, { actor: SYSTEM, id, reason: 'Masa simpan berakhir' })
  } catch (error) {
    if (!isHeld(error)) {
      throw error
    }
  }
}

/** Erases what has been kept for as long as the shop keeps it, and empties the store of strays. */
export const retainSpks = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  const { retentionMonths } = spkRuntime.get(payload)
  const over = (await findEnded(payload)).filter(
    ({ endedAt }) => endedAt && resolveKeptUntil(new Date(endedAt), retentionMonths) <= now,
  )
  await doEach(over, ({ id }) => erase(payload, id))
  await clearStrays(payload, now)
}
