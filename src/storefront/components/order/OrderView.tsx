import { getTranslations } from 'next-intl/server'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { isSettled, resolveStatus } from '../../order/status'
import type { PublicOrder } from '../../shop'

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
  locale: StoreLocale
  /** Why the page was opened again, as the address says it. */
  notice: unknown
  order: PublicOrder
}

/** The order's page, which is also its payment page. */
export async function OrderView({ locale, notice, order }: OrderViewProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const placedAt = moment({ at: order.placedAt, locale })
  return (
    <div className="wrap grid gap-x-14 gap-y-12 pt-10 sm:pt-14 lg:grid-cols-[1fr_25rem]">
      <div>
        {isSettled(order) ? null : <OrderNotice code={notice} locale={locale} />}
        <div className="mb-3 flex flex-wrap items-center gap-3">
          <StatusBadge locale={locale} status={resolveStatus(order)} />
        </div>
        <h1 className="text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)]">
          {t('title', { number: order.number })}
        </h1>
        <p className="mt-1 mb-8 text-muted">
          <time dateTime={order.placedAt}>{t('placedAt', { date: placedAt })}</time>
        </p>
        <Failure locale={locale} order={order} />
        <section aria-label={t('stepPay')} className="card p-6 sm:p-8">
          <AmountBox locale={locale} order={order} />
          <PayActions locale={locale} order={order} />
          <LiveStatus locale={locale} order={order} path={`/pesanan/${order.token}`} />
        </section>
      </div>
      <div className="receipt-lift lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <div className="receipt">
          <OrderItems locale={locale} order={order} />
          <hr className="perforation" />
          <CustomerBox locale={locale} order={order} />
        </div>
      </div>
      <div className="grid gap-10">
        <Timeline locale={locale} order={order} />
        <HelpBox locale={locale} number={order.number} />
      </div>
    </div>
  )
}
