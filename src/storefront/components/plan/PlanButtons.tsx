import { getTranslations } from 'next-intl/server'

import { clock, wibDayOf } from '@/plugin/kernel/time'

import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { directPath } from '../../plan/address'
import { buildOffers, partsOf } from '../../plan/offer'
import type { PublicProduct } from '../../shop'
import { StoreLink } from '../StoreLink'

import { planAnchor } from './PlanList'

type PlanButtonsProps = { locale: StoreLocale; product: PublicProduct }

/** Hosting that can be ordered here: at once for the whole contract, or a way to each of its plans. */
export async function PlanButtons({ locale, product }: PlanButtonsProps) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const write = (amount: number): string => money({ amount, locale })
  return (
    <div className="grid gap-3">
      <StoreLink
        className="btn btn-primary text-lg"
        locale={locale}
        path={directPath({ quantity: 1, slug: product.slug })}
      >
        {t('payCash', { total: write(product.cashPrice) })}
      </StoreLink>
      <p className="text-sm text-muted">{t('cashFor', { months: product.contractMonths ?? 1 })}</p>
      <p className="font-semibold">{t('choose')}</p>
      <ul className="plan-chips">
        {buildOffers({ product, startOn: wibDayOf(clock.now()) }).map(({ schedule, terms }) => (
          <li key={terms.key}>
            <a className="plan-chip" href={`#${planAnchor(terms.key)}`}>
              {terms.key}{' '}
              <small>{t('monthly', { amount: write(partsOf(schedule)[0]?.amount ?? 0) })}</small>
            </a>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">{t('directHint')}</p>
    </div>
  )
}
