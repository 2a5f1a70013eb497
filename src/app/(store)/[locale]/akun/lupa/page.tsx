import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { ForgotView } from '@/storefront/components/account/AskView'
import { MailSent } from '@/storefront/components/account/MailSent'
import { Shell } from '@/storefront/components/layout/Shell'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type ForgotProps = LocaleParams & { searchParams: Promise<{ kabar?: string | string[] }> }

const path = '/akun/lupa'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'account' })
  return buildMetadata({ isPrivate: true, locale, path, title: t('forgotTitle') })
}

export default async function ForgotPage({ params, searchParams }: ForgotProps) {
  const locale = await readLocale(params)
  const { kabar } = await searchParams
  return (
    <Shell locale={locale} path={path}>
      <div className="wrap-narrow">
        {kabar === 'surel' ? (
          <MailSent locale={locale} path={path} />
        ) : (
          <ForgotView locale={locale} />
        )}
      </div>
    </Shell>
  )
}
