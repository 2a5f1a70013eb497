import type { PublicSpk } from '@/plugin/spk'

type State = PublicSpk['state']

/** Stages of an agreement as its customer counts them, in their order. */
export const STAGES = ['draft', 'check', 'issue', 'sign', 'review', 'confirmed'] as const

/** One of them. */
export type Stage = (typeof STAGES)[number]

/** A stage and whether it is over, under way or still to come. */
export type JourneyStep = { stage: Stage; standing: 'done' | 'next' | 'now' }

const STAGE_OF: Record<State, null | Stage> = {
  active: 'confirmed',
  analysing: 'review',
  awaitingSignature: 'sign',
  cancelled: null,
  completed: 'confirmed',
  confirmed: 'confirmed',
  dataConfirmed: 'issue',
  draft: 'draft',
  expired: null,
  finalCheck: 'review',
  finalStamp: 'review',
  issued: 'issue',
  moreEvidence: 'sign',
  revisionRequested: 'draft',
  sealed: 'confirmed',
  signatureRejected: 'sign',
  stampCheck: 'issue',
  superseded: null,
  terminated: null,
  underReview: 'review',
  validating: 'check',
}

/** How far an agreement has come; empty once it has ended on the way. What is confirmed is all done. */
export const resolveJourney = (state: State): JourneyStep[] => {
  const current = STAGE_OF[state]
  if (current === null) {
    return []
  }
  const at = STAGES.indexOf(current)
  return STAGES.map((stage, index) => {
    const isDone = index < at || current === 'confirmed'
    return { stage, standing: isDone ? 'done' : index === at ? 'now' : 'next' }
  })
}
