import type { Labels } from '../errors/locale'
import type { Ask, Machine, Role, Tone } from './types'

/** A staff move as the browser gets it: plain values only. */
export type PanelButton = {
  asks: readonly Ask[]
  by: readonly Role[]
  consequence: Labels
  danger: boolean
  event: string
  from: readonly string[]
  text: Labels
}

/** A state as the browser gets it. */
export type PanelState = { label: Labels; tone: Tone }

/** A word of which nothing more is said than what it means. */
export const plainWord = (id: string, en: string): PanelState => ({
  label: { en, id },
  tone: 'neutral',
})

/** The buttons of a machine, in the order of its table. */
export function panelButtons(machine: Machine): PanelButton[] {
  return machine.moves.flatMap(({ button, by, event, from }) =>
    button
      ? [
          {
            asks: button.asks ?? [],
            by,
            consequence: button.consequence,
            danger: button.danger ?? false,
            event,
            from,
            text: button.text,
          },
        ]
      : [],
  )
}

/** The states of a machine with their colours. */
export function panelStates(machine: Machine): Record<string, PanelState> {
  return Object.fromEntries(
    Object.entries(machine.states).map(([state, { label, tone }]) => [
      state,
      { label, tone: tone ?? 'neutral' },
    ]),
  )
}
