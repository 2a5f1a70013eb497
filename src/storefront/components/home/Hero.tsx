import { getTranslations } from 'next-intl/server'

import { findShopName, findWhatsappLink } from '../../contact'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'
import { ChatIcon } from '../Icons'
import { StoreLink } from '../StoreLink'

type HeroProps = { locale: StoreLocale; product: PublicProduct | undefined }

async function SampleReceipt({ locale, product }: { locale: StoreLocale; product: PublicProduct }) {
  const t = await getTranslations({ locale, namespace: 'home' })
  const price = money({ amount: product.price, locale })
  return (
    <div aria-hidden="true" className="receipt-lift mx-auto w-full max-w-sm rotate-2 max-lg:hidden">
      <div className="receipt">
        <p className="flex justify-between font-mono text-xs text-muted">
          <span>{findShopName()}</span>
          <span>{t('receiptTitle')}</span>
        </p>
        <hr className="perforation" />
        <p className="leader">
          <span>{product.title}</span>
          <span className="money">{price}</span>
        </p>
        <p className="leader mt-2 text-muted">
          <span>{t('receiptFee')}</span>
          <span className="money">{money({ amount: 0, locale })}</span>
        </p>
        <hr className="perforation" />
        <p className="leader text-lg font-bold">
          <span>{t('receiptTotal')}</span>
          <span className="money">{price}</span>
        </p>
        <p className="mt-6 mb-1 text-center">
          <span className="stamp">{t('stamp')}</span>
        </p>
      </div>
    </div>
  )
}

/** What the shop is, and the way in. */
export async function Hero({ locale, product }: HeroProps) {
  const t = await getTranslations({ locale, namespace: 'home' })
  const whatsapp = findWhatsappLink(`${findShopName()}: `)
  return (
    <section className="hero border-b border-line">
      <div className="wrap grid items-center gap-12 py-12 sm:py-20 lg:grid-cols-[1.25fr_1fr]">
        <div>
          <p className="eyebrow">{t('eyebrow')}</p>
          <h1 className="mt-3 max-w-[17ch] lg:text-6xl">{t('title')}</h1>
          <p className="mt-5 max-w-[52ch] text-lg text-muted">{t('lead')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <StoreLink className="btn btn-primary" locale={locale} path="/#digital-store">
              {t('browse')}
            </StoreLink>
            {whatsapp ? (
              <a className="btn btn-secondary" href={whatsapp} rel="noopener">
                <ChatIcon />
                {t('ask')}
              </a>
            ) : null}
          </div>
        </div>
        {product ? <SampleReceipt locale={locale} product={product} /> : null}
      </div>
    </section>
  )
}
