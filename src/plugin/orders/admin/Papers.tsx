import type { ReactElement } from 'react'

import type { PanelAttempt, PanelOrder } from '../panel/types'
import type { OrderTexts } from '../panel/texts'

import { isStampWorthy } from '../../instalments'

type PaperProps = { order: PanelOrder; text: OrderTexts }

/** Documents speak the customer's language: staff see what he sees. */
const addressOf = ({ locale, token }: PanelOrder, path: string): string =>
  `/api/shop/orders/${token}/${path}?locale=${locale}`

const PAID = new Set(['paid', 'refunded'])

/** The receipt of an attempt that was paid, with a word on the e-Meterai where one may be needed. */
export const Receipt = (props: { attempt: PanelAttempt } & PaperProps): null | ReactElement => {
  const { attempt, order, text } = props
  const { amount, merchantOrderId, state } = attempt
  return PAID.has(state) ? (
    <p>
      <a href={addressOf(order, `receipts/${merchantOrderId}.pdf`)}>{text.receiptFile}</a>
      {isStampWorthy(amount) ? ` · ${text.stampHint}` : null}
    </p>
  ) : null
}

/** What a contract in instalments has on paper. */
export const ContractPapers = ({ order, text }: PaperProps): null | ReactElement => {
  const papers = [
    [text.scheduleFile, 'schedule.pdf'],
    [text.scheduleTable, 'schedule.csv'],
    [text.statementFile, 'statement.pdf'],
    [text.calendarFile, 'calendar.ics'],
  ] as const
  return order.hasContract ? (
    <>
      <h3>{text.documents}</h3>
      <ul>
        {papers.map(([name, path]) => (
          <li key={path}>
            <a href={addressOf(order, path)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  ) : null
}
