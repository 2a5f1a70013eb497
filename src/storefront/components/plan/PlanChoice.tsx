import { getTranslations } from 'next-intl/server'

import { multiplyRupiah } from '@/plugin/kernel/money'

import { maxQuantity } from '../../cart/cart'
import type { DirectPurchase } from '../../plan/direct'
import { money } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { type DirectChoice, directPath } from '../../plan/address'
import { partsOf } from '../../plan/offer'

type PlanChoiceProps = { direct: DirectPurchase; locale: StoreLocale }

async function QuantityForm({ choice, locale }: { choice: DirectChoice; locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  return (
    <form action={localPath({ locale, path: '/checkout' })} className="flex items-end gap-2">
      <input name="produk" type="hidden" value={choice.slug} />
      {choice.plan === undefined ? null : <input name="plan" type="hidden" value={choice.plan} />}
      <label className="grid gap-1 font-semibold">
        {t('quantity')}
        <input
          className="input w-24"
          defaultValue={choice.quantity}
          inputMode="numeric"
          max={maxQuantity}
          min={1}
          name="jumlah"
          type="number"
        />
      </label>
      <button className="btn btn-secondary" type="submit">
        {t('change')}
      </button>
    </form>
  )
}

/** At once or by one of the plans, as links: the choice is the address of the page. */
export async function PlanChoice({ direct, locale }: PlanChoiceProps) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const { choice, offers, product } = direct
  const { quantity, slug } = choice
  const cash = money({ amount: multiplyRupiah(product.cashPrice, quantity), locale })
  const chips = [
    { key: undefined, name: t('cashTitle'), sum: cash },
    ...offers.map(({ schedule, terms }) => ({
      key: terms.key,
      name: terms.key,
      sum: t('monthly', { amount: money({ amount: partsOf(schedule)[0]?.amount ?? 0, locale }) }),
    })),
  ]
  return (
    <nav aria-labelledby="cara-bayar" className="mb-8 grid gap-4">
      <h2 className="text-xl" id="cara-bayar">
        {t('choiceTitle')}
      </h2>
      <ul className="plan-chips">
        {chips.map(({ key, name, sum }) => (
          <li key={name}>
            <a
              aria-current={choice.plan === key ? 'true' : undefined}
              className="plan-chip"
              href={localPath({
                locale,
                path: directPath({ quantity, slug, ...(key === undefined ? {} : { plan: key }) }),
              })}
            >
              {name} <small>{sum}</small>
            </a>
          </li>
        ))}
      </ul>
      <QuantityForm choice={choice} locale={locale} />
    </nav>
  )
}
