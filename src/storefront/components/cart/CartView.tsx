import { getTranslations } from 'next-intl/server'

import { maxLines } from '../../cart/cart'
import type { CartFault } from '../../cart/fault'
import type { PricedCart } from '../../cart/priceCart'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { StoreLink } from '../StoreLink'

import { CartRow, RemoveForm } from './CartRow'

type CartViewProps = {
  cart: PricedCart
  /** A quantity that was just refused. */
  fault: CartFault | undefined
  locale: StoreLocale
}

async function MissingRows({ cart, locale }: Omit<CartViewProps, 'fault'>) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const checkout = await getTranslations({ locale, namespace: 'checkout' })
  return cart.missing.map((line) => (
    <li className="flex flex-wrap items-center justify-between gap-2 py-4" key={line.product}>
      <p className="notice" data-tone="warning">
        {t('unavailable')}
      </p>
      <RemoveForm id={line.product} locale={locale} title={checkout('unknownProduct')} />
    </li>
  ))
}

/** Everything in the cart, the total, and the way to the checkout. */
export async function CartView({ cart, fault, locale }: CartViewProps) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const isKnown = cart.lines.some((line) => line.product.id === fault?.product)
  return (
    <>
      {fault && !isKnown ? (
        <p className="notice mb-6" data-tone="danger" role="alert">
          {t('full', { max: maxLines })}
        </p>
      ) : null}
      <ul aria-label={t('caption')} className="border-t border-line">
        {cart.lines.map((line) => (
          <CartRow
            fault={fault?.product === line.product.id ? fault : undefined}
            key={line.product.id}
            line={line}
            locale={locale}
          />
        ))}
        <MissingRows cart={cart} locale={locale} />
      </ul>
      <p className="flex items-baseline justify-between py-6 text-xl font-bold">
        <span>{t('total')}</span>
        <span className="money text-3xl font-extrabold">
          {money({ amount: cart.total, locale })}
        </span>
      </p>
      <div className="flex flex-wrap gap-3 max-sm:flex-col-reverse sm:justify-end">
        <StoreLink className="btn btn-secondary max-sm:w-full" locale={locale} path="/produk">
          {t('continue')}
        </StoreLink>
        {cart.lines.length > 0 && cart.missing.length === 0 ? (
          <StoreLink className="btn btn-primary max-sm:w-full" locale={locale} path="/checkout">
            {t('checkout')}
          </StoreLink>
        ) : null}
      </div>
    </>
  )
}
