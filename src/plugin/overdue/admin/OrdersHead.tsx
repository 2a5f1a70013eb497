import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { FilterLinks } from '../../kernel/admin/FilterLinks'
import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { OVERDUE_PATH } from '../paths'
import { CASE_FILTERS, countCases } from '../queries/findCases'
import { OVERDUE_TEXTS } from './overdueTexts'

/** Above the list of orders: who has not paid, with the numbers. Nothing when nobody is in arrears. */
export const OrdersHead = async (props: ServerProps): Promise<null | ReactElement> => {
  const { i18n, payload } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const counts = await countCases(payload)
  if (counts.all === 0) {
    return null
  }
  const text = OVERDUE_TEXTS[resolvePanelLocale(i18n.language)]
  const url = `${payload.config.routes.admin}${OVERDUE_PATH}`
  const links = CASE_FILTERS.filter((filter) => counts[filter] > 0).map((filter) => ({
    isCurrent: false,
    text: `${filter === 'all' ? text.title : text.filters[filter]} (${counts[filter]})`,
    url: filter === 'all' ? url : `${url}?tampil=${filter}`,
  }))
  return (
    <div className="lunas-orders-head">
      <FilterLinks label={text.title} links={links} />
    </div>
  )
}
