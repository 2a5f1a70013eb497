import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import type { PublicOrder } from '@/plugin/orders'
import { scopeReasons, scopeTendTask } from '@/plugin/scopes'
import { readRows } from '../../support/books'
import { readDelivery } from '../../support/deliveries'
import { makeMover, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { beginScope, makeScopeDesk, readScope, soonDays } from '../../support/scopes'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const desk = makeScopeDesk(() => inUse.shop)
const move = makeMover(() => inUse.shop)
let admin: LoggedIn
let owner: LoggedIn

/** Monday 30 November 2026, 10.00 WIB: the shop works from 9 to 17, on Saturdays to 13. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
/** 16 hours of work later, and 40. */
const WEDNESDAY = new Date('2026-12-02T03:00:00Z')
const SATURDAY = new Date('2026-12-05T03:00:00Z')
const before = (at: Date): Date => new Date(at.getTime() - 1_000)

beforeEach(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  owner = await logInAs(inUse.shop, 'owner')
  clock.freeze(MONDAY)
})
afterEach(() => clock.release())

const buy = async (): Promise<PublicOrder> => {
  const { order } = await inUse.buyer.buy({ product: 'analisis-keamanan' })
  await beginScope(inUse.shop, order)
  return order
}

const tend = (now: Date): Promise<void> => {
  clock.freeze(now)
  return Promise.resolve(
    scopeTendTask.run(
      {},
      {
        attempt: 1,
        jobId: '0',
        maxAttempts: 1,
        now,
        payload: inUse.shop.payload,
        signal: new AbortController().signal,
      },
    ),
  )
}

type Told = { address: string; channel: string; event: string; step: string }

const toldOf = ({ token }: PublicOrder): Promise<Told[]> =>
  readRows<Told>(
    inUse.shop.payload,
    sql`select n.event, n.channel, n.step, n.recipient_address as address from notifications n
      join orders o on o.id::text = n.subject_id
      where o.token = ${token} and n.event in ('scope.reminder', 'scope.notAgreed')
        and n.channel = 'email'
      order by n.created_at, n.recipient_address`,
  )

const stagesOf = async (order: PublicOrder): Promise<string[]> =>
  (await toldOf(order)).map(({ event, step }) => `${event} ${step.split('/')[1]}`)

describe('A scope that nobody has written', () => {
  it('is asked for again after 16 hours of work, and after 40; each once', async () => {
    const order = await buy()
    await tend(before(WEDNESDAY))
    expect(await stagesOf(order)).toEqual([])
    await Promise.all([1, 2, 3].map(() => tend(WEDNESDAY)))
    expect(await stagesOf(order)).toEqual(['scope.reminder form-1'])
    await tend(before(SATURDAY))
    expect(await stagesOf(order)).toEqual(['scope.reminder form-1'])
    await tend(SATURDAY)
    await tend(new Date('2026-12-21T03:00:00Z'))
    expect(await stagesOf(order)).toEqual(['scope.reminder form-1', 'scope.reminder form-2'])
  })

  it('is asked for by the latest reminder alone after a standstill, and never at night', async () => {
    const order = await buy()
    await tend(new Date('2026-12-07T15:00:00Z'))
    expect(await stagesOf(order)).toEqual([])
    await tend(new Date('2026-12-08T03:00:00Z'))
    await tend(new Date('2026-12-09T03:00:00Z'))
    expect(await stagesOf(order)).toEqual(['scope.reminder form-2'])
  })

  it('is not asked for on holidays that lie between', async () => {
    const order = await buy()
    const made = await callShop(inUse.shop, '/api/holidays', {
      body: { day: '2026-12-01', name: 'Libur uji' },
      headers: owner.headers,
    })
    expect([made.status, made.code]).toEqual([201, undefined])
    await tend(WEDNESDAY)
    expect(await stagesOf(order)).toEqual([])
    await tend(new Date('2026-12-03T03:00:00Z'))
    expect(await stagesOf(order)).toEqual(['scope.reminder form-1'])
    const { json } = made as { json: { doc?: { id: string } } }
    await callShop(inUse.shop, `/api/holidays/${json.doc?.id ?? ''}`, {
      headers: owner.headers,
      method: 'DELETE',
    })
  })

  it('is left alone once it is written: what waits in the outbox is not told either', async () => {
    const order = await buy()
    await tend(WEDNESDAY)
    const [reminder] = await readRows<{ params: object }>(
      inUse.shop.payload,
      sql`select n.params from notifications n join orders o on o.id::text = n.subject_id
        where o.token = ${order.token} and n.event = 'scope.reminder' limit 1`,
    )
    const isWanted = () =>
      scopeReasons['scope.reminder']({
        notification: reminder as never,
        payload: inUse.shop.payload,
      })
    expect(await isWanted()).toBe(true)
    expect((await desk.submit(order)).status).toBe(200)
    expect(await isWanted()).toBe(false)
    await tend(new Date('2026-12-07T05:00:00Z'))
    expect(await stagesOf(order)).not.toContain('scope.reminder form-2')
  })

  it('of an order whose money went back reminds nobody', async () => {
    const order = await buy()
    const { attempts } = await readSubjects(inUse.shop, order.token)
    const subject = { collection: 'payments', id: attempts[0] ?? '' }
    const refund = { event: 'refund', evidence: 'TRF-1', from: 'paid', reason: 'Batal bersama' }
    expect((await move(subject, refund, owner)).status).toBe(200)
    expect((await readScope(inUse.shop, order)).state).toBe('cancelled')
    await tend(SATURDAY)
    expect(await stagesOf(order)).toEqual([])
  })
})

