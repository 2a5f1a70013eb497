import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { instalmentsRuntime } from '@/plugin/instalments'
import { sql } from '@/plugin/kernel/payload'
import { addDays, clock } from '@/plugin/kernel/time'
import type { Notification } from '@/plugin/notifications/schema'
import { actOnContract, overdueReasons, overdueRuntime } from '@/plugin/overdue'
import { countRows, readRows } from '../../support/books'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const { blockers, caseState, look, pay, running, sweep, sweepThrough, told } = desk

beforeAll(() => desk.enter())
afterEach(() => clock.release())

/** The second instalment is due on 5 January, a month after the start. */
const DUE = 31

const withSetting = async (change: object, work: () => Promise<void>): Promise<void> => {
  const runtime = overdueRuntime.get(inUse.shop.payload)
  const before = { ...runtime }
  Object.assign(runtime, change)
  try {
    await work()
  } finally {
    Object.assign(runtime, before)
  }
}

describe('the ladder of a contract', () => {
  it('bills, reminds, claims, asks, warns and proposes: each once, on its day', async () => {
    const { token } = await running()
    const days: [number, string[]][] = []
    for (let day = 1; day <= DUE + 8; day += 1) {
      const before = (await told(token)).length
      await sweep(day)
      const news = (await told(token)).slice(before)
      if (news.length > 0) {
        days.push([day - DUE, news])
      }
    }
    expect(days).toEqual([
      [-14, ['instalment.issued']],
      [-7, ['instalment.reminder']],
      [-3, ['instalment.reminder']],
      [-1, ['instalment.reminder']],
      [0, ['instalment.dueToday']],
      [1, ['instalment.late']],
      [3, ['overdue.choice']],
      [6, ['overdue.warning']],
    ])
    expect(await caseState(token)).toBe('awaiting')
    expect(await blockers(token)).toEqual([])
    const [row] = await readRows<{ day: string }>(
      inUse.shop.payload,
      sql`select proposed_on as day from overdue_cases k join orders o on o.id = k.order_id
        where o.token = ${token}`,
    )
    expect(row?.day).toBe(addDays(START, DUE + 7))
  })

  it('does nothing twice on one day, by however many workers', async () => {
    const { id, token } = await running()
    await sweepThrough(1, DUE)
    const now = freezeOn(DUE + 1)
    const run = { most: 1, proposed: [], suspended: 0, withheld: 0 }
    await Promise.all(
      Array.from({ length: 12 }, () =>
        actOnContract(inUse.shop.payload, { now, orderId: id, run }),
      ),
    )
    expect((await told(token)).filter((event) => event === 'instalment.late')).toHaveLength(1)
    expect(
      await countRows(
        inUse.shop.payload,
        sql`ladder_steps where order_id = ${id} and step = 'late'`,
      ),
    ).toBe(1)
  })

  it('rests at night and goes on in the morning', async () => {
    const { token } = await running()
    await sweepThrough(1, DUE)
    await sweep(DUE + 1, 0)
    await sweep(DUE + 1, 7)
    expect(await told(token)).not.toContain('instalment.late')
    await sweep(DUE + 1, 8)
    expect(await told(token)).toContain('instalment.late')
  })

  it('writes to customers only within the hours that the shop has set', async () => {
    await withSetting({ hours: [12, 14] }, async () => {
      const { token } = await running()
      await sweep(DUE - 14, 11)
      expect(await told(token)).toEqual([])
      await sweep(DUE - 14, 13)
      expect(await told(token)).toEqual(['instalment.issued'])
    })
  })

  it('after two weeks of standstill asks first, and gives the time to answer', async () => {
    const { token } = await running('auto')
    await sweepThrough(1, DUE)
    await sweep(DUE + 14)
    expect((await told(token)).at(-1)).toBe('overdue.choice')
    await sweepThrough(DUE + 15, DUE + 16)
    expect((await told(token)).at(-1)).toBe('overdue.choice')
    await sweep(DUE + 17)
    expect(await told(token)).toContain('overdue.warning')
    expect(await blockers(token)).toEqual([])
    await sweep(DUE + 18)
    expect(await blockers(token)).toEqual(['unpaid'])
  })

  it('looks after nothing that is cancelled or paid', async () => {
    const { token } = await running()
    await pay(token, { pay: 'all' })
    await sweepThrough(DUE - 14, DUE + 8)
    expect(await told(token)).toEqual(['contract.paidOff'])
  })

  it('of an order that is cancelled ends its case without a word', async () => {
    freezeOn(0)
    const { id, token } = await desk.order('4x')
    await sweepThrough(1, 2)
    expect(await caseState(token)).toBe('open')
    const { makeMover } = await import('../../support/moves')
    const move = makeMover(() => inUse.shop)
    const { status } = await move(
      { collection: 'orders', id },
      { event: 'cancel', reason: 'Tidak jadi' },
      desk.people.admin,
    )
    expect(status).toBe(200)
    expect(await caseState(token)).toBe('resolved')
    expect(await told(token)).not.toContain('overdue.settled')
  })

  it('fails for one contract without holding up the next', async () => {
    const first = await running()
    const second = await running()
    await desk.sweep(1)
    await readRows(
      inUse.shop.payload,
      sql`update contracts set terms = terms - 'ladder' where order_id = ${first.id}`,
    )
    const { failures } = await sweep(DUE - 14)
    expect(failures.map(({ orderId }) => orderId)).toContain(first.id)
    expect(await told(second.token)).toContain('instalment.issued')
    await readRows(
      inUse.shop.payload,
      sql`update contracts c set terms = (select terms from contracts where order_id = ${second.id})
        where c.order_id = ${first.id}`,
    )
  })
})

