import type { ReactElement } from 'react'

const Mark = ({ size }: { size: number }): ReactElement => (
  <svg aria-hidden="true" height={size} viewBox="0 0 48 48" width={size}>
    <rect fill="var(--lunas-brand)" height="48" rx="12" width="48" />
    <path
      d="M14 12v21a3 3 0 0 0 3 3h9"
      fill="none"
      stroke="#fff"
      strokeLinecap="round"
      strokeWidth="5"
    />
    <path
      d="M23 24l5 5 9-11"
      fill="none"
      stroke="#fff"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="5"
    />
  </svg>
)

/** The name of the plugin on the login page. */
export const Logo = (): ReactElement => (
  <span className="lunas-logo">
    <Mark size={44} />
    <span className="lunas-logo__name">Lunas</span>
  </span>
)

/** The small mark in the corner of every page of the panel. */
export const Icon = (): ReactElement => <Mark size={26} />
