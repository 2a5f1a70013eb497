import type { ReactNode } from 'react'

import type { Tone } from '../order/status'

const marks: Record<Tone, string> = {
  danger: '!',
  info: '…',
  neutral: '–',
  success: '✓',
  warning: '!',
}

/** A state as word, mark and colour. */
export function ToneBadge({ children, tone }: { children: ReactNode; tone: Tone }) {
  return (
    <span className="badge" data-tone={tone}>
      <span aria-hidden="true" className="font-extrabold">
        {marks[tone]}
      </span>
      {children}
    </span>
  )
}