describe('suspension', () => {
  const lateUntil = async (plan: string, day: number) => {
    const made = await running(plan)
    await sweepThrough(DUE, day)
    return made
  }

  it('of a plan that suspends by itself comes on the seventh day, not before', async () => {
    const { token } = await lateUntil('auto', DUE + 6)
    expect(await blockers(token)).toEqual([])
    await sweep(DUE + 7)
    expect(await blockers(token)).toEqual(['unpaid'])
  })

  it('ends with the last late instalment: paying brings the site back', async () => {
    const { token } = await lateUntil('auto', DUE + 7)
    expect(await blockers(token)).toEqual(['unpaid'])
    await pay(token)
    expect(await blockers(token)).toEqual([])
    expect(await caseState(token)).toBe('resolved')
    expect((await told(token)).at(-1)).toBe('overdue.settled')
  })

  it('does not end with a part of what is late', async () => {
    const { id, token } = await lateUntil('auto', DUE + 7)
    await desk.transfer(id, 100_000, desk.people.admin, { receivedOn: addDays(START, DUE + 7) })
    expect(await blockers(token)).toEqual(['unpaid'])
    expect(await caseState(token)).toBe('awaiting')
    await desk.transfer(id, 200_000, desk.people.admin, { receivedOn: addDays(START, DUE + 7) })
    expect(await blockers(token)).toEqual([])
  })

  it('waits while an invoice is open, two days at most', async () => {
    const { token } = await lateUntil('auto', DUE + 6)
    freezeOn(DUE + 7)
    await inUse.buyer.open(token)
    await sweep(DUE + 7, 11)
    expect(await blockers(token)).toEqual([])
    freezeOn(DUE + 9)
    await inUse.buyer.open(token, { renew: true })
    await sweep(DUE + 9, 11)
    expect(await blockers(token)).toEqual(['unpaid'])
  })

  it('is not shielded where the shop wants no shield', async () => {
    await withSetting({ shieldDays: 0 }, async () => {
      const { token } = await lateUntil('auto', DUE + 6)
      freezeOn(DUE + 7)
      await inUse.buyer.open(token)
      await sweep(DUE + 7, 11)
      expect(await blockers(token)).toEqual(['unpaid'])
    })
  })

  it('hits nobody whom no claim has reached', async () => {
    const { id, token } = await lateUntil('auto', DUE + 6)
    await readRows(
      inUse.shop.payload,
      sql`update notifications set state = 'dead' where subject_id = ${id} and channel = 'email'`,
    )
    await sweep(DUE + 7)
    expect(await blockers(token)).toEqual([])
  })

  it('by itself stops at the limit of a run; what lies above is proposed and staff are alarmed', async () => {
    await withSetting({ mostPerRun: 1 }, async () => {
      const made = [await running('auto'), await running('auto')]
      await sweepThrough(DUE, DUE + 6)
      const { run } = await sweep(DUE + 7)
      expect([run.suspended, run.withheld]).toEqual([1, 1])
      const off = await Promise.all(made.map(({ token }) => blockers(token)))
      expect(off.flat()).toEqual(['unpaid'])
      expect(
        await countRows(inUse.shop.payload, sql`notifications where event = 'overdue.capReached'`),
      ).toBeGreaterThan(0)
      for (const { token } of made) {
        await pay(token)
      }
    })
  })

  it('of what was never paid for does not happen: there is nothing to put off', async () => {
    freezeOn(0)
    const { token } = await desk.order('auto')
    await sweepThrough(1, 12)
    expect(await blockers(token)).toEqual([])
    expect(await told(token)).toContain('instalment.late')
    expect(await told(token)).not.toContain('overdue.choice')
  })
})

