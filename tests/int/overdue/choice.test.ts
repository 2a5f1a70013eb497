import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { hostingRuntime } from '@/plugin/hosting'
import { sql } from '@/plugin/kernel/payload'
import { addDays, clock } from '@/plugin/kernel/time'
import { overdueRuntime } from '@/plugin/overdue'
import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeContractDesk(inUse)
const { arrears, askForChance, asStaff, blockers, caseState, choose, grant } = desk
const { look, pay, people, running, sweep, sweepThrough, told } = desk

beforeAll(() => desk.enter())
afterEach(() => clock.release())

const DUE = 31
const dayOf = (days: number): string => addDays(START, days)

/** A contract whose second instalment is late by so many days, looked after each day. */
const late = async (days: number, plan = '4x') => {
  const made = await running(plan)
  await sweepThrough(DUE, DUE + days)
  freezeOn(DUE + days, 12)
  return made
}

describe('the choice', () => {
  it('must be made once the ladder has asked; looking changes nothing', async () => {
    const { customer, token } = await late(3)
    const seen = await arrears(token, customer)
    expect(seen.json.arrears).toMatchObject({
      case: { askedOn: dayOf(DUE + 3), choice: null, state: 'awaiting' },
      mustChoose: true,
      service: { reasons: [], wanted: 'on' },
      standing: { toBecomeCurrent: 300_000 },
      suspendOn: dayOf(DUE + 7),
    })
    await arrears(token, customer)
    expect(await caseState(token)).toBe('awaiting')
  })

  it('to be suspended turns the service off at once, and is kept with time, way, address and text', async () => {
    const { customer, token } = await late(3)
    const { json, status } = await choose(token, 'suspend', customer, { seen: 'awaiting' })
    expect([status, json.arrears.service.wanted]).toEqual([200, 'off'])
    expect(await blockers(token)).toEqual(['customer_choice'])
    const [row] = await readRows<Record<string, string>>(
      inUse.shop.payload,
      sql`select k.chosen_at as at, k.choice_channel as channel, k.choice_text as text,
          k.choice_address as address from overdue_cases k join orders o on o.id = k.order_id
        where o.token = ${token}`,
    )
    expect(row).toMatchObject({ channel: 'api', text: '2026-11' })
    expect(row?.address).toMatch(/^10\./)
    expect((await told(token)).at(-1)).toBe('overdue.chosen')
  })

  it('to pay leads to what makes him current, and paying wins over a choice to be suspended', async () => {
    const { customer, token } = await late(3)
    await choose(token, 'suspend', customer)
    const { status } = await choose(token, 'pay', customer, { seen: 'suspendChosen' })
    expect(status).toBe(200)
    expect(await blockers(token)).toEqual(['customer_choice'])
    await pay(token)
    expect(await blockers(token)).toEqual([])
    expect(await caseState(token)).toBe('resolved')
  })

  it('made in two tabs at once has one winner; the other hears that something has changed', async () => {
    const { customer, token } = await late(3)
    const seen = 'awaiting'
    const answers = await Promise.all([
      choose(token, 'pay', customer, { seen }),
      choose(token, 'suspend', customer, { seen }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.code).toBe('transition.conflict')
  })

  it('made twice is made once', async () => {
    const { customer, token } = await late(3)
    await choose(token, 'suspend', customer)
    expect((await choose(token, 'suspend', customer)).status).toBe(200)
    expect((await told(token)).filter((event) => event === 'overdue.chosen')).toHaveLength(1)
  })

  it('after payment is answered politely and changes nothing', async () => {
    const { customer, token } = await late(3)
    await pay(token)
    const { code, status } = await choose(token, 'suspend', customer)
    expect([status, code]).toEqual([409, 'overdue.nothingOverdue'])
    expect(await blockers(token)).toEqual([])
  })

  it('belongs to the customer alone', async () => {
    const { token } = await late(3)
    const statuses = []
    for (const by of [undefined, people.other, people.editor, people.admin]) {
      statuses.push((await choose(token, 'suspend', by)).status)
      statuses.push((await arrears(token, by)).status)
    }
    expect(statuses).toEqual([401, 401, 404, 404, 403, 403, 403, 403])
    expect(await blockers(token)).toEqual([])
  })

  it('is refused in words when it is none', async () => {
    const { customer, token } = await late(3)
    const { code, json, status } = await choose(token, 'maybe', customer)
    expect([status, code, json]).toMatchObject([
      400,
      'input.invalid',
      { errors: [{ field: 'choice' }] },
    ])
  })

  it('tells whatever switches services, in the same transaction', async () => {
    const wishes: { on: boolean }[] = []
    const runtime = hostingRuntime.get(inUse.shop.payload)
    const before = runtime.switches
    Object.assign(runtime, {
      switches: [
        { want: (_: unknown, wish: { on: boolean }) => Promise.resolve(void wishes.push(wish)) },
      ],
    })
    const { customer, token } = await late(3)
    await choose(token, 'suspend', customer)
    await pay(token)
    Object.assign(runtime, { switches: before })
    expect(wishes.map(({ on }) => on)).toEqual([false, true])
  })
})

describe('a chance', () => {
  it('asked for by the customer waits for staff, who are told', async () => {
    const { customer, id, token } = await late(3)
    const { json, status } = await askForChance(token, dayOf(DUE + 10), customer)
    expect([status, json.arrears.requested, json.arrears.canAskForChance]).toEqual([
      201,
      true,
      false,
    ])
    expect((await askForChance(token, dayOf(DUE + 10), customer)).code).toBe('chance.running')
    const declined = await asStaff(
      'chances/decline',
      { orderId: id, reason: 'Sudah dua kali' },
      people.admin,
    )
    expect(declined.status).toBe(200)
    expect((await told(token)).at(-1)).toBe('chance.declined')
  })

  it('granted puts the service on again in the same step, and nothing is suspended inside it', async () => {
    const { customer, id, token } = await late(7, 'auto')
    expect(await blockers(token)).toEqual(['unpaid'])
    await choose(token, 'suspend', customer)
    expect((await grant(id, DUE + 15)).status).toBe(200)
    expect(await blockers(token)).toEqual([])
    expect((await told(token)).at(-1)).toBe('chance.granted')
    await sweepThrough(DUE + 8, DUE + 15)
    expect(await blockers(token)).toEqual([])
    expect((await arrears(token, customer)).json.arrears.chance).toEqual({ until: dayOf(DUE + 15) })
  })

  it('that is not kept lets the ladder go on, and is told', async () => {
    const { id, token } = await late(7, 'auto')
    await grant(id, DUE + 12)
    await sweepThrough(DUE + 8, DUE + 12)
    expect(await blockers(token)).toEqual([])
    await sweep(DUE + 13)
    expect(await told(token)).toContain('chance.broken')
    expect(await blockers(token)).toEqual(['unpaid'])
  })

  it('that is kept ends with the money', async () => {
    const { id, token } = await late(4)
    await grant(id, DUE + 12)
    await pay(token)
    const rows = await readRows<{ state: string }>(
      inUse.shop.payload,
      sql`select state from chances where order_id = ${id}`,
    )
    expect(rows).toEqual([{ state: 'kept' }])
  })

  it('can be withdrawn; from the next day on the ladder goes on', async () => {
    const { id, token } = await late(7, 'auto')
    await grant(id, DUE + 20)
    const { status } = await asStaff(
      'chances/withdraw',
      { orderId: id, reason: 'Salah kontrak' },
      people.admin,
    )
    expect(status).toBe(200)
    await sweep(DUE + 7, 15)
    expect(await blockers(token)).toEqual([])
    await sweep(DUE + 8)
    expect(await blockers(token)).toEqual(['unpaid'])
  })

  it.each([
    [DUE + 4, 'chance.badDay', 'today'],
    [DUE - 1, 'chance.badDay', 'the past'],
    [DUE + 36_525, 'chance.badDay', 'a hundred years ahead'],
  ])('until day %i is refused: %s (%s)', async (days, code) => {
    const { id } = await late(4)
    expect(await grant(id, days)).toMatchObject({ code, status: 422 })
  })

  it('needs a reason, arrears, and the right to give it', async () => {
    const { customer, id } = await late(4)
    const codes = [
      (await grant(id, DUE + 9, people.admin, 'ya')).code,
      (await grant(id, DUE + 9, people.editor)).status,
      (await grant(id, DUE + 9, customer)).status,
      (await grant(id, DUE + 9, { headers: {}, id: '' })).status,
    ]
    expect(codes).toEqual(['chance.reasonRequired', 403, 403, 401])
    const current = await running()
    expect((await grant(current.id, 9)).code).toBe('overdue.nothingOverdue')
  })

  it('is given twice by admins; a third one only by an owner', async () => {
    const runtime = overdueRuntime.get(inUse.shop.payload)
    const { id } = await late(4)
    for (let day = 5; day < 5 + runtime.chances; day += 1) {
      freezeOn(DUE + day, 12)
      expect((await grant(id, DUE + day + 1)).status).toBe(200)
      await asStaff('chances/withdraw', { orderId: id, reason: 'Ulangi lagi' }, people.admin)
    }
    expect(await grant(id, DUE + 20)).toMatchObject({ code: 'chance.noneLeft', status: 409 })
    expect((await grant(id, DUE + 20, people.owner)).status).toBe(200)
  })

  it('granted while the ladder runs is seen under its lock', async () => {
    const { id, token } = await late(6, 'auto')
    freezeOn(DUE + 7)
    await Promise.all([grant(id, DUE + 12), sweep(DUE + 7)])
    expect(await blockers(token)).toEqual([])
  })
})

describe('in bulk', () => {
  type Result = { orderId: string; outcome: string }[]

  it('suspensions are confirmed for who still owes; each row says what became of it', async () => {
    const proposed = await late(7)
    const paid = await late(7)
    await pay(paid.token)
    const paying = await late(7)
    await inUse.buyer.open(paying.token)
    const early = await late(2)
    const all = [proposed, paid, paying, early]
    const orderIds = all.map(({ id }) => id)
    freezeOn(DUE + 7, 13)
    const { json } = await asStaff<Result>(
      'suspend',
      { orderIds, reason: 'Disetujui rapat' },
      people.admin,
    )
    expect(json.result.map(({ outcome }) => outcome)).toEqual([
      'done',
      'paid',
      'paymentInFlight',
      'notProposed',
    ])
    expect(await blockers(proposed.token)).toEqual(['unpaid'])
    const again = await asStaff<Result>(
      'suspend',
      { orderIds: [proposed.id], reason: 'Disetujui rapat' },
      people.admin,
    )
    expect(again.json.result[0]?.outcome).toBe('alreadyDone')
  })

  it('notices go out once per press, by both ways, and to nobody who owes nothing', async () => {
    const owing = await late(2)
    const current = await running()
    freezeOn(DUE + 2, 12)
    await pay(current.token)
    const body = {
      key: 'tekan-sekali',
      kind: 'notice',
      orderIds: [owing.id, current.id],
      text: 'Mohon kabari kami.',
      ways: ['email', 'whatsapp'],
    }
    const send = () => asStaff<Result>('notify', body, people.admin)
    expect((await send()).json.result.map(({ outcome }) => outcome)).toEqual(['done', 'paid'])
    expect((await send()).json.result[0]?.outcome).toBe('alreadyDone')
    expect((await told(owing.token)).filter((event) => event === 'overdue.notice')).toHaveLength(1)
  })

  it('a notice that asks for the choice opens it before the ladder does', async () => {
    const { customer, id, token } = await late(1)
    await asStaff(
      'notify',
      { key: 'pilihan-spk', kind: 'choice', orderIds: [id], text: 'SPK tertunda', ways: ['email'] },
      people.admin,
    )
    expect((await arrears(token, customer)).json.arrears.mustChoose).toBe(true)
  })

  it('is for admins and owners alone', async () => {
    const { customer, id } = await late(1)
    const statuses = []
    for (const by of [undefined, customer, people.editor, people.owner]) {
      const body = { orderIds: [id], reason: 'Coba-coba' }
      statuses.push((await asStaff('suspend', body, by)).status)
    }
    expect(statuses).toEqual([401, 403, 403, 200])
  })
})

describe('the payment and the suspension in one second', () => {
  it('end with the service on, whoever was first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { token } = await late(6, 'auto')
      freezeOn(DUE + 7)
      const payment = await inUse.buyer.open(token)
      await Promise.all([inUse.buyer.pay(payment), sweep(DUE + 7)])
      await inUse.shop.idle()
      expect(await blockers(token)).toEqual([])
      expect((await look(token)).contract?.standing.arrears).toBeNull()
    }
  })
})
