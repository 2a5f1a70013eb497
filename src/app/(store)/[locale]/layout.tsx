import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { env } from '@/config/env'
import { findShopName } from '@/storefront/contact'
import { locales } from '@/storefront/i18n/locales'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { findAddresses } from '@/storefront/shop'
import { themeScript } from '@/storefront/theme/themeScript'

import '@/storefront/theme/theme.css'

type LayoutProps = LocaleParams & { children: ReactNode }

/** Pages are drawn ahead when the database answers while building, otherwise at the first visit. */
export const generateStaticParams = async (): Promise<{ locale: string }[]> =>
  (await findAddresses()) ? locales.map((locale) => ({ locale })) : []

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { color: '#faf7f0', media: '(prefers-color-scheme: light)' },
    { color: '#14130f', media: '(prefers-color-scheme: dark)' },
  ],
}

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'site' })
  return {
    applicationName: findShopName(),
    description: t('description'),
    icons: { apple: '/apple-touch-icon.png', icon: [{ type: 'image/svg+xml', url: '/icon.svg' }] },
    formatDetection: { telephone: false },
    metadataBase: new URL(env.SERVER_URL),
    title: { default: `${findShopName()} · ${t('tagline')}`, template: `%s · ${findShopName()}` },
  }
}

export default async function StoreLayout({ children, params }: LayoutProps) {
  const locale = await readLocale(params)
  return (
    <html data-scroll-behavior="smooth" lang={locale} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
