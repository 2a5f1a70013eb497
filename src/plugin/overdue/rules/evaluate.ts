import type { Ladder, LadderStep } from '../../plans'
import type {
  Decision,
  Evaluation,
  HoldReason,
  LadderDebt,
  LadderFacts,
  LoggedStep,
} from './ladderFacts'

import { addDays, type WibDay } from '../../kernel/time'
import { LADDER_STEPS, STEPS_BEFORE, STEPS_OF_CHOICE } from '../../plans'

const NOTICES: readonly LadderStep[] = [...STEPS_BEFORE, 'late']
const CHAIN: readonly LadderStep[] = STEPS_OF_CHOICE

type Step = { day: WibDay; offset: number; step: LadderStep }

/** The steps of one debt that are switched on, in their order. */
const stepsOf = (debt: LadderDebt, ladder: Ladder): Step[] =>
  LADDER_STEPS.flatMap((step) => {
    const offset = ladder.offsets[step]
    return offset === null ? [] : [{ day: addDays(debt.dueOn, offset), offset, step }]
  })

const latest = (...days: readonly (null | undefined | WibDay)[]): WibDay =>
  days.filter((day): day is WibDay => Boolean(day)).reduce((a, b) => (a > b ? a : b))

type View = { debt: LadderDebt; facts: LadderFacts; steps: Step[]; today: WibDay }

const findLogged = (view: View, step: LadderStep): LoggedStep | undefined =>
  view.facts.log.find((each) => each.seq === view.debt.seq && each.step === step)

/** Bills and reminders: of those that were missed only the latest is sent, and none from before the order. */
const decideNotices = (view: View, isChainReached: boolean): Decision[] => {
  const { debt, facts, steps, today } = view
  const { seq } = debt
  const missing = steps.filter(
    ({ day, step }) => NOTICES.includes(step) && day <= today && !findLogged(view, step),
  )
  const last = missing.at(-1)
  return missing.map(({ day, step }): Decision => {
    if (day <= facts.startedOn) {
      return { kind: 'skip', reason: 'beforeOrder', seq, step }
    }
    return step === last?.step && !isChainReached
      ? { kind: 'do', seq, step }
      : { kind: 'skip', reason: 'overtaken', seq, step }
  })
}

/** A suspension is repeated after a chance that was not kept; asking and warning are not. */
const isTaken = (view: View, step: LadderStep): boolean =>
  view.facts.log.some(
    (each) =>
      each.seq === view.debt.seq &&
      each.step === step &&
      (step !== 'suspend' || each.round === view.facts.round.number),
  )

const earliestOf = (view: View, { day, offset, step }: Step): WibDay => {
  const before = view.steps
    .filter((each) => CHAIN.includes(each.step) && each.offset < offset)
    .at(-1)
  const taken = before && findLogged(view, before.step)
  const { endedOn } = view.facts.round
  return latest(
    day,
    before && taken ? addDays(taken.day, offset - before.offset) : null,
    step === 'suspend' && endedOn ? addDays(endedOn, 1) : null,
  )
}

/** The step of asking, warning and suspending that comes next, and the first day on which it may. */
const findChainStep = (view: View): { earliest: WibDay; step: LadderStep } | undefined => {
  const next = view.steps.find(({ step }) => CHAIN.includes(step) && !isTaken(view, step))
  return next && { earliest: earliestOf(view, next), step: next.step }
}

const holdOf = (view: View, earliest: WibDay, step: LadderStep): HoldReason | undefined => {
  const { facts, today } = view
  if (facts.chance) {
    return 'chance'
  }
  if (step !== 'suspend') {
    return undefined
  }
  if (!facts.isTold) {
    return 'undelivered'
  }
  return facts.inFlight && today < addDays(earliest, facts.shieldDays)
    ? 'paymentInFlight'
    : undefined
}

const decideChain = (view: View): Decision[] => {
  const next = findChainStep(view)
  if (!next || next.earliest > view.today) {
    return []
  }
  const { seq } = view.debt
  const reason = holdOf(view, next.earliest, next.step)
  return reason
    ? [{ kind: 'hold', reason, seq, step: next.step }]
    : [{ kind: 'do', seq, step: next.step }]
}

const decideEscalation = (view: View): Decision[] => {
  const step = view.steps.find((each) => each.step === 'escalate')
  return step && step.day <= view.today && !findLogged(view, 'escalate')
    ? [{ kind: 'do', seq: view.debt.seq, step: 'escalate' }]
    : []
}

/** Only what is running can be suspended, only what is on, and only for the oldest debt that is late. */
const hasChain = ({ debt, facts, today }: View): boolean =>
  facts.isRunning &&
  !facts.isOff &&
  debt.dueOn < today &&
  facts.debts.every(({ seq }) => seq >= debt.seq)

const lookAgainOf = (view: View, isChained: boolean): (null | WibDay)[] => {
  const { facts, steps, today } = view
  const chain = isChained ? findChainStep(view) : undefined
  const ahead = steps
    .filter(({ day, step }) => day > today && !findLogged(view, step))
    .map(({ day }) => day)
  return [
    ...ahead,
    chain && chain.earliest > today ? chain.earliest : null,
    facts.chance ? addDays(facts.chance.until, 1) : null,
  ]
}

/**
 * What the ladder asks of a contract on one WIB day. It follows from dates, debts and what was done
 * before, never from a timer: run twice it asks for nothing twice, run late it leaves out what was
 * overtaken. Asking, warning and suspending are never left out and keep their distance from each
 * other, so that a shop that stood still suspends nobody who had no time to choose.
 */
export const evaluateLadder = (facts: LadderFacts, today: WibDay): Evaluation => {
  const decisions: Decision[] = []
  const days: (null | WibDay)[] = []
  for (const debt of facts.debts) {
    const view = { debt, facts, steps: stepsOf(debt, facts.ladder), today }
    const isChained = hasChain(view)
    const chain = isChained ? decideChain(view) : []
    const isReached = chain.some(({ kind }) => kind === 'do')
    decisions.push(...chain, ...decideNotices(view, isReached), ...decideEscalation(view))
    days.push(...lookAgainOf(view, isChained))
  }
  const held = decisions.filter(({ kind }) => kind === 'hold')
  // A step just taken opens the way to the next; tomorrow is early enough to see when.
  const hasMoved = decisions.some(({ kind, step }) => kind === 'do' && CHAIN.includes(step))
  const isSoon = held.some((each) => each.kind === 'hold' && each.reason === 'paymentInFlight')
  const waits = held.some((each) => each.kind === 'hold' && each.reason === 'undelivered')
  const next = [...days, hasMoved || waits ? addDays(today, 1) : null].filter(
    (day): day is WibDay => day !== null,
  )
  return {
    decisions,
    lookAgain: isSoon ? 'soon' : next.length > 0 ? next.reduce((a, b) => (a < b ? a : b)) : null,
  }
}
