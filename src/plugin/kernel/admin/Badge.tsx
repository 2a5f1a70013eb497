import type { ReactElement } from 'react'

import type { Tone } from '../machine'

/** A state as a coloured word; the colour never says more than the word. */
export const Badge = ({ children, tone }: { children: string; tone: Tone }): ReactElement => (
  <span className={`lunas-badge lunas-badge--${tone}`}>{children}</span>
)
