import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Section } from '../../kernel/admin/Section'
import { formatRupiah, rupiah } from '../../kernel/money'
import {
  isAdminVisit,
  queryRows,
  resolvePanelLocale,
  slugsOf,
  sql,
  statementsOn,
} from '../../kernel/payload'
import { formatInstantShort } from '../../kernel/time'
import { refundMachine } from '../machine'
import { findRefundable } from '../queries/findRefundable'
import { AskForm } from './AskForm'
import { REFUND_TEXTS } from './refundTexts'

type Line = { amount: string; id: string; number: string; state: string }

/** The refunds of an order on its page in the panel, and the form to ask for another. */
export const OrderRefunds = async (
  props: { orderId: string } & Pick<ServerProps, 'i18n' | 'payload' | 'user'>,
): Promise<null | ReactElement> => {
  const { i18n, orderId, payload } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const [lines, order] = await Promise.all([
    queryRows<Line>(
      payload,
      sql`select id, number, amount, state from refunds where order_id = ${orderId}
        order by created_at desc`,
    ),
    findRefundable(statementsOn(payload), sql`o.id = ${orderId}`),
  ])
  const payments = order?.payments ?? []
  if (lines.length === 0 && payments.length === 0) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const text = REFUND_TEXTS[locale]
  const slug = slugsOf(payload).refunds
  const list = `${payload.config.routes.admin}/collections/${slug}`
  return (
    <Section id="lunas-refunds" title={text.title}>
      {lines.length === 0 ? <p>{text.none}</p> : null}
      <ul className="lunas-attempts">
        {lines.map(({ amount, id, number, state }) => (
          <li key={id}>
            <a href={`${list}/${id}`}>
              {number}: {formatRupiah(rupiah(Number(amount)), locale)}
            </a>{' '}
            <MachineBadge locale={locale} machine={refundMachine} state={state} />
          </li>
        ))}
      </ul>
      {payments.length > 0 ? (
        <AskForm
          order={orderId}
          path={`/${slug}`}
          payments={payments.map(({ id, left, paidAt }) => ({
            id,
            label: `${formatInstantShort(paidAt, locale)}: ${formatRupiah(rupiah(left), locale)} ${text.left}`,
            left,
          }))}
        />
      ) : null}
    </Section>
  )
}
