import type { ReactElement } from 'react'

import type { Locale } from '../errors/locale'
import type { Machine } from '../machine'

import { panelStates } from '../machine'
import { Badge } from './Badge'

/** The state of one row of a machine. */
export const MachineBadge = (props: {
  locale: Locale
  machine: Machine
  state: string
}): ReactElement => {
  const state = panelStates(props.machine)[props.state]
  return <Badge tone={state?.tone ?? 'neutral'}>{state?.label[props.locale] ?? props.state}</Badge>
}
