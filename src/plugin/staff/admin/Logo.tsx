import type { ReactElement } from 'react'

import { Mark } from './Mark'

/** Mark and name on the login page. */
export const Logo = (): ReactElement => (
  <span className="lunas-logo">
    <Mark size={44} />
    <span className="lunas-logo__name">Lunas</span>
  </span>
)
