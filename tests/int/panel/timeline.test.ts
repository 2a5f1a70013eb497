import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import { findPanelOrder } from '@/plugin/orders/panel/findPanelOrder'
import { buildTimeline, parseTopic } from '@/plugin/orders/panel/timeline'
import { timelineSourcesOf } from '@/plugin/orders/panel/timelineSources'
import type { TimelineTopic } from '@/plugin/kernel/history'
import { clock } from '@/plugin/kernel/time'
import { readSubjects } from '../../support/moves'
import { logInAs } from '../../support/people'
import { validReport } from '../../support/problems'
import { callShop } from '../../support/purchase'
import { makeDiary, openHours } from '../../support/sessions'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const diary = makeDiary(() => inUse.shop)

/** The timeline of an order as one word per line, the newest first. */
const tell = async (token: string, topic?: TimelineTopic): Promise<string[]> => {
  const { payload } = inUse.shop
  const order = await findPanelOrder(payload, (await readSubjects(inUse.shop, token)).order)
  const sources = timelineSourcesOf(payload)
  return buildTimeline({ order: order ?? expect.unreachable(), sources, topic }).map((entry) => {
    if (entry.sort === 'step') return `${entry.step.machine}.${entry.step.event}`
    return entry.sort === 'post' ? `wrote: ${entry.post.body}` : entry.message.event
  })
}

describe('The timeline of an order', () => {
  it('tells money, delivery, messages and people as one story', async () => {
    const admin = await logInAs(inUse.shop, 'admin')
    await openHours(inUse.shop, admin)
    const { order } = await inUse.buyer.buy()
    // Before the session is agreed on: from then on the product's rule gives nothing back.
    const refund = await callShop(inUse.shop, `/api/shop/orders/${order.token}/refunds`, {
      body: {
        account: 'BCA 1234567890 a.n. Budi Santoso',
        key: randomUUID(),
        reason: 'Salah memilih produk.',
      },
    })
    expect([refund.status, refund.code]).toEqual([201, undefined])
    const startsAt = new Date(Math.ceil(clock.now().getTime() / 3_600_000 + 96) * 3_600_000)
    const session = { host: admin.id, placeKind: 'zoom', placeUrl: null, startsAt }
    expect((await diary.setTime(order, session, admin)).status).toBe(200)
    const report = await callShop(inUse.shop, '/api/shop/problems', {
      body: validReport({ orderToken: order.token, text: 'Saya belum dihubungi.' }),
    })
    expect(report.status).toBe(201)
    await inUse.shop.idle()
    const all = await tell(order.token)
    expect(all).toEqual(
      expect.arrayContaining([
        'order.open',
        'payment.settle',
        'instalment.settle',
        'consulting.schedule',
        'payment.received',
        'refund.',
        'session.booked',
        'wrote: Saya belum dihubungi.',
      ]),
    )
    expect(all.indexOf('consulting.schedule')).toBeLessThan(all.indexOf('payment.settle'))
    const parts = await Promise.all(
      (['money', 'work', 'message', 'talk'] as const).map((topic) => tell(order.token, topic)),
    )
    expect(parts.flat().sort()).toEqual([...all].sort())
    expect(parts.every((part) => part.length > 0)).toBe(true)
    expect(parts[0]).toContain('refund.')
    expect(parts[0]).not.toContain('consulting.schedule')
    expect(parts[3]).toContain('wrote: Saya belum dihubungi.')
  })

  it('of another order is another', async () => {
    const [{ order }, other] = [await inUse.buyer.buy(), await inUse.buyer.buy()]
    const report = await callShop(inUse.shop, '/api/shop/problems', {
      body: validReport({ orderToken: order.token, text: 'Hanya tentang pesanan ini.' }),
    })
    expect(report.status).toBe(201)
    expect(await tell(order.token, 'talk')).toContain('wrote: Hanya tentang pesanan ini.')
    expect(await tell(other.order.token, 'talk')).toEqual([])
  })

  it('is whole when an address asks for a part that there is not', () => {
    expect([
      parseTopic('money'),
      parseTopic('uang'),
      parseTopic(['money']),
      parseTopic(undefined),
    ]).toEqual(['money', undefined, undefined, undefined])
  })
})
