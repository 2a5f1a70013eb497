import { describe, expect, it } from 'vitest'

import { addDays, type WibDay, wibDay } from '@/plugin/kernel/time'
import { evaluateLadder, type LadderFacts, type LoggedStep } from '@/plugin/overdue'
import { DEFAULT_LADDER, type LadderOffsets, type LadderStep } from '@/plugin/plans'

const DUE = wibDay('2026-12-05')
const day = (offset: number): WibDay => addDays(DUE, offset)

const factsOf = (wish: Partial<LadderFacts> = {}): LadderFacts => ({
  chance: null,
  debts: [{ dueOn: DUE, seq: 3 }],
  inFlight: false,
  isOff: false,
  isRunning: true,
  isTold: true,
  ladder: DEFAULT_LADDER,
  log: [],
  round: { endedOn: null, number: 0 },
  shieldDays: 2,
  startedOn: wibDay('2026-10-05'),
  ...wish,
})

const logged = (step: LadderStep, on: number, round = 0): LoggedStep => ({
  day: day(on),
  round,
  seq: 3,
  step,
})

/** What was done when the shop was looked after each day until `until`. */
const logUntil = (until: number, facts = factsOf()): LoggedStep[] => {
  const log: LoggedStep[] = []
  for (let offset = -20; offset <= until; offset += 1) {
    const { decisions } = evaluateLadder({ ...facts, log }, day(offset))
    log.push(
      ...decisions
        .filter(({ kind }) => kind !== 'hold')
        .map(({ seq, step }) => ({ day: day(offset), round: facts.round.number, seq, step })),
    )
  }
  return log
}

const does = (facts: LadderFacts, offset: number): string[] =>
  evaluateLadder(facts, day(offset)).decisions.map((each) =>
    each.kind === 'do' ? each.step : `${each.kind} ${each.step}: ${each.reason}`,
  )

const withOffsets = (offsets: Partial<LadderOffsets>): LadderFacts =>
  factsOf({
    ladder: { ...DEFAULT_LADDER, offsets: { ...DEFAULT_LADDER.offsets, ...offsets } },
  })

describe('the ladder, looked after each day', () => {
  it('takes every step once, on its day', () => {
    const log = logUntil(40)
    expect(log.map(({ day: on, step }) => [step, on])).toEqual([
      ['issued', day(-14)],
      ['remind1', day(-7)],
      ['remind2', day(-3)],
      ['remind3', day(-1)],
      ['dueToday', day(0)],
      ['late', day(1)],
      ['choice', day(3)],
      ['warning', day(6)],
      ['suspend', day(7)],
      ['escalate', day(30)],
    ])
  })

  it('asks for nothing when it is run again on the same day', () => {
    const facts = factsOf({ log: [...logUntil(2), logged('choice', 3)] })
    expect(does(facts, 3)).toEqual([])
  })

  it('leaves out steps that the plan has switched off', () => {
    const facts = withOffsets({ choice: null, remind2: null, suspend: null, warning: null })
    expect(logUntil(40, facts).map(({ step }) => step)).toEqual([
      'issued',
      'remind1',
      'remind3',
      'dueToday',
      'late',
      'escalate',
    ])
  })

  it('says when to look again', () => {
    expect(evaluateLadder(factsOf(), day(-20)).lookAgain).toBe(day(-14))
    expect(evaluateLadder(factsOf({ log: logUntil(-14) }), day(-14)).lookAgain).toBe(day(-7))
    expect(evaluateLadder(factsOf({ debts: [] }), day(0)).lookAgain).toBeNull()
  })
})

describe('after a standstill', () => {
  it('sends the latest reminder alone', () => {
    expect(does(factsOf(), -2)).toEqual([
      'skip issued: overtaken',
      'skip remind1: overtaken',
      'remind2',
    ])
  })

  it('sends no reminder that was due before the order was placed', () => {
    const facts = factsOf({ startedOn: DUE })
    expect(does(facts, 0)).toEqual([
      'skip issued: beforeOrder',
      'skip remind1: beforeOrder',
      'skip remind2: beforeOrder',
      'skip remind3: beforeOrder',
      'skip dueToday: beforeOrder',
    ])
  })

  it('does not leave out the choice, and gives the full time for it', () => {
    const facts = factsOf({ log: logUntil(0) })
    expect(does(facts, 20)).toEqual(['choice', 'skip late: overtaken'])
    const asked = { ...facts, log: [...facts.log, logged('late', 20), logged('choice', 20)] }
    expect(does(asked, 22)).toEqual([])
    expect(does(asked, 23)).toEqual(['warning'])
    const warned = { ...asked, log: [...asked.log, logged('warning', 23)] }
    expect(does(warned, 23)).toEqual([])
    expect(does(warned, 24)).toEqual(['suspend'])
  })
})

describe('before anything is suspended', () => {
  const ready = (wish: Partial<LadderFacts>) => factsOf({ log: logUntil(6), ...wish })

  it('a chance holds asking, warning and suspending up, but not the bills of later debts', () => {
    const next = { dueOn: wibDay('2027-01-05'), seq: 4 }
    const facts = ready({
      chance: { until: day(20) },
      debts: [{ dueOn: DUE, seq: 3 }, next],
    })
    expect(does(facts, 7)).toEqual(['hold suspend: chance'])
    expect(does(facts, 17)).toContain('issued')
  })

  it('a chance that was not kept lets the ladder go on, from the day after', () => {
    const facts = ready({ round: { endedOn: day(20), number: 1 } })
    expect(does(facts, 20)).toEqual([])
    expect(does(facts, 21)).toEqual(['suspend'])
  })

  it('a service that was put on again for a chance is suspended again when it is not kept', () => {
    const log = [...logUntil(7), logged('suspend', 7)]
    expect(does(ready({ log }), 21)).toEqual([])
    expect(does(ready({ log, round: { endedOn: day(20), number: 1 } }), 21)).toEqual(['suspend'])
    const again = [...log, logged('suspend', 21, 1)]
    expect(does(ready({ log: again, round: { endedOn: day(20), number: 1 } }), 22)).toEqual([])
  })

  it('an open invoice shields it, for two days and no longer', () => {
    const facts = ready({ inFlight: true })
    expect(does(facts, 7)).toEqual(['hold suspend: paymentInFlight'])
    expect(evaluateLadder(facts, day(7)).lookAgain).toBe('soon')
    expect(does(facts, 8)).toEqual(['hold suspend: paymentInFlight'])
    expect(does(facts, 9)).toEqual(['suspend'])
  })

  it('nobody is suspended for a claim that never reached him', () => {
    expect(does(ready({ isTold: false }), 7)).toEqual(['hold suspend: undelivered'])
  })

  it('what is off already is not suspended again, what never began not at all', () => {
    expect(does(ready({ isOff: true }), 7)).toEqual([])
    expect(does(ready({ isRunning: false }), 7)).toEqual([])
  })

  it('only the oldest late debt is asked about; the next takes its turn when that one is paid', () => {
    const second = { dueOn: wibDay('2027-01-05'), seq: 4 }
    const both = factsOf({ debts: [{ dueOn: DUE, seq: 3 }, second], log: logUntil(7) })
    const today = wibDay('2027-01-09')
    const stepsOn = (facts: LadderFacts) =>
      evaluateLadder(facts, today).decisions.flatMap(({ kind, seq, step }) =>
        kind === 'do' ? [`${seq} ${step}`] : [],
      )
    expect(stepsOn(both)).toEqual(['3 escalate', '4 late'])
    expect(stepsOn({ ...both, debts: [second] })).toEqual(['4 choice'])
  })
})
