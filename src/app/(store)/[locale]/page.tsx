import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { Hero } from '@/storefront/components/home/Hero'
import { HomeFaq } from '@/storefront/components/home/HomeFaq'
import { HowItWorks } from '@/storefront/components/home/HowItWorks'
import { StoreSection } from '@/storefront/components/home/StoreSection'
import { Trust } from '@/storefront/components/home/Trust'
import { JsonLd } from '@/storefront/components/JsonLd'
import { Shell } from '@/storefront/components/layout/Shell'
import { findShopName } from '@/storefront/contact'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { shopFacts } from '@/storefront/seo/facts'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findProducts } from '@/storefront/shop'

export const revalidate = 300

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'site' })
  const title = `${findShopName()} · ${t('tagline')}`
  const facts = buildMetadata({ description: t('description'), locale, path: '/', title })
  return { ...facts, title: { absolute: title } }
}

export default async function HomePage({ params }: LocaleParams) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'site' })
  const products = await findProducts(locale)
  const digital = products.filter((product) => product.orderPath === 'checkout')
  const hosting = products.filter((product) => product.orderPath === 'whatsapp')
  return (
    <Shell locale={locale} path="/">
      <JsonLd facts={shopFacts({ description: t('description'), name: findShopName() })} />
      <Hero locale={locale} product={digital[0]} />
      <StoreSection id="digital-store" locale={locale} products={digital} />
      {hosting.length > 0 ? <StoreSection id="hosting" locale={locale} products={hosting} /> : null}
      <HowItWorks locale={locale} />
      <Trust locale={locale} />
      <HomeFaq locale={locale} />
    </Shell>
  )
}
