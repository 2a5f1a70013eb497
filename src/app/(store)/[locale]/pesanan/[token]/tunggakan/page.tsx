import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import { findOwnArrears } from '@/storefront/arrears/arrears'
import { choicePath, loginPath } from '@/storefront/arrears/paths'
import { ChoiceView } from '@/storefront/components/arrears/ChoiceView'
import { Shell } from '@/storefront/components/layout/Shell'
import { localPath } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type ChoicePageProps = {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<Partial<Record<'kabar' | 'langkah', string | string[]>>>
}

export async function generateMetadata({ params }: ChoicePageProps): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'arrears' })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title: t('title') })
}

/** Looking at it changes nothing: a mail's link may be opened by anybody's robot. */
export default async function ChoicePage({ params, searchParams }: ChoicePageProps) {
  const locale = await readLocale(params)
  const { token } = await params
  const { kabar, langkah } = await searchParams
  const found = await findOwnArrears(token)
  if (found.kind === 'guest') {
    redirect(localPath({ locale, path: loginPath(token) }))
  }
  if (found.kind === 'none') {
    notFound()
  }
  return (
    <Shell hideWhatsapp locale={locale} path={choicePath(token)}>
      <ChoiceView
        arrears={found.arrears}
        isConfirming={langkah === 'tangguhkan' && found.arrears.case?.choice !== 'suspend'}
        locale={locale}
        notice={kabar}
        token={token}
      />
    </Shell>
  )
}
