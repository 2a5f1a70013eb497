import { getTranslations } from 'next-intl/server'

import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

type OrderItemsProps = { locale: StoreLocale; order: PublicOrder }

/** What paying in parts costs beside the cash price; nothing where it costs nothing. */
async function ContractExtras({ locale, order }: OrderItemsProps) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const { markup = 0, setupFee = 0 } = order.contract ?? {}
  const extras = [
    [t('markup'), markup],
    [t('setupFee'), setupFee],
  ] as const
  return extras
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => (
      <p className="leader mt-3" key={name}>
        <span>{name}</span>
        <span className="money">{money({ amount, locale })}</span>
      </p>
    ))
}

/** What was ordered, as a receipt. */
export async function OrderItems({ locale, order }: OrderItemsProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  return (
    <section aria-labelledby="isi-pesanan">
      <h2 className="mb-4 text-xl" id="isi-pesanan">
        {t('items')}
      </h2>
      <ul className="grid gap-3">
        {order.items.map(({ amount, productSlug, quantity, title, unitPrice }) => (
          <li key={`${productSlug}-${title}`}>
            <p className="leader">
              <span>{title}</span>
              <span className="money">{money({ amount, locale })}</span>
            </p>
            {quantity > 1 ? (
              <p className="money text-sm text-muted">
                {t('quantityTimes', { price: money({ amount: unitPrice, locale }), quantity })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <ContractExtras locale={locale} order={order} />
      <hr className="perforation" />
      <p className="leader text-lg font-bold">
        <span>{t('total')}</span>
        <span className="money">{money({ amount: order.total, locale })}</span>
      </p>
    </section>
  )
}
