import { getTranslations } from 'next-intl/server'

import { type ContractStatus, contractTones, resolveContractStatus } from '../../contract/standing'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'
import { ToneBadge } from '../ToneBadge'

type WordProps = { locale: StoreLocale; status: ContractStatus }

/** Word, mark and colour of a purchase in instalments. */
export async function ContractWord({ locale, status }: WordProps) {
  const t = await getTranslations({ locale, namespace: 'contract.states' })
  return <ToneBadge tone={contractTones[status]}>{t(status)}</ToneBadge>
}

/** The same on the order's own page, where screen readers hear it change. */
export function ContractBadge({ locale, order }: { locale: StoreLocale; order: PublicOrder }) {
  const isOverdue = Boolean(order.contract?.standing.arrears)
  return (
    <p role="status">
      <ContractWord locale={locale} status={resolveContractStatus({ ...order, isOverdue })} />
    </p>
  )
}
