import { describe, expect, it } from 'vitest'

import { resolveOrderSteps } from '@/plugin/fulfilment'
import { resolveDeadline } from '@/plugin/fulfilment/deadline'
import { getStep } from '@/plugin/fulfilment/kinds'
import {
  findUnchecked,
  resolveClocks,
  resolvePledges,
  resolveStage,
} from '@/plugin/fulfilment/rules'

const HOUR = 3_600_000
const workday = { from: 9 * HOUR, to: 17 * HOUR }
const calendar = { holidays: new Set<never>(), week: Array.from({ length: 7 }, () => workday) }
const pledges = { deliverHours: 16, followUpDays: 7, startHours: 4 }
/** Monday 23 November 2026, 10.00 WIB. */
const now = new Date('2026-11-23T03:00:00Z')
const later = (hours: number): Date => new Date(now.getTime() + hours * HOUR)
const row = resolvePledges({ calendar, now, pledges })

const move = (kind: Parameters<typeof getStep>[0], from: string, to: string, at = now) =>
  resolveClocks({
    calendar,
    followUps: [3],
    from: getStep(kind, from),
    now: at,
    pledges,
    row,
    to: getStep(kind, to),
  })

describe('From the payment on', () => {
  it('the shop owes the start first, then the delivery, each in working hours', () => {
    expect(row).toEqual({ deliverBy: later(48), startBy: later(4) })
  })
})

describe('The clocks of a delivery', () => {
  it('go on when it is only given to somebody', () => {
    expect(move('consulting', 'new', 'assigned')).toEqual({ dueAt: row.startBy })
  })

  it('run to the delivery once it has begun, and remember when that was', () => {
    expect(move('consulting', 'assigned', 'contacting', later(1))).toEqual({
      dueAt: row.deliverBy,
      startedAt: later(1),
    })
  })

  it('stop when it arrives; the customer may come back until the end of the last day', () => {
    expect(move('template', 'preparing', 'delivered')).toEqual({
      deliveredAt: now,
      dueAt: null,
      followUpUntil: new Date('2026-11-30T16:59:59.999Z'),
      nextFollowUpAt: new Date('2026-11-26T02:00:00.000Z'),
    })
  })

  it('run anew when it comes back, as long as a first step may take', () => {
    expect(move('template', 'support', 'preparing')).toEqual({
      deliverBy: later(4),
      dueAt: later(4),
      followUpUntil: null,
      nextFollowUpAt: null,
    })
  })

  it('run for the answer while something is to be looked at again', () => {
    expect(move('security-analysis', 'reported', 'retest')).toEqual({ dueAt: later(4) })
    expect(move('security-analysis', 'retest', 'reported')).toEqual({ dueAt: null })
  })

  it('end with it', () => {
    expect(move('consulting', 'followUp', 'done')).toEqual({ dueAt: null, followUpUntil: null })
    expect(move('consulting', 'new', 'cancelled')).toEqual({
      dueAt: null,
      followUpUntil: null,
      nextFollowUpAt: null,
    })
  })
})

describe('An order', () => {
  const items = { delivered: 0, done: 0, open: 0 }
  it.each([
    ['stays open while one item is not delivered', 'open', { ...items, delivered: 1, open: 1 }, []],
    ['is fulfilled by its last item', 'open', { ...items, delivered: 2 }, ['fulfil']],
    ['is closed when its last item ends', 'fulfilled', { ...items, done: 2 }, ['close']],
    ['is fulfilled and closed at once', 'open', { ...items, done: 1 }, ['fulfil', 'close']],
    [
      'stays fulfilled while one may come back',
      'fulfilled',
      { delivered: 1, done: 1, open: 0 },
      [],
    ],
    ['opens again when one comes back', 'fulfilled', { ...items, done: 1, open: 1 }, ['reopen']],
    ['opens again after its end', 'closed', { ...items, open: 1 }, ['reopen']],
    ['is not fulfilled by cancelled items alone', 'open', items, []],
    ['stays cancelled', 'cancelled', { ...items, done: 1 }, []],
  ])('%s', (_what, state, standing, steps) => {
    expect(resolveOrderSteps(state, standing)).toEqual(steps)
  })
})

describe('A reminder', () => {
  const horizon = later(4)
  it.each([
    ['is not due while there is time', later(4.1), null],
    ['is due before the deadline', later(4), 'soon'],
    ['is due at the deadline', now, 'late'],
    ['after a standstill is the one about what has passed', later(-100), 'late'],
  ])('%s', (_what, dueAt, stage) => {
    expect(resolveStage({ dueAt, horizon, now })).toBe(stage)
  })
})

describe('A deadline in words', () => {
  it('names the time, and then how late it is', () => {
    expect(resolveDeadline({ dueAt: later(2), locale: 'id', now })).toEqual({
      isLate: false,
      text: 'Tenggat 23 Nov 2026 12.00 WIB',
      tone: 'neutral',
    })
    expect(resolveDeadline({ dueAt: later(-3).toISOString(), locale: 'en', now })).toEqual({
      isLate: true,
      text: 'Late by 3 hours',
      tone: 'danger',
    })
  })
})

describe('A checklist', () => {
  it('names what nobody has ticked', () => {
    const text = { en: 'Sent', id: 'Terkirim' }
    const ticked = { doneAt: now.toISOString(), doneBy: 'Adi', key: 'a', text: { en: '', id: '' } }
    expect(findUnchecked([ticked, { key: 'b', text }])).toEqual([text])
  })
})
