import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '@/plugin/kernel/time'
import { createCustomer } from '../../factories/customer'
import { makeWorker, readDelivery, tend, WAYS } from '../../support/deliveries'
import { makeMover, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import type { ProductSlug } from '../../support/products'
import { type Answer, callShop } from '../../support/purchase'
import { issueAny } from '../../support/reports'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const worker = makeWorker(() => inUse.shop)
const move = makeMover(() => inUse.shop)
const people = {} as Record<'admin' | 'customer' | 'editor' | 'owner', LoggedIn>

const MONDAY = new Date('2026-11-30T03:00:00Z')
const DAY = 86_400_000

const logInCustomer = async (): Promise<LoggedIn> => {
  const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
  return { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
}

beforeAll(async () => {
  people.customer = await logInCustomer()
  for (const role of ['editor', 'admin', 'owner'] as const) {
    people[role] = await logInAs(inUse.shop, role)
  }
})
beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())

const buy = async (product: ProductSlug = 'konsultasi') => {
  const { order } = await inUse.buyer.buy({ product })
  return { row: await readDelivery(inUse.shop, order.token), token: order.token }
}

const fails = async (answer: Promise<Answer>): Promise<[number, string | undefined]> => {
  const { code, status } = await answer
  return [status, code]
}

describe.each(Object.entries(WAYS))('A delivery of %s', (product, { events, states }) => {
  it('goes its whole way; the order follows and is closed at its end', async () => {
    const { row, token } = await buy(product as ProductSlug)
    const arrival = events.indexOf('deliver')
    expect(await worker.walk(row, events.slice(0, arrival), people.admin)).toEqual(
      states.slice(0, arrival),
    )
    expect((await inUse.buyer.look(token)).state).toBe('open')
    await worker.walk(row, events.slice(arrival, -1), people.admin)
    expect((await inUse.buyer.look(token)).state).toBe('fulfilled')
    await worker.walk(row, events.slice(-1), people.admin)
    expect((await inUse.buyer.look(token)).state).toBe('closed')
    expect(await readDelivery(inUse.shop, token)).toMatchObject({
      assignee: people.admin.id,
      dueAt: null,
      followUpUntil: null,
      state: 'done',
    })
  })

  it('is refused every move that its state does not have, with 409 and without a trace', async () => {
    const { row, token } = await buy(product as ProductSlug)
    // Consultations and analyses are scheduled through doors of their own.
    const own = ['start', 'schedule']
    for (const event of events.filter((each) => !own.includes(each))) {
      expect(
        await fails(worker.move(row.id, { event, reason: 'Coba saja' }, people.owner)),
      ).toEqual([409, 'event.notAllowed'])
    }
    expect((await readDelivery(inUse.shop, token)).state).toBe('new')
  })

  it('is not delivered before its checklist is ticked, and the refusal names what is missing', async () => {
    const { row } = await buy(product as ProductSlug)
    const way = events.slice(0, events.indexOf('deliver'))
    await worker.walk(row, way, people.admin)
    if (product === 'analisis-keamanan') {
      await issueAny(inUse.shop, { by: people.admin, fulfilmentId: row.id })
    }
    const last = row.checklist.filter(({ byShop }) => !byShop).at(-1)?.key ?? ''
    await worker.tick(row.id, { done: false, key: last }, people.admin)
    const answer = await worker.move(row.id, { event: 'deliver' }, people.admin)
    expect([answer.status, answer.code]).toEqual([409, 'event.guardRefused'])
    expect(JSON.stringify(answer.json)).toContain('masih perlu dicentang')
    await worker.tick(row.id, { done: true, key: last }, people.admin)
    expect((await worker.move(row.id, { event: 'deliver' }, people.admin)).status).toBe(200)
  })
})

describe('Two admins at once', () => {
  it.each([
    [
      'take an item',
      (id: string, by: LoggedIn) => worker.assign(id, { assignee: by.id, from: 'new' }, by),
    ],
    [
      'start an item',
      (id: string, by: LoggedIn) => worker.move(id, { event: 'start', from: 'new' }, by),
    ],
  ])('%s: one gets it, the other is told who was faster', async (_what, press) => {
    const { row, token } = await buy()
    const both = [people.admin, people.owner]
    const answers = await Promise.all(both.map((by) => press(row.id, by)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = both[answers.findIndex(({ status }) => status === 200)]
    const refusal = answers.find(({ status }) => status === 409)
    expect(refusal?.code).toBe('fulfilment.taken')
    const name = winner === people.admin ? 'Si admin' : 'Si owner'
    expect(JSON.stringify(refusal?.json)).toContain(`baru saja diambil oleh ${name}`)
    expect((await readDelivery(inUse.shop, token)).assignee).toBe(winner?.id)
  })

  it('and a refund in the same moment leave it either way whole', async () => {
    const { row, token } = await buy()
    const { attempts } = await readSubjects(inUse.shop, token)
    const refund = { event: 'refund', evidence: 'TRF-9', from: 'paid', reason: 'Batal bersama' }
    await Promise.all([
      worker.move(row.id, { event: 'start', from: 'new' }, people.admin),
      move({ collection: 'payments', id: attempts[0] ?? '' }, refund, people.owner),
    ])
    expect((await readDelivery(inUse.shop, token)).state).toBe('cancelled')
  })
})

describe('The assignee', () => {
  it('is named, changed while the work goes on, and given back only before it has begun', async () => {
    const { row, token } = await buy()
    const { admin, owner } = people
    expect((await worker.assign(row.id, { assignee: owner.id }, admin)).json.state).toBe('assigned')
    expect((await worker.assign(row.id, { assignee: null }, admin)).json.state).toBe('new')
    await worker.move(row.id, { event: 'start' }, admin)
    expect((await worker.assign(row.id, { assignee: owner.id }, admin)).json.state).toBe(
      'contacting',
    )
    expect((await readDelivery(inUse.shop, token)).assignee).toBe(owner.id)
    expect(await fails(worker.assign(row.id, { assignee: null }, admin))).toEqual([
      409,
      'event.notAllowed',
    ])
  })

  it('can only be somebody who may do the work', async () => {
    const { row } = await buy()
    for (const assignee of [people.editor.id, people.customer.id, randomUUID()]) {
      const answer = worker.assign(row.id, { assignee }, people.admin)
      expect(await fails(answer)).toEqual([422, 'fulfilment.badAssignee'])
    }
  })

  it('twice the same changes nothing', async () => {
    const { row } = await buy()
    const body = { assignee: people.admin.id }
    await worker.assign(row.id, body, people.admin)
    const [first, second] = [await worker.assign(row.id, body, people.owner), row.id]
    expect([first.status, second]).toEqual([200, row.id])
  })
})

describe('The checklist', () => {
  it('keeps who ticked first, and forgets it when the tick is taken back', async () => {
    const { row, token } = await buy()
    const key = row.checklist[0]?.key ?? ''
    await worker.tick(row.id, { done: true, key }, people.admin)
    await worker.tick(row.id, { done: true, key }, people.owner)
    const [ticked] = (await readDelivery(inUse.shop, token)).checklist
    expect(ticked).toMatchObject({ doneAt: MONDAY.toISOString(), doneBy: 'Si admin' })
    await worker.tick(row.id, { done: false, key }, people.owner)
    const [open] = (await readDelivery(inUse.shop, token)).checklist
    expect([open?.doneAt, open?.doneBy, open?.key]).toEqual([undefined, undefined, key])
  })

  it('loses no tick when all are ticked at once', async () => {
    const { row, token } = await buy('analisis-keamanan')
    const byHand = row.checklist.filter(({ byShop }) => !byShop)
    await Promise.all(
      byHand.map(({ key }) => worker.tick(row.id, { done: true, key }, people.admin)),
    )
    const { checklist } = await readDelivery(inUse.shop, token)
    expect(checklist.map(({ key }) => key)).toEqual(row.checklist.map(({ key }) => key))
    expect(checklist.filter(({ doneAt }) => doneAt)).toHaveLength(byHand.length)
  })

  it('has no other entries, and none that changes after the end', async () => {
    const { row } = await buy('template-toko')
    expect(await fails(worker.tick(row.id, { done: true, key: 'lain' }, people.admin))).toEqual([
      404,
      'notFound',
    ])
    await worker.walk(row, ['start', 'deliver', 'close'], people.admin)
    const late = { done: false, key: row.checklist[0]?.key ?? '' }
    expect((await worker.tick(row.id, late, people.admin)).status).toBe(404)
  })
})

describe('What comes back', () => {
  it('opens a closed order again, with a deadline of its own, and needs a reason', async () => {
    const { row, token } = await buy('template-toko')
    await worker.walk(row, ['start', 'deliver', 'close'], people.admin)
    expect((await inUse.buyer.look(token)).state).toBe('closed')
    clock.freeze(new Date(MONDAY.getTime() + 7 * DAY))
    const bare = worker.move(row.id, { event: 'reopen' }, people.admin)
    expect(await fails(bare)).toEqual([422, 'event.reasonRequired'])
    const ask = { event: 'reopen', reason: 'Berkas rusak' }
    expect((await worker.move(row.id, ask, people.admin)).json.state).toBe('preparing')
    expect((await inUse.buyer.look(token)).state).toBe('open')
    // Sixteen hours of work from Monday at ten.
    expect((await readDelivery(inUse.shop, token)).dueAt).toEqual(new Date('2026-12-09T03:00:00Z'))
  })

  it('is waited for until the last day for questions, then the item ends by itself', async () => {
    const { row, token } = await buy()
    await worker.walk(row, ['start', 'schedule', 'hold', 'deliver'], people.admin)
    const { followUpUntil } = await readDelivery(inUse.shop, token)
    expect(followUpUntil).toEqual(new Date('2026-12-07T16:59:59.999Z'))
    await tend(inUse.shop, new Date('2026-12-07T16:59:00Z'))
    expect((await inUse.buyer.look(token)).state).toBe('fulfilled')
    const after = new Date('2026-12-07T17:00:00Z')
    await Promise.all([tend(inUse.shop, after), tend(inUse.shop, after), tend(inUse.shop, after)])
    expect((await readDelivery(inUse.shop, token)).state).toBe('done')
    expect((await inUse.buyer.look(token)).state).toBe('closed')
  })

  it('does not end while a retest is under way', async () => {
    const { row, token } = await buy('analisis-keamanan')
    await worker.walk(row, ['start', 'schedule', 'analyse', 'deliver', 'retest'], people.admin)
    await tend(inUse.shop, new Date('2027-02-01T03:00:00Z'))
    expect((await readDelivery(inUse.shop, token)).state).toBe('retest')
  })
})

describe('The doors of a delivery', () => {
  it('open to admins and owners alone', async () => {
    const answers: Record<string, unknown> = {}
    for (const who of ['guest', 'customer', 'editor', 'admin', 'owner']) {
      const { row } = await buy()
      const by = who === 'guest' ? undefined : people[who as keyof typeof people]
      const key = row.checklist[0]?.key ?? ''
      const all = [
        await worker.tick(row.id, { done: true, key }, by),
        await worker.assign(row.id, { assignee: people.admin.id }, by),
        await worker.move(row.id, { event: 'start' }, by),
        await callShop(inUse.shop, `/api/fulfilments/${row.id}`, { headers: by?.headers }),
      ]
      answers[who] = all.map(({ status }) => status)
    }
    expect(answers).toEqual({
      admin: [200, 200, 200, 200],
      customer: [403, 403, 403, 403],
      editor: [403, 403, 403, 403],
      guest: [401, 401, 401, 403],
      owner: [200, 200, 200, 200],
    })
  })

  it('answer 404 about what is not there and 400 to nonsense, never 5xx', async () => {
    const id = randomUUID()
    const { admin } = people
    const key = 'sent'
    expect((await worker.move(id, { event: 'start' }, admin)).status).toBe(404)
    expect((await worker.assign(id, { assignee: admin.id }, admin)).status).toBe(404)
    expect((await worker.tick(id, { done: true, key }, admin)).status).toBe(404)
    for (const bad of ['1', 'x', "' or 1=1 --"].map(encodeURIComponent)) {
      expect((await worker.assign(bad, { assignee: admin.id }, admin)).status).toBe(400)
      expect((await worker.tick(bad, { done: true, key }, admin)).status).toBe(400)
      expect((await worker.move(bad, { event: 'start' }, admin)).status).toBe(400)
    }
    for (const event of ['cancel', 'assign', 'settle', '']) {
      expect((await worker.move(id, { event }, admin)).status).toBe(400)
    }
    const odd = { assignee: 'saya', from: 'new' }
    expect((await worker.assign(id, odd, admin)).status).toBe(400)
    expect((await worker.tick(id, { done: true, key: '"}]' }, admin)).status).toBe(400)
  })
})