describe('A scope that was written', () => {
  /** Three days of eight hours after Monday, 10 o'clock. */
  const THURSDAY = new Date('2026-12-03T03:00:00Z')

  it('and is not agreed on in time is told to the staff, once for each form', async () => {
    const order = await buy()
    await desk.submit(order)
    await tend(before(THURSDAY))
    expect(await stagesOf(order)).toEqual([])
    await Promise.all([1, 2].map(() => tend(THURSDAY)))
    await tend(new Date('2026-12-04T03:00:00Z'))
    expect(new Set(await stagesOf(order))).toEqual(new Set(['scope.notAgreed agree-1']))
    const first = (await toldOf(order)).length
    expect(first).toBeGreaterThanOrEqual(1)
    await desk.submit(order, { technology: 'Laravel 12' })
    await tend(new Date('2026-12-10T03:00:00Z'))
    expect(new Set(await stagesOf(order))).toEqual(
      new Set(['scope.notAgreed agree-1', 'scope.notAgreed agree-2']),
    )
    expect(await toldOf(order)).toHaveLength(2 * first)
  })

  it('is told to whoever looks after it alone', async () => {
    const order = await buy()
    await desk.submit(order)
    const { id } = await readDelivery(inUse.shop, order.token)
    const body = { assignee: admin.id }
    const { headers } = admin
    await callShop(inUse.shop, `/api/fulfilments/${id}/assignee`, { body, headers })
    await tend(THURSDAY)
    expect(await stagesOf(order)).toEqual(['scope.notAgreed agree-1'])
  })

  it('is left alone once it is agreed on, and while the customer has to change it', async () => {
    const agreed = await buy()
    await desk.submit(agreed)
    const { id, revision } = await readScope(inUse.shop, agreed)
    await desk.move(id, { event: 'waive', reason: 'Dikenal baik' }, admin)
    const done = await desk.agree(id, { ...soonDays(), note: '', revision }, admin)
    expect([done.status, done.code]).toEqual([200, undefined])
    const changed = await buy()
    await desk.submit(changed)
    const back = await readScope(inUse.shop, changed)
    await desk.move(back.id, { event: 'askChanges', reason: 'Jam belum jelas' }, admin)
    await tend(THURSDAY)
    expect([await stagesOf(agreed), await stagesOf(changed)]).toEqual([[], []])
  })
})
