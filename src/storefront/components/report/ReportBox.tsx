import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { resendReports, showReportPassword } from '../../report/actions'
import { readReportNotice } from '../../report/notice'
import type { PublicOrder } from '../../shop'
import { PasswordBox } from '../download/PasswordBox'
import { AccessLog } from './AccessLog'
import { Retest } from './Retest'
import { RevisionCard } from './RevisionCard'

type Item = PublicOrder['items'][number]

type ReportBoxProps = {
  locale: StoreLocale
  /** Why the report is shown again, as the address says it. */
  notice: unknown
  order: PublicOrder
}

type ItemReportsProps = { isNamed: boolean; item: Item; locale: StoreLocale; token: string }

async function ItemReports({ isNamed, item, locale, token }: ItemReportsProps) {
  const t = await getTranslations({ locale, namespace: 'report' })
  const { accesses = [], reports = [] } = item.reports ?? {}
  return (
    <div className="grid gap-5">
      {isNamed ? <h3 className="font-bold">{item.title}</h3> : null}
      <ul aria-label={t('named', { title: item.title })} className="grid gap-5">
        {reports.map((report, at) => (
          <RevisionCard
            isNewest={at === 0}
            key={report.id}
            locale={locale}
            report={report}
            token={token}
          />
        ))}
      </ul>
      <Retest item={item} locale={locale} token={token} />
      <AccessLog accesses={accesses} locale={locale} />
    </div>
  )
}

const isOpen = ({ reports }: Item): boolean =>
  reports?.reports.some(({ state }) => state === 'ready' || state === 'preparing') ?? false

/** The reports of an order's analyses: to fetch, to check, to open, to look again. Nothing for orders without any. */
export async function ReportBox({ locale, notice, order }: ReportBoxProps) {
  const t = await getTranslations({ locale, namespace: 'report' })
  const items = order.items.filter(({ reports }) => reports)
  const told = readReportNotice(notice)
  if (items.length === 0) {
    return null
  }
  return (
    <section aria-labelledby="laporan" className="card mb-8 grid gap-6 p-6 sm:p-8">
      <h2 className="scroll-mt-24 text-xl" id="laporan">
        {t('title')}
      </h2>
      {told ? (
        <p className="notice" data-tone={told.tone} role="status">
          {t(told.key)}
        </p>
      ) : null}
      {items.map((item) => (
        <ItemReports
          isNamed={items.length > 1}
          item={item}
          key={item.id}
          locale={locale}
          token={order.token}
        />
      ))}
      {items.some(isOpen) ? (
        <PasswordBox
          locale={locale}
          order={order}
          resend={resendReports}
          show={showReportPassword}
          words="report"
        />
      ) : null}
    </section>
  )
}
