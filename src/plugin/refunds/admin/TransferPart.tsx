import type { Payload } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PanelRefund, PanelTransfer } from '../queries/findPanelRefund'
import type { RefundWay } from '../rules'
import type { RefundTexts } from './refundTexts'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { Section } from '../../kernel/admin/Section'
import { panelButtons } from '../../kernel/machine'
import { slugsOf } from '../../kernel/payload'
import { formatInstant } from '../../kernel/time'
import { refundsRuntime } from '../runtime'
import { transferMachine } from '../transfers/machine'
import { isOpenTransfer } from '../transfers/rules'
import { TransferForm } from './TransferForm'

type TransferPartProps = {
  locale: Locale
  path: string
  payload: Payload
  refund: PanelRefund
  text: RefundTexts
  ways: readonly RefundWay[]
}

type OneProps = { transfer: PanelTransfer } & Omit<TransferPartProps, 'path' | 'refund' | 'ways'>

const Transfer = ({ locale, payload, text, transfer }: OneProps): ReactElement => {
  const { account, answer, bank, holder, id, number, sentAt, state } = transfer
  const banks = refundsRuntime.get(payload).disburser?.banks ?? []
  const name = banks.find(({ code }) => code === bank)?.name ?? bank
  const rows: [string, null | string][] = [
    [text.account, `${name} ${account}`],
    [text.holder, holder],
    [text.transferAt, sentAt && formatInstant(new Date(sentAt), locale)],
    [text.lastAnswer, answer],
  ]
  return (
    <li>
      <p>
        <strong>{number}</strong>{' '}
        <MachineBadge locale={locale} machine={transferMachine} state={state} />
      </p>
      <dl className="lunas-facts lunas-facts--column">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="lunas-notes">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {state === 'checking' || state === 'sending' ? <p role="status">{text.isMoving}</p> : null}
      <MoveButtons
        buttons={panelButtons(transferMachine)}
        collection={slugsOf(payload).refundTransfers}
        id={id}
        state={state}
      />
    </li>
  )
}

/** The disbursement beside sending by hand: what was begun, and the form that begins. */
export const TransferPart = (props: TransferPartProps): null | ReactElement => {
  const { path, payload, refund, text, ways } = props
  const { disburser } = refundsRuntime.get(payload)
  const { account, state, transfers } = refund
  const isIdle = !transfers.some((transfer) => isOpenTransfer(transfer.state))
  const mayBegin = disburser && state === 'approved' && isIdle && ways.includes('transfer')
  if (transfers.length === 0 && !mayBegin) {
    return null
  }
  return (
    <Section id="lunas-transfers" title={text.byDisbursement}>
      {transfers.length > 0 ? (
        <ul className="lunas-attempts">
          {transfers.map((transfer) => (
            <Transfer key={transfer.id} {...props} transfer={transfer} />
          ))}
        </ul>
      ) : null}
      {mayBegin ? (
        <TransferForm
          account={(account ?? '').replace(/\D/g, '')}
          banks={disburser.banks}
          path={path}
        />
      ) : null}
    </Section>
  )
}
