import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findDueFollowUp, resolveNextFollowUp } from '@/plugin/fulfilment/followUps/rules'
import { fulfilmentOptions } from '@/plugin/fulfilment/schema'

/** Monday 23 November 2026, 22.30 WIB. */
const deliveredAt = new Date('2026-11-23T15:30:00Z')
const at = (text: string): Date => new Date(`2026-${text}:00+07:00`)

describe('A follow-up mail', () => {
  it('goes out at nine in the morning of its WIB day, however late it was delivered', () => {
    const next = resolveNextFollowUp({ after: deliveredAt, days: [3, 10], deliveredAt })
    expect(next).toEqual(at('11-26T09:00'))
  })

  it('is followed by the next, and by none after the last', () => {
    const after = (text: string) =>
      resolveNextFollowUp({ after: at(text), days: [3, 10], deliveredAt })
    expect(after('11-26T09:00')).toEqual(at('12-03T09:00'))
    expect(after('12-03T09:00')).toBeNull()
  })

  it('is planned by nobody where the shop has chosen no days', () => {
    expect(resolveNextFollowUp({ after: deliveredAt, days: [], deliveredAt })).toBeNull()
  })

  it('is not sent early, nor when it is stale; after a standstill only the latest', () => {
    const due = (text: string) => findDueFollowUp({ days: [3, 4, 10], deliveredAt, now: at(text) })
    expect(due('11-26T08:59')).toBeUndefined()
    expect(due('11-26T09:00')).toBe(3)
    expect(due('11-27T12:00')).toBe(4)
    expect(due('12-01T12:00')).toBeUndefined()
    expect(due('12-03T09:10')).toBe(10)
  })

  it('comes once a day chosen when the clock looks in every ten minutes', () => {
    const days = fc.uniqueArray(fc.integer({ max: 20, min: 1 }), { maxLength: 5 })
    fc.assert(
      fc.property(days, (chosen) => {
        const sorted = chosen.sort((a, b) => a - b)
        const sent: (number | undefined)[] = []
        let next = resolveNextFollowUp({ after: deliveredAt, days: sorted, deliveredAt })
        while (next) {
          const now = new Date(next.getTime() + 60_000)
          sent.push(findDueFollowUp({ days: sorted, deliveredAt, now }))
          next = resolveNextFollowUp({ after: now, days: sorted, deliveredAt })
        }
        expect(sent).toEqual(sorted)
      }),
    )
  })
})

describe('The days of follow-up mails', () => {
  it('are those of the shop, in order and each once; of other kinds the usual ones', () => {
    const { followUps } = fulfilmentOptions.parse({ followUps: { consulting: [9, 2, 9] } })
    expect(followUps).toEqual({ consulting: [2, 9], 'security-analysis': [14], template: [7] })
  })

  it.each([[[0]], [[366]], [[1, 2, 3, 4, 5, 6]], [[1.5]]])('are not %j', (days) => {
    expect(fulfilmentOptions.safeParse({ followUps: { template: days } }).success).toBe(false)
  })
})
