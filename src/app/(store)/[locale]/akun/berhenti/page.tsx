import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { OptOutView } from '@/storefront/components/account/OptOutView'
import { Shell } from '@/storefront/components/layout/Shell'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type OptOutPageProps = LocaleParams & { searchParams: Promise<{ tanda?: string | string[] }> }

const path = '/akun/berhenti'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'account' })
  return buildMetadata({ isPrivate: true, locale, path, title: t('optOutTitle') })
}

export default async function OptOutPage({ params, searchParams }: OptOutPageProps) {
  const locale = await readLocale(params)
  const { tanda } = await searchParams
  return (
    <Shell locale={locale} path={path}>
      <div className="wrap-narrow">
        <OptOutView locale={locale} token={typeof tanda === 'string' ? tanda : ''} />
      </div>
    </Shell>
  )
}
