import type { ReactElement } from 'react'

/** The shop's sign: an L and a tick. The colour comes from the panel's stylesheet. */
export const Mark = ({ size }: { size: number }): ReactElement => (
  <svg aria-hidden="true" height={size} viewBox="0 0 48 48" width={size}>
    <rect fill="var(--lunas-brand)" height="48" rx="12" width="48" />
    <path
      d="M14 12v21a3 3 0 0 0 3 3h9"
      fill="none"
      stroke="var(--lunas-on-brand)"
      strokeLinecap="round"
      strokeWidth="5"
    />
    <path
      d="M23 24l5 5 9-11"
      fill="none"
      stroke="var(--lunas-on-brand)"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="5"
    />
  </svg>
)
