import { getTranslations } from 'next-intl/server'

import { addLine } from '../../cart/actions'
import { findWhatsappLink } from '../../contact'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'
import { ChatIcon } from '../Icons'
import { PlanButtons } from '../plan/PlanButtons'
import { StoreLink } from '../StoreLink'

import { Price } from './Price'

type BuyBoxProps = { locale: StoreLocale; product: PublicProduct }

async function CheckoutButtons({ locale, product }: BuyBoxProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  return (
    <div className="grid gap-3">
      <StoreLink
        className="btn btn-primary text-lg"
        locale={locale}
        path={`/checkout?produk=${product.slug}`}
      >
        {t('buyNow')}
      </StoreLink>
      <form action={addLine} className="grid">
        <input name="product" type="hidden" value={product.id} />
        <input name="quantity" type="hidden" value="1" />
        <input name="locale" type="hidden" value={locale} />
        <button className="btn btn-secondary" type="submit">
          {t('addToCart')}
        </button>
      </form>
    </div>
  )
}

async function WhatsappButtons({ locale, product }: BuyBoxProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const href = findWhatsappLink(t('askAbout', { product: product.title }))
  return (
    <div className="grid gap-3">
      {href ? (
        <a className="btn btn-primary text-lg" href={href} rel="noopener">
          <ChatIcon />
          {t('askWhatsapp')}
        </a>
      ) : (
        <StoreLink className="btn btn-primary" locale={locale} path="/kontak">
          {t('whatsappMissing')}
        </StoreLink>
      )}
      <p className="text-sm text-muted">{t('whatsappHint')}</p>
    </div>
  )
}

const buttonsFor = ({ orderPath, plans }: PublicProduct) => {
  if (orderPath === 'whatsapp') {
    return WhatsappButtons
  }
  return plans.length > 0 ? PlanButtons : CheckoutButtons
}

/** What is left, where it is counted. */
async function Stock({ locale, product: { stock } }: BuyBoxProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  if (stock === null) {
    return null
  }
  return (
    <p className="mb-5 text-sm">{stock === 0 ? t('stockOut') : t('stockLeft', { count: stock })}</p>
  )
}

/** Price, the one main button, and in one line each: no extra fee, the refund rule, who takes the money. */
export async function BuyBox({ locale, product }: BuyBoxProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const Buttons = product.stock === 0 ? WhatsappButtons : buttonsFor(product)
  const hasPlans = product.plans.length > 0
  return (
    <div className="product-buy receipt-lift">
      <div className="receipt">
        <p className="text-sm text-muted">{t('priceLabel')}</p>
        <p>
          <Price
            className="text-4xl font-extrabold tracking-tight"
            locale={locale}
            product={product}
          />
        </p>
        <p className="mb-5 text-sm text-muted">{t(hasPlans ? 'plansHint' : 'noFee')}</p>
        <Stock locale={locale} product={product} />
        <Buttons locale={locale} product={product} />
        <hr className="perforation" />
        {product.refundRule ? (
          <p className="text-sm">
            <strong>{t('refundRule')}:</strong> {product.refundRule}
          </p>
        ) : null}
        <p className="secure-note mt-3">{t('secure')}</p>
      </div>
    </div>
  )
}
