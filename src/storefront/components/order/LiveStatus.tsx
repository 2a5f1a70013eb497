import { getTranslations } from 'next-intl/server'

import { localPath, type StoreLocale } from '../../i18n/locales'
import { pulseKey } from '../../order/polling'
import { hasOpenAttempt, isOver, isSettled } from '../../order/status'
import type { PublicOrder } from '../../shop'

import { StatusPoller } from './StatusPoller'

type LiveStatusProps = {
  locale: StoreLocale
  order: PublicOrder
  /** The page itself, without what it was told once; loaded anew where there is no JavaScript. */
  path: string
}

/**
 * Keeps an order fresh: by polling, from the payment to the last answer. Without JavaScript the page is loaded
 * anew while it is not paid; later somebody may be writing on it. A contract takes months to pay: it is
 * loaded anew only while an invoice is open.
 */
export async function LiveStatus({ locale, order, path }: LiveStatusProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  if (isOver(order)) {
    return null
  }
  const { deliveryVersion, payment, paymentState, state, token } = order
  const attempt = payment?.state ?? null
  return (
    <>
      <StatusPoller
        shown={pulseKey({ attempt, deliveryVersion, paymentState, state })}
        statusUrl={`/api/shop/orders/${token}/status`}
      />
      {isSettled(order) ? null : (
        <>
          {order.contract && !hasOpenAttempt(order) ? null : (
            <noscript>
              <meta content={`30;url=${localPath({ locale, path })}`} httpEquiv="refresh" />
            </noscript>
          )}
          <p className="mt-4 text-sm text-muted">{t('autoCheck')}</p>
        </>
      )}
    </>
  )
}
