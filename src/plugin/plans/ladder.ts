/**
 * The steps from a bill to an escalation, in the order in which they follow each other. Each happens a
 * number of WIB days before (negative) or after the due day.
 */
export const LADDER_STEPS = [
  'issued',
  'remind1',
  'remind2',
  'remind3',
  'dueToday',
  'late',
  'choice',
  'warning',
  'suspend',
  'escalate',
] as const

/** One step of the ladder. */
export type LadderStep = (typeof LADDER_STEPS)[number]

/** When each step happens, in days from the due day; null switches it off. */
export type LadderOffsets = Record<LadderStep, null | number>

/** What happens when instalments stay unpaid. One per plan; a contract keeps the one it was made with. */
export type Ladder = {
  offsets: LadderOffsets
  /** Whether staff confirm a suspension (`propose`) or it happens by itself (`auto`). */
  suspension: 'auto' | 'propose'
}

/** Defaults of the design, §7. */
export const DEFAULT_LADDER: Ladder = {
  offsets: {
    dueToday: 0,
    choice: 3,
    escalate: 30,
    issued: -14,
    late: 1,
    remind1: -7,
    remind2: -3,
    remind3: -1,
    suspend: 7,
    warning: 6,
  },
  suspension: 'propose',
}

/** Steps that come before the debt is late. */
export const STEPS_BEFORE = ['issued', 'remind1', 'remind2', 'remind3', 'dueToday'] as const

/** Steps that must follow each other, none left out: nobody is suspended who was not asked before. */
export const STEPS_OF_CHOICE = ['choice', 'warning', 'suspend'] as const

/** What is wrong with a ladder: the step, and the step before which it may not come. */
export type LadderFault = {
  after?: LadderStep
  kind: 'order' | 'range' | 'required'
  step: LadderStep
}

const isBefore = (step: LadderStep): boolean =>
  (STEPS_BEFORE as readonly LadderStep[]).includes(step)

const isInRange = (step: LadderStep, offset: number): boolean =>
  Number.isInteger(offset) &&
  (isBefore(step) ? offset >= -60 && offset <= 0 : offset >= 1 && offset <= 180)

/**
 * Steps that are out of range or out of order. Before the due day come bills and reminders, after it
 * everything else; a suspension needs the choice and the last warning, each on a day of its own.
 */
export const findLadderFaults = ({ offsets }: Ladder): LadderFault[] => {
  const faults: LadderFault[] = []
  let before: { offset: number; step: LadderStep } | undefined
  for (const step of LADDER_STEPS) {
    const offset = offsets[step]
    if (offset === null) {
      if (offsets.suspend !== null && (step === 'choice' || step === 'warning')) {
        faults.push({ kind: 'required', step })
      }
      continue
    }
    if (!isInRange(step, offset)) {
      faults.push({ kind: 'range', step })
    } else if (before && offset <= before.offset) {
      faults.push({ after: before.step, kind: 'order', step })
    }
    before = { offset, step }
  }
  return faults
}