describe('right before a message leaves', () => {
  const holds = (event: keyof typeof overdueReasons, subjectId: string, step: string) =>
    overdueReasons[event]({
      notification: { step, subjectId } as Notification,
      payload: inUse.shop.payload,
    })

  it('a reminder is dropped when its debt was paid, a claim when nothing is overdue', async () => {
    const { id, token } = await running()
    freezeOn(DUE + 1)
    const isWanted = async () => [
      await holds('instalment.reminder', id, '2:remind3'),
      await holds('overdue.choice', id, '2:choice'),
    ]
    expect(await isWanted()).toEqual([true, true])
    await pay(token)
    expect(await isWanted()).toEqual([false, false])
    expect(await holds('instalment.issued', id, '3:issued')).toBe(true)
  })
})

describe('late fees', () => {
  it('fall due at night after the days of grace, again each month, and are paid after the instalment', async () => {
    const { token } = await running('denda')
    await sweep(DUE + 3, 0)
    expect((await look(token)).contract?.standing.fees).toBe(0)
    await sweep(DUE + 4, 0)
    await sweep(DUE + 4, 1)
    expect((await look(token)).contract?.standing).toMatchObject({
      arrears: { fees: 25_000, principal: 300_000 },
      toBecomeCurrent: 325_000,
    })
    await sweep(DUE + 34, 0)
    const { contract } = await look(token)
    expect(contract?.standing.fees).toBe(50_000)
    await pay(token, { instalments: [2, 3] })
    const after = (await look(token)).contract?.standing
    expect([after?.arrears, after?.fees]).toEqual([null, 50_000])
  })

  it('can be waived with a reason, as any debt', async () => {
    const { token } = await running('denda')
    await sweep(DUE + 4, 0)
    const [fee] = await readRows<{ id: string }>(
      inUse.shop.payload,
      sql`select n.id from instalments n join orders o on o.id = n.order_id
        where o.token = ${token} and n.kind = 'lateFee'`,
    )
    const { makeMover } = await import('../../support/moves')
    const move = makeMover(() => inUse.shop)
    const { status } = await move(
      { collection: 'instalments', id: fee?.id ?? '' },
      { event: 'waive', reason: 'Pelanggan lama' },
      desk.people.admin,
    )
    expect(status).toBe(200)
    expect((await look(token)).contract?.standing.fees).toBe(0)
  })
})

describe('a contract that owes', () => {
  it('keeps its customer from a second one, naming what is overdue', async () => {
    const { customer } = await running()
    freezeOn(DUE + 1)
    const { code, json, status } = await desk.tryOrder('4x', customer)
    expect([status, code]).toEqual([409, 'contract.blockedByArrears'])
    expect(JSON.stringify(json)).toContain('300.000')
    expect((await desk.tryOrder('4x', desk.people.other)).status).toBe(201)
    expect(instalmentsRuntime.get(inUse.shop.payload).waiverLimit).toBeGreaterThan(0)
  })
})
