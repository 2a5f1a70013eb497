import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit } from '../../kernel/payload'
import { SPK_PATH } from '../paths'

/** Link to the agreements; nothing for those who may not see them. */
export const SpkLink = (props: ServerProps): null | ReactElement =>
  isAdminVisit(props) ? (
    <a className="nav__link" href={`${props.payload.config.routes.admin}${SPK_PATH}`}>
      <span className="nav__link-label">SPK</span>
    </a>
  ) : null
