import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { announcedAt, formatRemaining } from '@/storefront/order/countdown'
import { readNotice } from '@/storefront/order/notice'
import { pollDelay, pulseKey, startPolling } from '@/storefront/order/polling'
import { amountDue, isOver, isSettled, resolveStatus } from '@/storefront/order/status'

const attempt = (state: 'cancelled' | 'created' | 'expired' | 'failed' | 'pending' | 'review') => ({
  amount: 500,
  instalments: [1],
  merchantOrderId: 'x',
  rebate: 0,
  state,
})

describe('what the badge says', () => {
  it.each([
    ['paid', 'open', 'paid', attempt('failed')],
    ['refunded', 'cancelled', 'refunded', null],
    ['cancelled', 'cancelled', 'unpaid', attempt('pending')],
    ['failed', 'open', 'unpaid', attempt('failed')],
    ['expired', 'open', 'unpaid', attempt('expired')],
    ['review', 'open', 'unpaid', attempt('review')],
    ['unpaid', 'open', 'unpaid', attempt('cancelled')],
    ['unpaid', 'open', 'unpaid', null],
    ['partly_paid', 'open', 'partly_paid', attempt('pending')],
  ] as const)('%s', (expected, state, paymentState, payment) => {
    expect(resolveStatus({ payment, paymentState, state })).toBe(expected)
  })

  it('goes on after the money, until the order is closed, cancelled or paid back', () => {
    expect(isOver({ paymentState: 'paid', state: 'open' })).toBe(false)
    expect(isOver({ paymentState: 'paid', state: 'fulfilled' })).toBe(false)
    expect(isOver({ paymentState: 'paid', state: 'closed' })).toBe(true)
    expect(isOver({ paymentState: 'unpaid', state: 'cancelled' })).toBe(true)
    expect(isOver({ paymentState: 'refunded', state: 'open' })).toBe(true)
  })

  it('settles only when money or order have come to an end', () => {
    expect(isSettled({ paymentState: 'paid', state: 'open' })).toBe(true)
    expect(isSettled({ paymentState: 'unpaid', state: 'cancelled' })).toBe(true)
    expect(isSettled({ paymentState: 'partly_paid', state: 'open' })).toBe(false)
  })
})

describe('the amount to pay', () => {
  const instalments = [
    {
      amount: 300,
      dueOn: '2026-11-21',
      kind: 'instalment' as const,
      paid: 300,
      seq: 1,
      state: 'paid' as const,
    },
    {
      amount: 300,
      dueOn: '2026-12-21',
      kind: 'instalment' as const,
      paid: 100,
      seq: 2,
      state: 'open' as const,
    },
  ]

  it('is what the open attempt asks for', () => {
    expect(amountDue({ instalments, payment: attempt('pending') })).toBe(500)
  })

  it('is not that of an attempt which the gateway never answered', () => {
    expect(amountDue({ instalments, payment: attempt('created') })).toBe(200)
  })

  it('is otherwise the rest of the first open instalment', () => {
    expect(amountDue({ instalments, payment: attempt('expired') })).toBe(200)
    expect(amountDue({ instalments: [], payment: null })).toBe(0)
  })
})

describe('polling', () => {
  const unpaid = { attempt: 'pending', deliveryVersion: '', paymentState: 'unpaid', state: 'open' }
  const paid = { attempt: 'paid', deliveryVersion: '', paymentState: 'paid', state: 'open' }

  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('asks often enough for five seconds as long as anybody is likely to wait', () => {
    expect([0, 19, 20, 899, 900].map(pollDelay)).toEqual([3000, 3000, 4000, 4000, 30_000])
  })

  it('speaks up until the page has been drawn again, in case the network lost the first try', async () => {
    const onChange = vi.fn()
    const ask = vi.fn(async () => pulseKey(paid))
    const polling = startPolling({ ask, isHidden: () => false, onChange, shown: pulseKey(unpaid) })
    await vi.advanceTimersByTimeAsync(3000)
    expect(onChange).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(6000)
    expect(onChange).toHaveBeenCalledTimes(3)
    expect(ask).toHaveBeenCalledTimes(3)
    polling.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ask).toHaveBeenCalledTimes(3)
  })

  it('speaks up when only the delivery has moved: files are ready, somebody has answered', async () => {
    const onChange = vi.fn()
    const moved = { ...paid, deliveryVersion: 'b' }
    const shown = pulseKey({ ...paid, deliveryVersion: 'a' })
    const polling = startPolling({
      ask: async () => pulseKey(moved),
      isHidden: () => false,
      onChange,
      shown,
    })
    await vi.advanceTimersByTimeAsync(3000)
    expect(onChange).toHaveBeenCalledTimes(1)
    polling.stop()
  })

  it('asks nobody while the page is hidden, and at once when it is looked at again', async () => {
    const view = { isHidden: true }
    const ask = vi.fn(async () => undefined)
    const parts = { ask, onChange: vi.fn(), shown: pulseKey(unpaid) }
    const polling = startPolling({ ...parts, isHidden: () => view.isHidden })
    await vi.advanceTimersByTimeAsync(9000)
    expect(ask).not.toHaveBeenCalled()
    view.isHidden = false
    await polling.askNow()
    expect(ask).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(3000)
    expect(ask).toHaveBeenCalledTimes(2)
    polling.stop()
  })

  it('goes on after a failed question', async () => {
    const ask = vi.fn(async () => Promise.reject(new Error('offline')))
    const parts = { ask, isHidden: () => false, onChange: vi.fn(), shown: pulseKey(unpaid) }
    const polling = startPolling(parts)
    await vi.advanceTimersByTimeAsync(6000)
    expect(ask).toHaveBeenCalledTimes(2)
    polling.stop()
  })
})

describe('the countdown', () => {
  it('is a clock that stops at nought', () => {
    expect(formatRemaining(3_723_000)).toBe('01:02:03')
    expect(formatRemaining(-5)).toBe('00:00:00')
  })

  it('is spoken at 60, 10 and 1 minutes only', () => {
    expect([61, 60, 59, 10, 1].map((minutes) => announcedAt(minutes * 60_000))).toEqual([
      undefined,
      60,
      undefined,
      10,
      1,
    ])
  })
})

it('a notice is one of ours or none', () => {
  expect(readNotice('gateway')).toBe('gateway')
  expect(readNotice('<script>')).toBeUndefined()
  expect(readNotice(['gateway'])).toBeUndefined()
})
