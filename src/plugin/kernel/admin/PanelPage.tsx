import type { AdminViewServerProps } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { DefaultTemplate } from '@payloadcms/next/templates'

/** The panel's frame (menu, header with its actions) around a page of our own. */
export const PanelPage = (props: {
  children: ReactNode
  view: AdminViewServerProps
}): ReactElement => {
  const { initPageResult, params, searchParams, viewActions } = props.view
  const { locale, permissions, req, visibleEntities } = initPageResult
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      viewActions={viewActions}
      visibleEntities={visibleEntities}
    >
      {props.children}
    </DefaultTemplate>
  )
}
