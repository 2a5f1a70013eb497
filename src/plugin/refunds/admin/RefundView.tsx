import type { DocumentViewServerProps, Payload } from 'payload'
import type { ReactElement } from 'react'

import { notFound } from 'next/navigation'

import type { Locale } from '../../kernel/errors'
import type { PanelRefund } from '../queries/findPanelRefund'
import type { RefundTexts } from './refundTexts'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { ContactFacts } from '../../kernel/admin/ContactFacts'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { Section } from '../../kernel/admin/Section'
import { panelButtons } from '../../kernel/machine'
import { formatRupiah, rupiah } from '../../kernel/money'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { Story } from '../../kernel/admin/Story'
import { formatInstant } from '../../kernel/time'
import { paymentsRuntime } from '../../payments'
import { refundMachine } from '../machine'
import { findPanelRefund } from '../queries/findPanelRefund'
import { isOpenTransfer } from '../transfers/rules'
import { REFUND_METHODS, REFUND_WAYS, type RefundWay } from '../rules'
import { waysOf } from '../queries/findWays'
import { ExecuteForm } from './ExecuteForm'
import { REFUND_TEXTS } from './refundTexts'
import { TransferPart } from './TransferPart'

type Part = {
  locale: Locale
  payload: Payload
  refund: PanelRefund
  text: RefundTexts
  ways: readonly RefundWay[]
}

const Facts = ({ locale, payload, refund, text, ways }: Part): ReactElement => {
  const { orders, payments } = slugsOf(payload)
  const { admin } = payload.config.routes
  const channel = refund.channel
    ? ` (${paymentsRuntime.get(payload).gateway.nameChannel(refund.channel)})`
    : ''
  const rows: [string, null | ReactElement | string][] = [
    [
      text.order,
      <a href={`${admin}/collections/${orders}/${refund.orderId}`} key="o">
        {refund.orderNumber}
      </a>,
    ],
    [
      text.payment,
      <a href={`${admin}/collections/${payments}/${refund.paymentId}`} key="p">
        {refund.merchantOrderId}
        {channel}
      </a>,
    ],
    [text.ways, ways.map((way) => REFUND_WAYS[way].label[locale]).join(', ')],
    [text.reason, refund.reason],
    [text.askedBy, refund.askedBy],
    [text.account, refund.account],
    [text.method, refund.method && REFUND_METHODS[refund.method].label[locale]],
    [text.evidence, refund.evidence],
    [text.executedAt, refund.executedAt && formatInstant(new Date(refund.executedAt), locale)],
  ]
  return (
    <Section id="lunas-refund" title={text.facts}>
      <dl className="lunas-facts lunas-facts--column">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="lunas-notes">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Section>
  )
}

const Proofs = ({ path, refund, text }: { path: string } & Part): null | ReactElement =>
  refund.files.length === 0 ? null : (
    <Section id="lunas-proofs" title={text.proofs}>
      <ul className="lunas-attempts">
        {refund.files.map(({ seq }) => (
          <li key={seq}>
            <a href={`${path}/proofs/${seq}`} rel="noreferrer" target="_blank">
              {text.proofOf(seq)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )

const Timeline = ({ locale, refund, text }: Part): ReactElement => (
  <Section id="lunas-history" title={text.history}>
    <Story
      locale={locale}
      steps={[
        ...refund.history.map(({ actor, at, event, reason }) => ({
          at,
          by: actor,
          key: `${event}${at}`,
          reason,
          what: refundMachine.moves.find((move) => move.event === event)?.label[locale] ?? event,
        })),
        { at: refund.createdAt, by: refund.askedBy, key: 'asked', what: text.asked },
      ]}
    />
  </Section>
)

/** The page of one refund in the panel, for admins and owners. */
export const RefundView = async (props: DocumentViewServerProps): Promise<ReactElement> => {
  const { doc, initPageResult } = props
  const { req } = initPageResult
  const { payload } = req
  const refund = isAdmin({ req }) ? await findPanelRefund(payload, String(doc.id)) : null
  if (!refund) {
    notFound()
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const { refunds: slug } = slugsOf(payload)
  const text = REFUND_TEXTS[locale]
  const { admin, api } = payload.config.routes
  const ways = waysOf(payload, refund.channel)
  const isOnTheWay = refund.transfers.some(({ state }) => isOpenTransfer(state))
  const part: Part = { locale, payload, refund, text, ways }
  const list = { label: text.title, url: `${admin}/collections/${slug}` }
  return (
    <main className="gutter--left gutter--right lunas-order">
      <Breadcrumb steps={[list, { label: refund.number }]} />
      <p className="lunas-order__states">
        <MachineBadge locale={locale} machine={refundMachine} state={refund.state} />
        <strong>{formatRupiah(rupiah(refund.amount), locale)}</strong>
      </p>
      <MoveButtons
        buttons={panelButtons(refundMachine)}
        collection={slug}
        id={refund.id}
        state={refund.state}
      />
      <div className="lunas-order__grid">
        <div>
          <Facts {...part} />
          <TransferPart {...part} path={`/${slug}/${refund.id}`} />
          {refund.state === 'approved' && !isOnTheWay ? (
            <Section id="lunas-execute" title={text.record}>
              <ExecuteForm path={`/${slug}/${refund.id}`} ways={ways} />
            </Section>
          ) : null}
          <Proofs {...part} path={`${api}/${slug}/${refund.id}`} />
        </div>
        <div>
          <Section id="lunas-customer" title={text.customer}>
            <dl className="lunas-facts lunas-facts--column">
              <div>
                <dt className="lunas-hidden">{text.customer}</dt>
                <dd>
                  <strong>
                    <bdi>{refund.name}</bdi>
                  </strong>
                </dd>
              </div>
              <ContactFacts
                buyer={{ email: refund.email, notes: null, phone: refund.phone }}
                text={{ email: 'Email', notes: '' }}
              />
            </dl>
          </Section>
          <Timeline {...part} />
        </div>
      </div>
    </main>
  )
}
