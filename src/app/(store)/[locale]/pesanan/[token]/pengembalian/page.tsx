import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { randomUUID } from 'node:crypto'

import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { RefundForm } from '@/storefront/components/refund/RefundForm'
import { StoreLink } from '@/storefront/components/StoreLink'
import { moment, money } from '@/storefront/format'
import { localPath } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { findRefunds } from '@/storefront/refund/refunds'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type RefundProps = { params: Promise<{ locale: string; token: string }> }

export async function generateMetadata({ params }: RefundProps): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'refund' })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title: t('title') })
}

type Words = (key: 'account' | 'accountHint' | 'accountOptional') => string

const accountCopy = (t: Words, need: 'optional' | 'required') => ({
  hint: t('accountHint'),
  label: t(need === 'required' ? 'account' : 'accountOptional'),
})

export default async function RefundPage({ params }: RefundProps) {
  const locale = await readLocale(params)
  const { token } = await params
  const found = (await findRefunds(token)) ?? notFound()
  const t = await getTranslations({ locale, namespace: 'refund' })
  const path = `/pesanan/${token}/pengembalian`
  const { offer, refusal } = found
  const lead = offer ? t('lead', { amount: money({ amount: offer.amount, locale }) }) : t('nothing')
  return (
    <Shell locale={locale} path={path}>
      <div className="wrap-narrow">
        <PageHead lead={lead} title={t('title')} />
        {offer ? (
          <>
            <p className="mb-6 text-muted">
              {t('until', { date: moment({ at: offer.until, locale }) })}
            </p>
            <p className="mb-6">{t(offer.way === 'duitku' ? 'toSourceHint' : 'toAccountHint')}</p>
            <RefundForm
              copy={{
                ...(offer.account === 'none' ? {} : { account: accountCopy(t, offer.account) }),
                errorTitle: t('errorTitle'),
                reason: { hint: t('reasonHint'), label: t('reason') },
                sending: t('sending'),
                submit: t('submit'),
                warning: t('warning'),
              }}
              hidden={{ key: randomUUID(), locale, token }}
              isAccountNeeded={offer.account === 'required'}
              permalink={localPath({ locale, path })}
            />
          </>
        ) : (
          <>
            {refusal ? <p className="mb-6">{refusal[locale]}</p> : null}
            <StoreLink className="btn btn-secondary" locale={locale} path={`/pesanan/${token}`}>
              {t('back')}
            </StoreLink>
          </>
        )}
      </div>
    </Shell>
  )
}
