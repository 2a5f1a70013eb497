import type { Payload } from 'payload'

import type { SpkFormer } from '../content'
import type { SpkScene } from '../queries/scene'

import { DomainError } from '../../kernel/errors'
import { newId, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock, partsOfDay, wibDayOf } from '../../kernel/time'
import { buildAddendumNumber, buildNumber } from '../template'
import { findTemplate } from './findTemplate'

const findTaken = async (tx: Pick<Tx, 'rows'>, spkId: string): Promise<string | undefined> => {
  const [row] = await tx.rows<{ number: string }>(
    sql`select number from spk_numbers where spk_id = ${spkId} order by created_at desc limit 1`,
  )
  return row?.number
}

/** Agreements and addenda are counted apart, each within house and year. */
type Series = { former: SpkFormer | undefined; house: string; spkId: string }

/** The next number of a series; who asks at the same time waits for the other's commit. */
const takeNext = async (tx: Tx, { former, house, spkId }: Series): Promise<string> => {
  const prefix = former ? 'ADD-SPK' : 'SPK'
  const now = clock.now()
  const day = wibDayOf(now)
  const [year] = partsOfDay(day)
  await tx.rows(
    sql`select pg_advisory_xact_lock(hashtextextended(${`spk.number/${prefix}/${house}/${year}`}, 0))`,
  )
  const [row] = await tx.rows<{ seq: number }>(sql`select (coalesce(max(seq), 0) + 1)::int as seq
    from spk_numbers where prefix = ${prefix} and house = ${house} and year = ${year}`)
  const parts = { day, house, prefix: 'SPK', revision: 0, seq: row?.seq ?? 1 }
  const { number } = former
    ? buildAddendumNumber({ ...parts, ordinal: former.ordinal })
    : buildNumber(parts)
  await tx.rows(sql`insert into spk_numbers (id, prefix, house, year, seq, number, spk_id, created_at)
    values (${newId()}, ${prefix}, ${house}, ${year}, ${parts.seq}, ${number}, ${spkId}, ${now.toISOString()})`)
  return number
}

/**
 * Takes the number of an agreement, once and for good: a number is never given to another one, and a
 * second call answers with the first's.
 *
 * @throws DomainError `spk.noTemplate`
 */
export const allocateNumber = (
  payload: Payload,
  { current, id: spkId, orderId }: Pick<SpkScene, 'current' | 'id' | 'orderId'>,
): Promise<string> =>
  runInTransaction(payload, async (tx) => {
    await tx.rows(sql`select id from orders where id = ${orderId} for no key update`)
    const taken = await findTaken(tx, spkId)
    if (taken !== undefined) {
      return taken
    }
    const template = await findTemplate(tx, current?.content.template.id ?? null)
    if (!template) {
      throw new DomainError('spk.noTemplate', { field: 'template' })
    }
    return takeNext(tx, { former: current?.content.former, house: template.house, spkId })
  })
