import { getTranslations } from 'next-intl/server'

import { maxQuantity } from '../../cart/cart'
import { changeLine } from '../../cart/actions'
import type { CartFault } from '../../cart/fault'
import type { PricedLine } from '../../cart/priceCart'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { StoreLink } from '../StoreLink'

type CartRowProps = {
  /** The quantity that was just refused for this product. */
  fault: CartFault | undefined
  line: PricedLine
  locale: StoreLocale
}

async function QuantityForm({ fault, line, locale }: CartRowProps) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const { id, title } = line.product
  return (
    <form action={changeLine} className="flex items-center gap-2" noValidate>
      <input name="product" type="hidden" value={id} />
      <input name="locale" type="hidden" value={locale} />
      <input
        aria-describedby={fault ? `salah-${id}` : undefined}
        aria-invalid={fault ? true : undefined}
        aria-label={t('quantityOf', { product: title })}
        className="input w-20"
        defaultValue={fault?.typed ?? line.quantity}
        inputMode="numeric"
        key={`${line.quantity} ${fault?.typed}`}
        name="quantity"
      />
      <button
        aria-label={t('updateOf', { product: title })}
        className="btn btn-quiet"
        type="submit"
      >
        {t('update')}
      </button>
    </form>
  )
}

/** A button that takes one product out of the cart. */
export async function RemoveForm(props: { id: string; locale: StoreLocale; title: string }) {
  const t = await getTranslations({ locale: props.locale, namespace: 'cart' })
  return (
    <form action={changeLine}>
      <input name="product" type="hidden" value={props.id} />
      <input name="quantity" type="hidden" value="0" />
      <input name="locale" type="hidden" value={props.locale} />
      <button
        aria-label={t('removeOf', { product: props.title })}
        className="btn btn-quiet text-danger"
        type="submit"
      >
        {t('remove')}
      </button>
    </form>
  )
}

/** One product in the cart, with its own two small forms. */
export async function CartRow({ fault, line, locale }: CartRowProps) {
  const t = await getTranslations({ locale, namespace: 'cart' })
  const { id, price, slug, title } = line.product
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2 border-b border-line py-5 sm:grid-cols-[1fr_auto_8rem] sm:items-center">
      <div>
        <StoreLink
          className="text-lg font-bold hover:underline"
          locale={locale}
          path={`/produk/${slug}`}
        >
          {title}
        </StoreLink>
        <p className="text-sm text-muted">
          {t('each', { price: money({ amount: price, locale }) })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1 max-sm:order-1 max-sm:col-span-2">
        <QuantityForm fault={fault} line={line} locale={locale} />
        <RemoveForm id={id} locale={locale} title={title} />
      </div>
      <p className="money text-right text-lg font-bold">{money({ amount: line.amount, locale })}</p>
      {fault ? (
        <p
          className="font-semibold text-danger max-sm:order-2 max-sm:col-span-2 sm:col-span-3"
          id={`salah-${id}`}
          role="alert"
        >
          {t('wrongQuantity', { max: maxQuantity })}
        </p>
      ) : null}
    </li>
  )
}
