import { getTranslations } from 'next-intl/server'

import { formatDay, wibDay } from '@/plugin/kernel/time'

import { buildDebtRows, type DebtRow, debtTones } from '../../contract/standing'
import { findReceipts } from '../../contract/payments'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { ToneBadge } from '../ToneBadge'
import type { ContractProps } from './ContractCard'

type Receipts = Awaited<ReturnType<typeof findReceipts>>

const COLUMNS = ['seq', 'dueOn', 'amount', 'fee', 'paid', 'paidOn', 'status', 'receipt'] as const

type Shared = { locale: StoreLocale; receipts: Receipts; token: string }

async function ReceiptLinks({ locale, receipts, row, token }: { row: DebtRow } & Shared) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const seqs = [row.debt, ...row.fees].map(({ seq }) => seq)
  const ids = receipts
    .filter(({ seq }) => seqs.includes(seq))
    .map(({ merchantOrderId }) => merchantOrderId)
  const [...unique] = new Set(ids)
  if (unique.length === 0) {
    return '–'
  }
  return unique.map((id, index) => (
    <a
      aria-label={t('receiptLink', { id })}
      className="link inline-flex min-h-6 items-center pr-2"
      href={`/api/shop/orders/${token}/receipts/${encodeURIComponent(id)}.pdf`}
      key={id}
    >
      {unique.length > 1 ? t('receiptShortNumbered', { number: index + 1 }) : t('receiptShort')}
    </a>
  ))
}

async function FeeCell({ fees, locale }: Pick<DebtRow, 'fees'> & { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'contract.statuses' })
  if (fees.length === 0) {
    return '–'
  }
  return (
    <ul className="grid gap-1">
      {fees.map(({ amount, seq, state }) => (
        <li key={seq}>
          <span className="money">{money({ amount, locale })}</span>{' '}
          <span className="text-sm text-muted">
            {t(state === 'paid' ? 'paid' : state === 'waived' ? 'waived' : 'unpaid')}
          </span>
        </li>
      ))}
    </ul>
  )
}

async function Row({ row, ...shared }: { row: DebtRow } & Shared) {
  const { locale } = shared
  const { debt, fees } = row
  const t = await getTranslations({ locale, namespace: 'contract' })
  const paidSoFar = [debt, ...fees].reduce((sum, { paid }) => sum + paid, 0)
  const cell = (column: (typeof COLUMNS)[number]) => ({
    'data-label': t(`columns.${column}`),
    role: 'cell',
  })
  return (
    <tr data-tone={debtTones[debt.status]} role="row">
      <th data-label={t('columns.seq')} role="rowheader" scope="row">
        {debt.kind === 'downPayment' ? t('downPayment') : debt.seq}
      </th>
      <td {...cell('dueOn')}>
        <time dateTime={debt.dueOn}>{formatDay(wibDay(debt.dueOn), locale)}</time>
      </td>
      <td {...cell('amount')}>
        <span className="money">{money({ amount: debt.amount, locale })}</span>
      </td>
      <td {...cell('fee')}>
        <FeeCell fees={fees} locale={locale} />
      </td>
      <td {...cell('paid')}>
        <span className="money">{paidSoFar > 0 ? money({ amount: paidSoFar, locale }) : '–'}</span>
      </td>
      <td {...cell('paidOn')}>{debt.paidOn ? formatDay(wibDay(debt.paidOn), locale) : '–'}</td>
      <td {...cell('status')} className="debt-status">
        <ToneBadge tone={debtTones[debt.status]}>
          {t(`statuses.${debt.status}`, { days: debt.daysLate })}
        </ToneBadge>
      </td>
      <td {...cell('receipt')}>
        <ReceiptLinks {...shared} row={row} />
      </td>
    </tr>
  )
}

/** A real table whose rows become cards where it is narrow; its roles are written out for that. */
async function Table({ caption, rows, ...shared }: { caption: string; rows: DebtRow[] } & Shared) {
  const t = await getTranslations({ locale: shared.locale, namespace: 'contract.columns' })
  return (
    <table className="debts" role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.debt.seq} {...shared} row={row} />
        ))}
      </tbody>
    </table>
  )
}

/** Every debt of a contract: due, paid, late and forgiven, with the receipts. */
export async function DebtTable({ contract, locale, token }: { token: string } & ContractProps) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const { current, former } = buildDebtRows(contract.standing)
  const shared = { locale, receipts: await findReceipts(token), token }
  return (
    <section aria-labelledby="jadwal-cicilan" className="debts-box">
      <h2 className="mb-4 text-xl" id="jadwal-cicilan">
        {t('scheduleTitle')}
      </h2>
      <Table {...shared} caption={t('scheduleTitle')} rows={current} />
      {former.length > 0 ? (
        <details className="disclosure mt-4">
          <summary>{t('formerTitle', { count: former.length })}</summary>
          <Table {...shared} caption={t('formerCaption')} rows={former} />
        </details>
      ) : null}
    </section>
  )
}
