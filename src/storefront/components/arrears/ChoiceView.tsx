import { getTranslations } from 'next-intl/server'

import { CHOICE_TEXT_VERSION } from '@/plugin/overdue'

import { arrearsNotices, readArrearsNotice } from '../../arrears/notice'
import type { StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'
import { ArrearsFacts, ChanceNews, ServiceOff } from './ArrearsFacts'
import { ChanceBox } from './ChanceBox'
import type { ChoiceProps } from './ChoiceFields'
import { PayChoice } from './PayChoice'
import { SuspendChoice, SuspendConfirm } from './SuspendChoice'

type ViewProps = ChoiceProps & {
  /** Whether the suspension is being asked about once more. */
  isConfirming: boolean
  /** What became of a button, as the address says it. */
  notice: unknown
}

async function Notice({ code, locale }: { code: unknown; locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const notice = readArrearsNotice(code)
  if (!notice) {
    return null
  }
  const { key, tone } = arrearsNotices[notice]
  return (
    <p className="notice mt-8" data-tone={tone} role="status">
      {t(key)}
    </p>
  )
}

async function Choices(props: ChoiceProps) {
  const { arrears, locale } = props
  const t = await getTranslations({ locale, namespace: 'arrears' })
  return (
    <>
      {arrears.case?.choice === 'pay' ? <p className="mb-4">{t('payChosen')}</p> : null}
      <div className="grid gap-6 md:grid-cols-2">
        <PayChoice {...props} />
        <SuspendChoice {...props} />
      </div>
      <p className="mt-3 text-sm text-muted">
        {t('textVersion', { version: CHOICE_TEXT_VERSION })}
      </p>
      <ChanceBox {...props} />
    </>
  )
}

/** The page on which a customer in arrears pays or has his service suspended. */
export async function ChoiceView({ isConfirming, notice, ...props }: ViewProps) {
  const { arrears, locale, token } = props
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const isOverdue = arrears.standing.arrears !== null
  const order = { number: arrears.orderNumber, title: arrears.title }
  return (
    <div className="wrap-narrow">
      <Notice code={notice} locale={locale} />
      <PageHead
        lead={t(isOverdue ? 'lead' : 'leadCurrent', order)}
        title={t(isOverdue ? 'title' : 'titleCurrent')}
      />
      {isOverdue || arrears.service.wanted === 'off' ? (
        <div className="notice mb-8 grid gap-3" data-tone={isOverdue ? 'danger' : 'warning'}>
          <ArrearsFacts arrears={arrears} locale={locale} />
          <ServiceOff arrears={arrears} locale={locale} />
          <ChanceNews arrears={arrears} locale={locale} />
        </div>
      ) : null}
      {isOverdue && isConfirming ? <SuspendConfirm {...props} /> : null}
      {isOverdue && !isConfirming ? <Choices {...props} /> : null}
      <p className="mt-10">
        <StoreLink className="link" locale={locale} path={`/pesanan/${token}`}>
          {t('backToOrder')}
        </StoreLink>
      </p>
    </div>
  )
}
