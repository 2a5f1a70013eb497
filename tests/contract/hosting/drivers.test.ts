import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { DriverOutcome } from '@/plugin/hosting/port'

import type { Rig } from './rig'
import { rigs } from './rigs'
import { rules } from './rules'

describe.each(rigs)('the driver of $id', ({ isMissing = false, open }) => {
  let rig: Rig
  const outcomes: DriverOutcome<unknown>[] = []

  const hear = <T>(outcome: DriverOutcome<T>): DriverOutcome<T> => {
    outcomes.push(outcome)
    return outcome
  }

  beforeAll(async () => {
    if (!isMissing) rig = await open()
  }, 60_000)
  afterEach(() => isMissing || rig.faults.mend())
  afterAll(() => isMissing || rig.close())

  it.skipIf(isMissing).for(rules)('%s', { timeout: 60_000 }, async ([, rule], { skip }) => {
    outcomes.splice(0)
    await rule({ hear, rig, skip: () => skip('there is no such thing here') })
    // Whatever went wrong: no reason, step or note repeats what opens the server.
    const words = JSON.stringify(outcomes)
    for (const { credential } of [rig.server, rig.wrongCredential]) {
      expect(words).not.toContain(credential)
    }
    const reasons = outcomes.flatMap((outcome) => ('reason' in outcome ? outcome.reason : []))
    expect(reasons.filter((reason) => /Rahasia-/.test(reason))).toEqual([])
    expect(reasons.filter((reason) => reason.trim() === '')).toEqual([])
  })
})
