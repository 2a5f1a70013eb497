import { getTranslations } from 'next-intl/server'

import { localPath, type StoreLocale } from '../../i18n/locales'
import { pulseKey } from '../../order/polling'
import { isSettled } from '../../order/status'
import type { PublicOrder } from '../../shop'

import { StatusPoller } from './StatusPoller'

type LiveStatusProps = {
  locale: StoreLocale
  order: PublicOrder
  /** The page itself, without what it was told once; loaded anew where there is no JavaScript. */
  path: string
}

/** Keeps an unsettled order fresh: by polling, or by reloading where there is no JavaScript. */
export async function LiveStatus({ locale, order, path }: LiveStatusProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  if (isSettled(order)) {
    return null
  }
  const { paymentState, state, token } = order
  return (
    <>
      <noscript>
        <meta content={`30;url=${localPath({ locale, path })}`} httpEquiv="refresh" />
      </noscript>
      <StatusPoller
        shown={pulseKey({ attempt: order.payment?.state ?? null, paymentState, state })}
        statusUrl={`/api/shop/orders/${token}/status`}
      />
      <p className="mt-4 text-sm text-muted">{t('autoCheck')}</p>
    </>
  )
}
