import type { ProductKind } from '../catalog'
import type { Machine, PanelState } from '../kernel/machine'
import type { Kind, Phase, Step } from './kind'

import { panelStates } from '../kernel/machine'
import { consultingKind } from './consulting/kind'
import { securityAnalysisKind } from './securityAnalysis/kind'
import { templateKind } from './template/kind'

/** Every kind of product that is delivered by people. One line makes a further one known. */
export const KINDS = {
  consulting: consultingKind,
  'security-analysis': securityAnalysisKind,
  template: templateKind,
} as const satisfies Partial<Record<ProductKind, unknown>>

/** A kind of product that has a delivery. */
export type FulfilmentKind = keyof typeof KINDS

/** All of them. */
export const fulfilmentKinds = Object.keys(KINDS) as FulfilmentKind[]

/** Whether a product of this kind is delivered by people. */
export const isFulfilmentKind = (kind: string): kind is FulfilmentKind => Object.hasOwn(KINDS, kind)

/** The definition of a kind, whatever its own states are. */
export const kindOf = (kind: FulfilmentKind): Kind => KINDS[kind] as Kind

/**
 * What a state of a kind means.
 *
 * @throws Error for a state that the kind does not have
 */
export const getStep = (kind: FulfilmentKind, state: string): Step => {
  const step = kindOf(kind).steps[state]
  if (!step) {
    throw new Error(`A delivery of ${kind} has no state "${state}"`)
  }
  return step
}

/** The states of a kind that lie in a phase. */
export const statesIn = (kind: FulfilmentKind, ...phases: Phase[]): string[] =>
  Object.entries(kindOf(kind).steps)
    .filter(([, { phase }]) => phases.includes(phase))
    .map(([state]) => state)

/** Every state of every kind as the panel shows it; kinds that share a name share its look. */
export const FULFILMENT_STATES: Record<string, PanelState> = Object.assign(
  {},
  ...fulfilmentKinds.map((kind) => panelStates(kindOf(kind).machine)),
) as Record<string, PanelState>

/** Every kind's machine, by the name under which its moves are recorded. */
export const fulfilmentMachines: Readonly<Record<string, Machine>> = Object.fromEntries(
  fulfilmentKinds.map((kind) => [kind, kindOf(kind).machine]),
)
