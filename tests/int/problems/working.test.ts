import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { findProblemTodos, isStillUnanswered } from '@/plugin/problems'
import { findPanelProblem } from '@/plugin/problems/queries/findPanelProblem'
import { findWaiting } from '@/plugin/problems/queries/findWaiting'
import { createCustomer } from '../../factories/customer'
import { makeWorker, readDelivery, WAYS } from '../../support/deliveries'
import { makeMover } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import {
  makeReporter,
  readNews,
  readProblem,
  tendProblems,
  validReport,
} from '../../support/problems'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const reporter = makeReporter(() => inUse.shop)
const move = makeMover(() => inUse.shop)
const worker = makeWorker(() => inUse.shop)
const people = {} as Record<'admin' | 'customer' | 'editor' | 'owner', LoggedIn>

/** Monday, 10 o'clock WIB: the shop works from 9 to 17. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

let mailboxes = 0

/** Each from a mailbox of its own, so that limits do not mix. */
const report = async (changes: Record<string, unknown> = {}) => {
  const token = await reporter.report({ email: `orang${++mailboxes}@contoh.id`, ...changes })
  return { ...(await readProblem(inUse.shop, token)), token }
}

const act = (id: string, event: string, by?: LoggedIn, words: object = {}) =>
  move({ collection: 'problems', id }, { event, ...words }, by)

const stateOf = async (token: string) => (await reporter.look(token)).json.problem.state

const later = (ms: number): void => clock.freeze(new Date(clock.now().getTime() + ms))

beforeAll(async () => {
  const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
  people.customer = { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
  for (const role of ['editor', 'admin', 'owner'] as const) {
    people[role] = await logInAs(inUse.shop, role)
  }
})
beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())

describe('The conversation about a report', () => {
  it('goes back and forth; whose turn it is is the state, and the promise runs only on ours', async () => {
    const { id, token } = await report()
    expect((await act(id, 'take', people.admin)).json.state).toBe('working')
    expect((await readProblem(inUse.shop, token)).assignee).toBe(people.admin.id)
    await reporter.answer(id, 'Kata sandi baru sudah dikirim.', people.owner)
    expect(await readProblem(inUse.shop, token)).toMatchObject({
      assignee: people.admin.id,
      replyBy: null,
      state: 'answered',
    })
    later(HOUR)
    const { json, status } = await reporter.say(token, 'Masih belum bisa.')
    expect([status, json.problem.state]).toEqual([200, 'open'])
    expect(json.problem.replyBy).toBe('2026-12-01T04:00:00.000Z')
    later(HOUR)
    await reporter.say(token, 'Halo?')
    const { problem } = (await reporter.look(token)).json
    expect(problem.replyBy).toBe('2026-12-01T04:00:00.000Z')
    expect(problem.posts.map(({ authorKind }) => authorKind)).toEqual([
      'customer',
      'staff',
      'customer',
      'customer',
    ])
    expect(JSON.stringify(problem)).not.toContain(people.admin.id)
  })

  it('tells the customer on the way that he chose, and whoever took the report on', async () => {
    const { id, token } = await report({ contact: 'whatsapp', phone: '081234567890' })
    await act(id, 'take', people.admin)
    await reporter.answer(id, 'Kami periksa.', people.admin)
    await reporter.say(token, 'Baik.')
    await act(id, 'resolve', people.admin)
    const news = (await readNews(inUse.shop, id)).filter((line) => !line.includes('reported'))
    expect(news.sort()).toEqual([
      'problem.answered → customer by whatsapp',
      'problem.received → customer by email',
      'problem.received → customer by whatsapp',
      'problem.replied → staff by email',
      'problem.resolved → customer by whatsapp',
    ])
  })

  it('takes every press once: twelve at once are one answer and one mail', async () => {
    const { id, token } = await report()
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => reporter.answer(id, 'Sudah.', people.admin, key)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const says = await Promise.all(
      Array.from({ length: 12 }, () => reporter.say(token, 'Terima kasih', key)),
    )
    expect(new Set(says.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await reporter.look(token)).json.problem.posts).toHaveLength(3)
    const news = await readNews(inUse.shop, id)
    expect(news.filter((line) => line.startsWith('problem.answered'))).toHaveLength(1)
  })

  it('refuses an empty answer and one to a solved report, with a reason', async () => {
    const { id, token } = await report()
    const empty = await reporter.answer(id, '  ', people.admin)
    expect([empty.status, empty.code]).toEqual([422, 'conversation.empty'])
    expect(empty.json).toMatchObject({ errors: [{ field: 'body' }] })
    await reporter.solve(token)
    const late = await reporter.answer(id, 'Halo', people.admin)
    expect([late.status, late.code]).toEqual([409, 'event.notAllowed'])
    expect((await reporter.look(token)).json.problem.posts).toHaveLength(1)
  })
})

