import type { Standing } from '../../instalments'
import type { PlanTerms } from '../../plans'
import type { LadderFacts, LoggedStep } from './ladderFacts'

import { resolveStanding, type StandingRow } from '../../instalments'
import { addDays, type WibDay, wibDay } from '../../kernel/time'

/** What of a contract the rules need; `Scene` has it all. */
export type ContractFacts = {
  blockers: readonly string[]
  chance: { until: WibDay } | null
  debts: readonly StandingRow[]
  ended: { number: number; on: null | WibDay }
  inFlight: boolean
  isTold: boolean
  log: readonly LoggedStep[]
  startedOn: WibDay
  terms: PlanTerms
}

/** How the money of a contract stands on a day. */
export const standingOf = (
  facts: Pick<ContractFacts, 'debts' | 'terms'>,
  today: WibDay,
): Standing => {
  const { issued } = facts.terms.ladder.offsets
  return resolveStanding({
    ...(issued === null ? {} : { issuedBefore: -issued }),
    rows: facts.debts,
    today,
  })
}

/** What the ladder looks at. */
export const ladderFactsOf = (facts: ContractFacts, shieldDays: number): LadderFacts => ({
  chance: facts.chance,
  debts: facts.debts
    .filter(({ kind, state }) => kind !== 'lateFee' && state === 'open')
    .map(({ dueOn, seq }) => ({ dueOn: wibDay(dueOn), seq })),
  inFlight: facts.inFlight,
  isOff: facts.blockers.some((kind) => kind === 'unpaid' || kind === 'customer_choice'),
  isRunning: facts.debts.some(({ paid, refunded }) => paid - refunded > 0),
  isTold: facts.isTold,
  ladder: facts.terms.ladder,
  log: facts.log,
  round: { endedOn: facts.ended.on, number: facts.ended.number },
  shieldDays,
  startedOn: facts.startedOn,
})

/**
 * The WIB day from which the service may be suspended when nothing is paid; null when it will not be:
 * nothing is overdue, the plan never suspends, or nothing is running.
 */
export const resolveSuspendOn = (facts: LadderFacts, today: WibDay): null | WibDay => {
  const { offsets } = facts.ladder
  const { choice, suspend, warning } = offsets
  const oldest = facts.debts.find(({ dueOn }) => dueOn < today)
  if (!oldest || !facts.isRunning || choice === null || warning === null || suspend === null) {
    return null
  }
  const dayOf = (step: string): undefined | WibDay =>
    facts.log.find((each) => each.seq === oldest.seq && each.step === step)?.day
  const later = (a: WibDay, b: WibDay): WibDay => (a > b ? a : b)
  const asked = dayOf('choice') ?? later(addDays(oldest.dueOn, choice), today)
  const warned =
    dayOf('warning') ?? later(addDays(oldest.dueOn, warning), addDays(asked, warning - choice))
  const off = later(addDays(oldest.dueOn, suspend), addDays(warned, suspend - warning))
  const after = facts.chance?.until ?? facts.round.endedOn
  return after ? later(off, addDays(after, 1)) : off
}
