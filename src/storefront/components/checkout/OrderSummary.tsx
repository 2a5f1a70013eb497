import { getTranslations } from 'next-intl/server'

import type { Checkout } from '../../checkout/findCheckout'
import { money } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { PlanSums } from '../plan/PlanSums'
import { StoreLink } from '../StoreLink'

type OrderSummaryProps = { checkout: Checkout; locale: StoreLocale }

async function Sums({ checkout: { cart, direct }, locale }: OrderSummaryProps) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  if (direct?.chosen) {
    return (
      <>
        <hr className="perforation" />
        <PlanSums locale={locale} schedule={direct.chosen.schedule} />
      </>
    )
  }
  return (
    <>
      <p className="leader mt-3 text-muted">
        <span>{t('fee')}</span>
        <span className="money">{money({ amount: 0, locale })}</span>
      </p>
      <hr className="perforation" />
      <p className="leader text-xl font-bold">
        <span>{t('total')}</span>
        <span className="money">{money({ amount: cart.total, locale })}</span>
      </p>
    </>
  )
}

async function SummaryLines({ checkout, locale }: OrderSummaryProps) {
  const { cart } = checkout
  const t = await getTranslations({ locale, namespace: 'checkout' })
  if (cart.lines.length === 0) {
    return (
      <StoreLink className="btn btn-secondary" locale={locale} path="/produk">
        {t('otherProducts')}
      </StoreLink>
    )
  }
  return (
    <>
      <ul className="grid gap-3">
        {cart.lines.map(({ amount, product, quantity }) => (
          <li className="leader" key={product.id}>
            <span>
              {product.title}
              {quantity > 1 ? <span className="text-muted"> × {quantity}</span> : null}
              {product.contractMonths === null ? null : (
                <span className="block text-sm text-muted">
                  {t('contract', { months: product.contractMonths })}
                </span>
              )}
            </span>
            <span className="money">{money({ amount, locale })}</span>
          </li>
        ))}
      </ul>
      <Sums checkout={checkout} locale={locale} />
    </>
  )
}

/** What is being ordered, as a receipt. */
export async function OrderSummary({ checkout, locale }: OrderSummaryProps) {
  const { cart, isFromCart } = checkout
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <section aria-labelledby="ringkasan" className="receipt-lift">
      <div className="receipt">
        <h2 className="mb-4 text-xl" id="ringkasan">
          {t('summaryTitle')}
        </h2>
        {cart.missing.length > 0 || cart.lines.length === 0 ? (
          <p className="notice mb-4" data-tone="warning">
            {t(isFromCart && cart.lines.length > 0 ? 'leftOut' : 'nothingLeft')}
          </p>
        ) : null}
        <SummaryLines checkout={checkout} locale={locale} />
        <p className="mt-4 text-sm text-muted">
          {t.rich('refundLine', {
            refund: (label) => (
              <a
                className="link"
                href={localPath({ locale, path: '/kebijakan-pengembalian-dana' })}
              >
                {label}
              </a>
            ),
          })}
        </p>
        {isFromCart && cart.lines.length > 0 ? (
          <a className="btn btn-quiet -ml-3" href={localPath({ locale, path: '/keranjang' })}>
            {t('editCart')}
          </a>
        ) : null}
      </div>
    </section>
  )
}
