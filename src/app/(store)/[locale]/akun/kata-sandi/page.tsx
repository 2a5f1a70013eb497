import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { isLinkAlive } from '@/storefront/account/visitor'
import { PasswordView } from '@/storefront/components/account/PasswordView'
import { Shell } from '@/storefront/components/layout/Shell'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type PasswordProps = LocaleParams & { searchParams: Promise<{ token?: string | string[] }> }

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'account' })
  const path = '/akun/kata-sandi'
  return buildMetadata({ isPrivate: true, locale, path, title: t('passwordTitle') })
}

export default async function PasswordPage({ params, searchParams }: PasswordProps) {
  const locale = await readLocale(params)
  const { token: typed } = await searchParams
  const token = typeof typed === 'string' ? typed : ''
  const path = `/akun/kata-sandi?token=${encodeURIComponent(token)}`
  const isAlive = await isLinkAlive(token)
  return (
    <Shell hideWhatsapp locale={locale} path={path}>
      <div className="wrap-narrow">
        <PasswordView isAlive={isAlive} locale={locale} path={path} token={token} />
      </div>
    </Shell>
  )
}
