import { getTranslations } from 'next-intl/server'

import { isHostingKind, isProductKind } from '@/plugin/catalog'

import { findArrearsOf } from '../../arrears/arrears'
import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { isSettled, resolveStatus } from '../../order/status'
import type { PublicOrder } from '../../shop'

import { ArrearsBanner } from '../arrears/ArrearsBanner'
import { ContractBadge } from '../contract/ContractBadge'
import { ContractCard } from '../contract/ContractCard'
import { ContractDocuments } from '../contract/ContractDocuments'
import { ContractPay } from '../contract/ContractPay'
import { DebtTable } from '../contract/DebtTable'
import { OrderServices } from '../hosting/OrderServices'
import { QuestionBox } from '../question/QuestionBox'
import { ScopeBox } from '../scope/ScopeBox'
import { SessionBox } from '../session/SessionBox'
import { OrderProblems } from '../problem/OrderProblems'
import { OrderRefunds } from '../refund/OrderRefunds'
import { DownloadBox } from '../download/DownloadBox'
import { ReportBox } from '../report/ReportBox'
import { AgreeBox, SpkCard } from '../spk/SpkCard'
import { AmountBox } from './AmountBox'
import { CustomerBox } from './CustomerBox'
import { Failure } from './Failure'
import { HelpBox } from './HelpBox'
import { LiveStatus } from './LiveStatus'
import { OrderItems } from './OrderItems'
import { OrderNotice } from './OrderNotice'
import { PayActions } from './PayActions'
import { StatusBadge } from './StatusBadge'
import { Timeline } from './Timeline'

type OrderViewProps = {
  /** What became of a button about the files, as the address says it. */
  fileNotice: unknown
  locale: StoreLocale
  /** Why the page was opened again, as the address says it. */
  notice: unknown
  order: PublicOrder
  /** What became of a button about the report, as the address says it. */
  reportNotice: unknown
}

const titleOf = ({ items, number }: PublicOrder): string => items[0]?.title ?? number

const hasHosting = ({ items }: PublicOrder): boolean =>
  items.some(({ kind }) => isProductKind(kind) && isHostingKind(kind))

/** How to pay: at once, or a contract in its parts. */
function PayBox({ locale, order }: Pick<OrderViewProps, 'locale' | 'order'>) {
  if (order.nextAction === 'agree') {
    return <AgreeBox locale={locale} />
  }
  return order.contract ? (
    <ContractPay contract={order.contract} locale={locale} order={order} />
  ) : (
    <>
      <AmountBox locale={locale} order={order} />
      <PayActions locale={locale} order={order} />
    </>
  )
}

/** The order's page, which is also its payment page. */
export async function OrderView(props: OrderViewProps) {
  const { fileNotice, locale, notice, order, reportNotice } = props
  const t = await getTranslations({ locale, namespace: 'order' })
  const arrears = order.contract && (await findArrearsOf(order.token))
  const placedAt = moment({ at: order.placedAt, locale })
  return (
    <div className="wrap grid gap-x-14 gap-y-12 pt-10 sm:pt-14 lg:grid-cols-[1fr_25rem]">
      <div>
        {isSettled(order) && notice !== 'jadwal' && notice !== 'ditanyakan' ? null : (
          <OrderNotice code={notice} locale={locale} />
        )}
        <div className="mb-3 flex flex-wrap items-center gap-3">
          {order.contract ? (
            <ContractBadge locale={locale} order={order} />
          ) : (
            <StatusBadge locale={locale} status={resolveStatus(order)} />
          )}
        </div>
        <h1 className="text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)]">
          {t('title', { number: order.number })}
        </h1>
        <p className="mt-1 mb-8 text-muted">
          <time dateTime={order.placedAt}>{t('placedAt', { date: placedAt })}</time>
        </p>
        {arrears ? <ArrearsBanner arrears={arrears} locale={locale} token={order.token} /> : null}
        <Failure locale={locale} order={order} />
        <SpkCard locale={locale} order={order} />
        {hasHosting(order) ? <OrderServices locale={locale} token={order.token} /> : null}
        {order.contract ? (
          <ContractCard contract={order.contract} locale={locale} title={titleOf(order)} />
        ) : null}
        <ReportBox locale={locale} notice={reportNotice} order={order} />
        <DownloadBox locale={locale} notice={fileNotice} order={order} />
        <section aria-label={t('stepPay')} className="card p-6 sm:p-8">
          <PayBox locale={locale} order={order} />
          <LiveStatus locale={locale} order={order} path={`/pesanan/${order.token}`} />
        </section>
        <div className="mt-6">
          <SessionBox locale={locale} order={order} />
          <ScopeBox locale={locale} order={order} />
        </div>
      </div>
      <div
        className={`receipt-lift lg:col-start-2 lg:row-start-1 ${order.contract ? 'lg:self-start' : 'lg:row-span-2'}`}
      >
        <div className="receipt">
          <OrderItems locale={locale} order={order} />
          <hr className="perforation" />
          <CustomerBox locale={locale} order={order} />
        </div>
      </div>
      {order.contract ? (
        <div className="min-w-0 lg:col-span-2">
          <DebtTable contract={order.contract} locale={locale} token={order.token} />
          <ContractDocuments locale={locale} token={order.token} />
        </div>
      ) : null}
      <div className="grid gap-10">
        <Timeline locale={locale} order={order} />
        <QuestionBox locale={locale} order={order} />
        <OrderProblems locale={locale} token={order.token} />
        <OrderRefunds locale={locale} token={order.token} />
        <HelpBox locale={locale} number={order.number} />
      </div>
    </div>
  )
}
