import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { newId, queryRows, sql } from '@/plugin/kernel/payload'
import { addDays, clock, endOfWibDay } from '@/plugin/kernel/time'
import { type SpkState, spkRuntime } from '@/plugin/spk'
import { requeueStuck } from '@/plugin/spk/clock/requeueStuck'
import { tendSpks } from '@/plugin/spk/clock/tendSpks'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import { moveSpk, SPK_WAYS } from '../../support/spk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)

beforeAll(async () => {
  await desk.enter([], true)
  Object.assign(spkRuntime.get(inUse.shop.payload), { remindDays: 3, signDays: 14 })
})

afterEach(() => {
  clock.release()
  Object.assign(spkRuntime.get(inUse.shop.payload), { remindDays: 3, signDays: 14 })
})

/** An SPK that stands somewhere since day 0, 10.00 WIB, with 14 days unless said otherwise. */
const waiting = async (where: keyof typeof SPK_WAYS, days: null | number = 14): Promise<string> => {
  freezeOn(0)
  const { id } = await desk.order()
  await moveSpk(inUse.shop, id, ...SPK_WAYS[where])
  const signBy = days === null ? null : endOfWibDay(addDays(START, days)).toISOString()
  await queryRows(
    inUse.shop.payload,
    sql`update spks set sign_by = ${signBy}::timestamptz where order_id = ${id}`,
  )
  return id
}

const tendOn = async (days: number, hour = 10): Promise<void> => {
  const now = freezeOn(days, hour)
  await tendSpks({ now, payload: inUse.shop.payload })
}

const stateOf = async (orderId: string): Promise<SpkState | undefined> => {
  const [row] = await queryRows<{ state: SpkState }>(
    inUse.shop.payload,
    sql`select state from spks where order_id = ${orderId}`,
  )
  return row?.state
}

const toldOf = async (orderId: string, event: string) =>
  (
    await queryRows<{ note: string }>(
      inUse.shop.payload,
      sql`select params->>'note' as note from notifications where subject_id = ${orderId}
        and event = ${event} and channel = 'email' order by created_at`,
    )
  ).map(({ note }) => note)

const reminders = (orderId: string) => toldOf(orderId, 'spk.reminder')

describe('An agreement that waits for its customer', () => {
  it.each([
    ['validating', 'Baca isi SPK'],
    ['awaitingSignature', 'Cetak SPK'],
    ['signatureRejected', 'Tanda tangani lagi'],
    ['moreEvidence', 'Kirim foto'],
  ] as const)('is called to mind every three days while %s', async (where, words) => {
    const id = await waiting(where)
    await tendOn(2)
    expect(await reminders(id)).toEqual([])
    await tendOn(3)
    await tendOn(3, 15)
    await tendOn(5)
    expect(await reminders(id)).toHaveLength(1)
    await tendOn(6)
    const told = await reminders(id)
    expect(told).toHaveLength(2)
    expect(told[0]).toContain(words)
  })

  it('is called to mind between 08.00 and 20.00 WIB alone', async () => {
    const id = await waiting('validating')
    await tendOn(3, 20)
    await tendOn(4, 7.9)
    expect(await reminders(id)).toEqual([])
    await tendOn(4, 8)
    expect(await reminders(id)).toHaveLength(1)
  })

  it('begins to count anew with every move', async () => {
    const id = await waiting('awaitingSignature')
    freezeOn(2)
    await moveSpk(inUse.shop, id, 'bringScan', 'finishAnalysis', 'rejectSignature')
    await tendOn(4)
    expect(await reminders(id)).toEqual([])
    await tendOn(5)
    expect(await reminders(id)).toHaveLength(1)
  })

  it('is called to mind once by several workers at once', async () => {
    const id = await waiting('validating')
    await Promise.all([tendOn(3), tendOn(3), tendOn(3)])
    expect(await reminders(id)).toHaveLength(1)
  })

  it('is called to mind as often as the shop has set, or never', async () => {
    const { payload } = inUse.shop
    Object.assign(spkRuntime.get(payload), { remindDays: 1 })
    const often = await waiting('validating')
    await tendOn(1)
    await tendOn(2)
    expect(await reminders(often)).toHaveLength(2)
    Object.assign(spkRuntime.get(payload), { remindDays: 0 })
    const never = await waiting('validating')
    await tendOn(13)
    expect(await reminders(never)).toEqual([])
  })
})

describe('An agreement past its time', () => {
  it.each(['validating', 'awaitingSignature', 'signatureRejected', 'moreEvidence'] as const)(
    'expires while %s, once, with a message and the end of its links',
    async (where) => {
      const { payload } = inUse.shop
      const id = await waiting(where)
      await queryRows(
        payload,
        sql`insert into spk_links (id, spk_id, token_hash, edition, expires_at, created_at)
          select ${newId()}::uuid, id, ${newId()}, 0, now() + interval '7 days', now()
          from spks where order_id = ${id}`,
      )
      await tendOn(14, 23.9)
      expect(await stateOf(id)).toBe(where)
      await Promise.all([tendOn(15, 0.1), tendOn(15, 0.1)])
      expect(await stateOf(id)).toBe('expired')
      expect(await toldOf(id, 'spk.expired')).toHaveLength(1)
      const links = await queryRows<{ isRevoked: boolean }>(
        payload,
        sql`select l.revoked_at is not null as "isRevoked" from spk_links l
          join spks s on s.id = l.spk_id where s.order_id = ${id}`,
      )
      expect(links).toEqual([{ isRevoked: true }])
    },
  )

  it('has the days that the shop gives, where none were set', async () => {
    const { payload } = inUse.shop
    const id = await waiting('validating', null)
    await tendOn(14)
    expect(await stateOf(id)).toBe('validating')
    Object.assign(spkRuntime.get(payload), { signDays: 5 })
    await tendOn(14)
    expect(await stateOf(id)).toBe('expired')
  })

  it.each(['draft', 'dataConfirmed', 'issued', 'analysing', 'underReview', 'confirmed'] as const)(
    'is left alone while it waits for the shop: %s',
    async (where) => {
      const id = await waiting(where)
      await tendOn(60)
      expect(await stateOf(id)).toBe(where)
      expect(await reminders(id)).toEqual([])
    },
  )
})

describe('Work on an agreement', () => {
  const sealJobs = async (orderId: string): Promise<number> => {
    const [row] = await queryRows<{ n: number }>(
      inUse.shop.payload,
      sql`select count(*)::int as n from graphile_worker._private_jobs j join spks s
        on j.key = 'spk.seal:' || s.id where s.order_id = ${orderId}`,
    )
    return row?.n ?? 0
  }

  it('that was lost is put back in line after an hour, once', async () => {
    const id = await waiting('confirmed', null)
    expect(await sealJobs(id)).toBe(0)
    await requeueStuck({ now: freezeOn(0, 10.5), payload: inUse.shop.payload })
    expect(await sealJobs(id)).toBe(0)
    const late = freezeOn(0, 12)
    await requeueStuck({ now: late, payload: inUse.shop.payload })
    await requeueStuck({ now: late, payload: inUse.shop.payload })
    expect(await sealJobs(id)).toBe(1)
  })
})
