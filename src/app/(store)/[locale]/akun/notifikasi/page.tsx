import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { readPageNumber } from '@/storefront/account/parse'
import { findVisitor } from '@/storefront/account/visitor'
import { LoginView } from '@/storefront/components/account/LoginView'
import { NoticeList } from '@/storefront/components/account/NoticeList'
import { Shell } from '@/storefront/components/layout/Shell'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type NoticesProps = LocaleParams & { searchParams: Promise<{ halaman?: string | string[] }> }

const path = '/akun/notifikasi'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'account' })
  return buildMetadata({ isPrivate: true, locale, path, title: t('noticesTitle') })
}

export default async function NoticesPage({ params, searchParams }: NoticesProps) {
  const locale = await readLocale(params)
  const { halaman } = await searchParams
  const customer = await findVisitor()
  return (
    <Shell locale={locale} path={path}>
      <div className="wrap-narrow">
        {customer ? (
          <NoticeList customerId={customer.id} locale={locale} page={readPageNumber(halaman)} />
        ) : (
          <LoginView locale={locale} next={path} />
        )}
      </div>
    </Shell>
  )
}