describe('The end of a report', () => {
  it('comes by the customer or the shop; by writing again he opens it within fourteen days', async () => {
    const { id, token } = await report()
    const solved = await reporter.solve(token)
    expect([solved.status, solved.json.problem.state]).toEqual([200, 'resolved'])
    expect((await reporter.solve(token)).status).toBe(200)
    expect(solved.json.problem.reopenUntil).toBe('2026-12-14T16:59:59.999Z')
    clock.freeze(new Date('2026-12-14T16:59:00Z'))
    expect((await reporter.say(token, 'Rusak lagi')).json.problem.state).toBe('open')
    expect((await act(id, 'resolve', people.admin)).json.state).toBe('resolved')
    later(15 * DAY)
    const late = await reporter.say(token, 'Rusak lagi')
    expect([late.status, late.code]).toEqual([409, 'event.guardRefused'])
    const { problem } = (await reporter.look(token)).json
    expect([problem.canReply, problem.posts.length]).toEqual([false, 2])
    const byStaff = await act(id, 'reopen', people.admin, { reason: 'Pelanggan menelepon' })
    expect(byStaff.json.state).toBe('open')
  })
})

describe('“Kirim ulang”', () => {
  const deliver = async () => {
    const { order } = await inUse.buyer.buy({ product: 'template-toko' })
    const row = await readDelivery(inUse.shop, order.token)
    const way = WAYS['template-toko']?.events ?? []
    await worker.walk(row, way.slice(0, way.indexOf('deliver') + 1), people.admin)
    return { fulfilment: row.id, order }
  }
  const again = (id: string, fulfilment: string, by?: LoggedIn, reason = 'Berkas rusak') =>
    reporter.byStaff(id, 'redeliver', { fulfilment, reason }, by)

  it('opens the delivery and the order again, with a new deadline that the report follows', async () => {
    const { fulfilment, order } = await deliver()
    const { id, token } = await report({ orderToken: order.token })
    const { json, status } = await again(id, fulfilment, people.admin)
    expect([status, json]).toEqual([200, { ok: true, state: 'working' }])
    const delivery = await readDelivery(inUse.shop, order.token)
    expect(delivery.state).toBe('preparing')
    expect((await inUse.buyer.look(order.token)).state).toBe('open')
    const { replyBy } = await readProblem(inUse.shop, token)
    expect(replyBy).toEqual(delivery.dueAt)
    const { problem } = (await reporter.look(token)).json
    expect(problem.posts.at(-1)).toMatchObject({ authorKind: 'system' })
    expect(problem.posts.at(-1)?.body).toContain('mengirim ulang')
    expect(JSON.stringify(problem)).not.toContain('Berkas rusak')
    const news = await readNews(inUse.shop, id)
    expect(news).toContain('problem.answered → customer by email')
  })

  it('is refused before the item was delivered, for an item of another order, and without a reason', async () => {
    const { fulfilment, order } = await deliver()
    const other = await deliver()
    const { id } = await report({ orderToken: order.token })
    const foreign = await again(id, other.fulfilment, people.admin)
    expect([foreign.status, foreign.code]).toEqual([409, 'problem.otherOrder'])
    expect((await readDelivery(inUse.shop, other.order.token)).state).toBe('delivered')
    const silent = await again(id, fulfilment, people.admin, 'x')
    expect([silent.status, silent.code]).toEqual([422, 'event.reasonRequired'])
    await again(id, fulfilment, people.admin)
    const twice = await again(id, fulfilment, people.admin)
    expect([twice.status, twice.code]).toEqual([409, 'event.notAllowed'])
    const none = await again(id, randomUUID(), people.admin)
    expect(none.status).toBe(404)
  })

  it('pressed by two at once happens once', async () => {
    const { fulfilment, order } = await deliver()
    const { id } = await report({ orderToken: order.token })
    const answers = await Promise.all([
      again(id, fulfilment, people.admin),
      again(id, fulfilment, people.owner),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('Who looks after a report', () => {
  const assign = (id: string, body: object, by?: LoggedIn) =>
    reporter.byStaff(id, 'assignee', body, by)

  it('is named by staff, stands on record, and leaves state and promise alone', async () => {
    const { id, replyBy, token } = await report()
    const given = await assign(id, { assignee: people.owner.id, from: 'open' }, people.admin)
    expect([given.status, given.json]).toEqual([200, { ok: true, state: 'open' }])
    expect(await readProblem(inUse.shop, token)).toMatchObject({
      assignee: people.owner.id,
      replyBy,
      state: 'open',
    })
    expect((await assign(id, { assignee: people.owner.id }, people.admin)).status).toBe(200)
    expect((await assign(id, { assignee: null }, people.owner)).status).toBe(200)
    expect((await readProblem(inUse.shop, token)).assignee).toBe(null)
    const panel = await findPanelProblem(inUse.shop.payload, id)
    expect(panel?.history.map(({ assignee, event }) => [event, assignee])).toEqual([
      ['release', ''],
      ['assign', expect.any(String)],
    ])
    expect(panel?.staff.map((worker) => worker.id)).toEqual(
      expect.arrayContaining([people.admin.id, people.owner.id]),
    )
    expect(panel?.staff.map((worker) => worker.id)).not.toContain(people.editor.id)
  })

  it('is an admin or an owner, and nobody only while nobody has it in hand', async () => {
    const { id } = await report()
    for (const assignee of [people.editor.id, people.customer.id, randomUUID(), 'budi']) {
      const refused = await assign(id, { assignee }, people.admin)
      expect([refused.status, refused.code]).toEqual([422, 'fulfilment.badAssignee'])
      expect(refused.json).toMatchObject({ errors: [{ field: 'assignee' }] })
    }
    await act(id, 'take', people.admin)
    const stale = await assign(id, { assignee: people.owner.id, from: 'open' }, people.owner)
    expect([stale.status, stale.code]).toEqual([409, 'transition.conflict'])
    const back = await assign(id, { assignee: null, from: 'working' }, people.admin)
    expect([back.status, back.code]).toEqual([409, 'event.notAllowed'])
    await act(id, 'resolve', people.admin)
    expect((await assign(id, { assignee: people.owner.id }, people.admin)).code).toBe(
      'event.notAllowed',
    )
  })

  it('sees it in his own list, others do not', async () => {
    const { id } = await report()
    await assign(id, { assignee: people.owner.id }, people.admin)
    const listOf = async (assignee: string) =>
      (
        await findWaiting({ assignee, limit: 50, now: MONDAY, payload: inUse.shop.payload })
      ).items.map((item) => item.id)
    expect(await listOf(people.owner.id)).toContain(id)
    expect(await listOf(people.admin.id)).not.toContain(id)
  })

  it('is reminded first, everybody else only hours of work later, each once', async () => {
    const { id } = await report()
    await assign(id, { assignee: people.owner.id }, people.admin)
    const told = async (): Promise<string[]> =>
      (
        await queryRows<{ address: string }>(
          inUse.shop.payload,
          sql`select recipient_address as address from notifications
            where event = 'problem.late' and subject_id = ${id} order by created_at`,
        )
      ).map(({ address }) => address)
    const [mine] = await queryRows<{ email: string }>(
      inUse.shop.payload,
      sql`select email from staff where id = ${people.owner.id}`,
    )
    await tendProblems(inUse.shop, new Date('2026-12-01T03:10:00Z'))
    await tendProblems(inUse.shop, new Date('2026-12-01T06:50:00Z'))
    expect(await told()).toEqual([mine?.email])
    await tendProblems(inUse.shop, new Date('2026-12-01T07:00:00Z'))
    await tendProblems(inUse.shop, new Date('2026-12-02T07:00:00Z'))
    const all = await told()
    expect(all.length).toBeGreaterThan(1)
    expect(new Set(all).size).toBe(all.length)
  })

  it('is reminded, too, when it is given to him after its promise was broken', async () => {
    const { id } = await report()
    await assign(id, { assignee: people.owner.id }, people.admin)
    const late = new Date('2026-12-01T03:10:00Z')
    await tendProblems(inUse.shop, late)
    await assign(id, { assignee: people.admin.id }, people.owner)
    await tendProblems(inUse.shop, late)
    const rows = await queryRows<{ id: string }>(
      inUse.shop.payload,
      sql`select s.id from notifications n join staff s on s.email = n.recipient_address
        where n.event = 'problem.late' and n.subject_id = ${id} order by n.created_at`,
    )
    expect(rows.map((row) => row.id)).toEqual([people.owner.id, people.admin.id])
  })
})

describe('A broken promise', () => {
  it('is told once to all admins and owners, within working hours, and not after an answer', async () => {
    const { id, token } = await report()
    const late = async (): Promise<number> =>
      (await readNews(inUse.shop, id)).filter((line) => line.startsWith('problem.late')).length
    await tendProblems(inUse.shop, new Date('2026-12-01T02:59:00Z'))
    await tendProblems(inUse.shop, new Date('2026-12-01T12:00:00Z'))
    expect(await late()).toBe(0)
    const noon = new Date('2026-12-01T05:00:00Z')
    await Promise.all([1, 2, 3].map(() => tendProblems(inUse.shop, noon)))
    const readers = await late()
    expect(readers).toBeGreaterThanOrEqual(1)
    await tendProblems(inUse.shop, new Date(noon.getTime() + DAY))
    expect(await late()).toBe(readers)
    const [mail] = await queryRows<{ step: string; subjectId: string }>(
      inUse.shop.payload,
      sql`select step, subject_id as "subjectId" from notifications
        where event = 'problem.late' and subject_id = ${id} limit 1`,
    )
    const isWanted = () =>
      isStillUnanswered({ notification: mail as never, payload: inUse.shop.payload })
    expect(await isWanted()).toBe(true)
    clock.freeze(noon)
    await reporter.answer(id, 'Maaf menunggu.', people.admin)
    expect(await isWanted()).toBe(false)
    await reporter.say(token, 'Masih rusak')
    later(3 * DAY)
    await tendProblems(inUse.shop, clock.now())
    expect(await late()).toBe(2 * readers)
  })

  it('stands at the head of the list, and the board counts what waits', async () => {
    const { payload } = inUse.shop
    clock.freeze(new Date(MONDAY.getTime() - 14 * DAY))
    const { id } = await report()
    clock.freeze(MONDAY)
    const { items, late, total } = await findWaiting({ limit: 5, now: MONDAY, payload })
    expect([items[0]?.id, late > 0]).toEqual([id, true])
    expect(items[0]?.excerpt).toContain('Tautan unduhan')
    expect(await findProblemTodos(payload)).toMatchObject([{ count: total, urgent: true }])
    const mine = await findWaiting({
      assignee: people.owner.id,
      limit: 5,
      now: MONDAY,
      payload,
    })
    expect(mine.items.every(({ assignee }) => assignee === people.owner.id)).toBe(true)
  })
})

describe('The doors of a report', () => {
  it('open to admins and owners; customers and editors are refused', async () => {
    const doors: [string, object][] = [
      ['move', { event: 'take' }],
      ['answers', { body: 'Halo', key: randomUUID() }],
      ['redeliver', { fulfilment: randomUUID(), reason: 'Alasan' }],
      ['resend', { fulfilment: randomUUID(), key: randomUUID(), reason: 'Alasan' }],
      ['assignee', { assignee: null }],
    ]
    for (const [door, body] of doors) {
      const { id } = await report()
      const statuses: Record<string, number> = {}
      for (const who of ['customer', 'editor', 'admin', 'owner'] as const) {
        statuses[who] = (await reporter.byStaff(id, door, body, people[who])).status
      }
      const guest = await reporter.byStaff(id, door, body)
      expect([door, guest.status, statuses.customer, statuses.editor]).toEqual([
        door,
        401,
        403,
        403,
      ])
      const passed = ['redeliver', 'resend'].includes(door) ? 404 : 200
      expect([statuses.admin, statuses.owner]).toEqual([passed, passed])
    }
  })

  it('know only the exact link: a number, a part of a token or another token is nobody’s', async () => {
    const { number, token } = await report()
    for (const guess of [number, token.slice(0, 42), `${token}x`, 'a'.repeat(43), '%00', "'--"]) {
      const path = encodeURIComponent(guess)
      for (const answer of [
        await reporter.look(path),
        await reporter.say(path, 'Halo'),
        await reporter.solve(path),
      ]) {
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThan(500)
      }
    }
    expect(await stateOf(token)).toBe('open')
  })

  it('show a report and its secrets in the generated REST to nobody but admins and owners', async () => {
    const { id, token } = await report()
    const path = `/api/problems/${id}?depth=0`
    const seen: Record<string, number> = {}
    for (const who of ['customer', 'editor', 'admin', 'owner'] as const) {
      const { json, status } = await callShop(inUse.shop, path, { headers: people[who].headers })
      seen[who] = status
      expect(JSON.stringify(json)).not.toContain(token)
    }
    expect(seen).toEqual({ admin: 200, customer: 403, editor: 403, owner: 200 })
    const body = { state: 'resolved' }
    const headers = people.owner.headers
    const changed = await callShop(inUse.shop, path, { body, headers, method: 'PATCH' })
    expect(changed.status).toBe(403)
  })

  it('belong to the account of whoever is logged in', async () => {
    const mine = validReport({ email: 'akun@contoh.id' })
    const { json } = await reporter.send(mine, people.customer.headers)
    const [row] = await queryRows<{ customer: string }>(
      inUse.shop.payload,
      sql`select customer_id::text as customer from problems where token = ${json.problem.token}`,
    )
    expect(row?.customer).toBe(people.customer.id)
  })
})
