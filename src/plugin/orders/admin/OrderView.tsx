import type { DocumentViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { notFound } from 'next/navigation'

import { Badge } from '../../kernel/admin/Badge'
import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { panelButtons } from '../../kernel/machine'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { orderPartsOf } from '../addTodoBoard'
import { PAYMENT_STATES } from '../collection'
import type { PanelOrder } from '../panel/types'

import { orderMachine } from '../machine'
import { findPanelOrder } from '../panel/findPanelOrder'
import { ORDER_TEXTS } from '../panel/texts'
import { parseTopic } from '../panel/timeline'
import { timelineSourcesOf } from '../panel/timelineSources'
import { buildOrderUrl, ordersRuntime } from '../runtime'
import { Instalments, type PartProps, Payments } from './Money'
import { History } from './Past'
import { Customer, Items } from './People'

const Head = ({ locale, order, text, url }: { url: string } & PartProps): ReactElement => {
  const payment = PAYMENT_STATES[order.paymentState]
  return (
    <div className="lunas-order__head">
      <p className="lunas-order__states">
        <MachineBadge locale={locale} machine={orderMachine} state={order.state} />
        <Badge tone={payment.tone}>{payment.label[locale]}</Badge>
        <a href={url} rel="noreferrer" target="_blank">
          {text.openPage}
        </a>
      </p>
    </div>
  )
}

const isPaid = ({ paymentState }: PanelOrder): boolean =>
  paymentState === 'paid' || paymentState === 'partly_paid'

/**
 * What certainly would be refused is not offered; the server decides all the same. An order whose
 * items have deliveries follows them by itself.
 */
const buttonsFor = (order: PanelOrder): ReturnType<typeof panelButtons> =>
  panelButtons(orderMachine).filter(
    ({ event }) =>
      event !== 'fulfil' || (isPaid(order) && order.items.every(({ delivery }) => !delivery)),
  )

/** The page of one order in the panel, for admins and owners. */
export const OrderView = async (props: DocumentViewServerProps): Promise<ReactElement> => {
  const { doc, initPageResult } = props
  const { req } = initPageResult
  const { payload } = req
  const order = isAdmin({ req }) ? await findPanelOrder(payload, String(doc.id)) : null
  if (!order) {
    notFound()
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const slugs = slugsOf(payload)
  const text = ORDER_TEXTS[locale]
  const { admin } = payload.config.routes
  const part: PartProps = {
    linkTo: (collection, id) => `${admin}/collections/${collection}/${id}`,
    locale,
    order,
    text,
  }
  const { serverUrl } = ordersRuntime.get(payload)
  const url = buildOrderUrl({ locale: order.locale, serverUrl, token: order.token })
  const list = {
    label: locale === 'en' ? 'Orders' : 'Pesanan',
    url: `${admin}/collections/${slugs.orders}`,
  }
  return (
    <main className="gutter--left gutter--right lunas-order">
      <Breadcrumb steps={[list, { label: order.number }]} />
      <Head {...part} url={url} />
      <MoveButtons
        buttons={buttonsFor(order)}
        collection={slugs.orders}
        id={order.id}
        state={order.state}
      />
      <div className="lunas-order__grid">
        <div>
          <Items {...part} slug={slugs.fulfilments} />
          <Instalments {...part} slug={slugs.instalments} />
          <Payments {...part} reviews={slugs.reviews} slug={slugs.payments} />
          {orderPartsOf(payload).map((path) =>
            RenderServerComponent({
              Component: path,
              importMap: payload.importMap,
              key: path,
              serverProps: { i18n: req.i18n, orderId: order.id, payload, user: req.user },
            }),
          )}
        </div>
        <div>
          <Customer {...part} editions={slugs.pageEditions} slug={slugs.customers} />
          <History
            {...part}
            slug={slugs.notifications}
            sources={timelineSourcesOf(payload)}
            topic={parseTopic(props.searchParams?.topic)}
          />
        </div>
      </div>
    </main>
  )
}
