import { getTranslations } from 'next-intl/server'

import type { DirectPurchase } from '../../plan/direct'
import type { StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'

import { PlanChoice } from './PlanChoice'

/** The address names a plan that is not offered (any more): what is, to choose from. */
export async function PlanGone(props: { direct: DirectPurchase; locale: StoreLocale }) {
  const { direct, locale } = props
  const t = await getTranslations({ locale, namespace: 'plan' })
  return (
    <>
      <PageHead lead={t('goneText', { product: direct.product.title })} title={t('goneTitle')} />
      <PlanChoice direct={direct} locale={locale} />
    </>
  )
}
