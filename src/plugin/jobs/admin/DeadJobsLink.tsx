import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { findDeadJobs } from '../../kernel/queue'

const TEXT = { en: 'Stuck jobs', id: 'Pekerjaan macet' }
const MOST_COUNTED = 100

/** Link to the dead jobs with their number; nothing for those who may not see them. */
export const DeadJobsLink = async (props: ServerProps): Promise<null | ReactElement> => {
  const { i18n, payload } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const { length } = await findDeadJobs(payload, { limit: MOST_COUNTED })
  return (
    <a className="nav__link" href={`${payload.config.routes.admin}/jobs`}>
      <span className="nav__link-label">
        {TEXT[resolvePanelLocale(i18n.language)]}
        {length > 0 ? ` (${length < MOST_COUNTED ? length : `${MOST_COUNTED}+`})` : ''}
      </span>
    </a>
  )
}
