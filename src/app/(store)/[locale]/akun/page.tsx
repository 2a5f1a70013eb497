import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { readPageNumber, safeNext } from '@/storefront/account/parse'
import { findVisitor } from '@/storefront/account/visitor'
import { AccountNotice } from '@/storefront/components/account/AccountNotice'
import { AccountView } from '@/storefront/components/account/AccountView'
import { LoginView } from '@/storefront/components/account/LoginView'
import { Shell } from '@/storefront/components/layout/Shell'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type Query = Partial<Record<'halaman' | 'kabar' | 'lanjut', string | string[]>>

type AccountProps = LocaleParams & { searchParams: Promise<Query> }

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'account' })
  return buildMetadata({ isPrivate: true, locale, path: '/akun', title: t('title') })
}

export default async function AccountPage({ params, searchParams }: AccountProps) {
  const locale = await readLocale(params)
  const { halaman, kabar, lanjut } = await searchParams
  const customer = await findVisitor()
  return (
    <Shell locale={locale} path="/akun">
      <div className="wrap-narrow">
        <AccountNotice locale={locale} news={kabar} />
        {customer ? (
          <AccountView customer={customer} locale={locale} page={readPageNumber(halaman)} />
        ) : (
          <LoginView locale={locale} next={safeNext(lanjut)} />
        )}
      </div>
    </Shell>
  )
}
