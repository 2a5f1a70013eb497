import { getTranslations } from 'next-intl/server'

import { findOverdueOf } from '../../arrears/arrears'
import { findVisitor } from '../../account/visitor'
import { ArrearsBanner } from '../arrears/ArrearsBanner'
import type { SpkProps } from './SpkView'

/** Arrears hold an agreement back: its customer reads so where he waits, with the way to his choice. */
export async function ArrearsFirst({ spk, where: { locale } }: SpkProps) {
  const customer = spk.proof === 'session' && !spk.isConfirmed ? await findVisitor() : null
  const overdue = customer ? await findOverdueOf(customer.id) : []
  if (overdue.length === 0) {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'spk' })
  return (
    <div className="mb-6">
      <div className="notice mb-3" data-tone="warning">
        <p className="font-semibold">{t('arrearsTitle')}</p>
        <p>{t('arrearsText')}</p>
      </div>
      {overdue.map(({ arrears, token }) => (
        <ArrearsBanner arrears={arrears} isNamed key={token} locale={locale} token={token} />
      ))}
    </div>
  )
}
