import type { DocumentViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { notFound } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { hostingMachine } from '../accounts/machine'
import { findPanelAccount } from '../queries/findPanelAccount'
import { type AccountPart, Service, Standing } from './AccountFacts'
import { Blockers, Calls, Ending, Tasks } from './AccountWork'

/** The page of one service in the panel, for admins and owners. */
export const AccountView = async (props: DocumentViewServerProps): Promise<ReactElement> => {
  const { doc, initPageResult } = props
  const { req } = initPageResult
  const { payload } = req
  const account = isAdmin({ req }) ? await findPanelAccount(payload, String(doc.id)) : null
  if (!account) {
    notFound()
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const slugs = slugsOf(payload)
  const collections = `${payload.config.routes.admin}/collections`
  const part: AccountPart = {
    account,
    locale,
    orderUrl: `${collections}/${slugs.orders}/${account.orderId}`,
    path: `/${slugs.hostingAccounts}/${account.id}`,
    taskUrl: `${collections}/${slugs.hostingTasks}`,
  }
  const list = { label: 'Hosting', url: `${collections}/${slugs.hostingAccounts}` }
  return (
    <main className="gutter--left gutter--right lunas-order">
      <Breadcrumb steps={[list, { label: account.domain ?? account.title }]} />
      <p className="lunas-order__states">
        <MachineBadge locale={locale} machine={hostingMachine} state={account.state} />
      </p>
      <div className="lunas-order__grid">
        <div>
          <Standing {...part} />
          <Blockers {...part} />
          <Tasks {...part} />
          <Calls {...part} />
        </div>
        <div>
          <Service {...part} />
          <Ending {...part} />
        </div>
      </div>
    </main>
  )
}
