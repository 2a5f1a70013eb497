import { describe, expect, it } from 'vitest'

import { fulfilmentOptions } from '@/plugin/fulfilment'
import { KNOWN_HOLIDAYS } from '@/plugin/fulfilment/holidays/knownDays'
import { resolveLunasOptions } from '@/plugin/options'
import { wibDay } from '@/plugin/kernel/time'
import { lunasOptions } from '../../support/lunasOptions'

const HOUR = 3_600_000

describe('The options of deliveries', () => {
  it('have a week, three promises and a reminder without being asked', () => {
    const { pledges, remindHours, workingHours } = resolveLunasOptions(lunasOptions()).fulfilment
    expect(workingHours.map((day) => day && [day.from / HOUR, day.to / HOUR])).toEqual([
      null,
      [9, 17],
      [9, 17],
      [9, 17],
      [9, 17],
      [9, 17],
      [9, 13],
    ])
    expect(pledges.consulting).toEqual({ deliverHours: 80, followUpDays: 7, startHours: 24 })
    expect(pledges.template.followUpDays).toBe(30)
    expect(remindHours).toBe(4)
  })

  it('change only what they name', () => {
    const { pledges, workingHours } = fulfilmentOptions.parse({
      pledges: { template: { deliverHours: 40 } },
      workingHours: { fri: ['08:00', '11:30'], sat: null },
    })
    expect(pledges.template).toEqual({ deliverHours: 40, followUpDays: 30, startHours: 16 })
    expect(pledges.consulting.startHours).toBe(24)
    expect(workingHours[5]).toEqual({ from: 8 * HOUR, to: 11.5 * HOUR })
    expect(workingHours[6]).toBeNull()
    expect(workingHours[1]).toEqual({ from: 9 * HOUR, to: 17 * HOUR })
  })

  const off = { fri: null, mon: null, sat: null, thu: null, tue: null, wed: null }
  it.each([
    ['a shop that never works', { workingHours: off }, /one day on which somebody works/],
    ['a day that closes before it opens', { workingHours: { mon: ['17:00', '09:00'] } }, /closes/],
    ['an hour that no clock shows', { workingHours: { mon: ['24:00', '25:00'] } }, /09:00/],
    ['a delivery before its start', { pledges: { template: { deliverHours: 1 } } }, /deliverHours/],
    ['a kind that nobody delivers', { pledges: { vps: { startHours: 1 } } }, /pledges/],
    ['no time to remind in', { remindHours: 0 }, /remindHours/],
  ])('refuse %s at start', (_what, fulfilment, says) => {
    expect(() => resolveLunasOptions({ ...lunasOptions(), fulfilment } as never)).toThrow(says)
  })
})

describe('The holidays that are known', () => {
  it('are days, each once, and those of a year without its decree wait to be confirmed', () => {
    const days = KNOWN_HOLIDAYS.map(({ day }) => wibDay(day))
    expect(new Set(days).size).toBe(days.length)
    expect(days).toEqual([...days].sort())
    expect(
      KNOWN_HOLIDAYS.filter(({ confirmed, day }) => confirmed && day >= '2027').map(
        ({ day }) => day,
      ),
    ).toEqual([])
  })
})
