import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { findVisitor } from '@/storefront/account/visitor'
import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { ReportView } from '@/storefront/components/problem/ReportView'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

const path = '/bantuan'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'problem' })
  return buildMetadata({ description: t('lead'), locale, path, title: t('title') })
}

export default async function HelpPage({ params }: LocaleParams) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'problem' })
  const visitor = await findVisitor()
  const known = visitor
    ? { email: visitor.email, name: visitor.name, phone: visitor.phone ?? '' }
    : {}
  return (
    <Shell locale={locale} path={path}>
      <div className="wrap-narrow">
        <PageHead lead={t('lead')} title={t('title')} />
        <ReportView known={known} locale={locale} path={path} />
      </div>
    </Shell>
  )
}
