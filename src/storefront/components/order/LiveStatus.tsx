import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { pulseKey } from '../../order/polling'
import { isSettled } from '../../order/status'
import type { PublicOrder } from '../../shop'

import { StatusPoller } from './StatusPoller'

type LiveStatusProps = { locale: StoreLocale; order: PublicOrder }

/** Keeps an unsettled order fresh: by polling, or by reloading where there is no JavaScript. */
export async function LiveStatus({ locale, order }: LiveStatusProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  if (isSettled(order)) {
    return null
  }
  const { paymentState, state, token } = order
  return (
    <>
      <noscript>
        <meta content="30" httpEquiv="refresh" />
      </noscript>
      <StatusPoller
        shown={pulseKey({ attempt: order.payment?.state ?? null, paymentState, state })}
        statusUrl={`/api/shop/orders/${token}/status`}
      />
      <p className="mt-4 text-sm text-muted">{t('autoCheck')}</p>
    </>
  )
}
