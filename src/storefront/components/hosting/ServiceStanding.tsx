import { getTranslations } from 'next-intl/server'

import { choicePath } from '../../arrears/paths'
import { moment } from '../../format'
import { servicePath } from '../../hosting/paths'
import { localPath } from '../../i18n/locales'
import { StoreLink } from '../StoreLink'
import type { ServiceProps } from './ServiceBadge'
import { ServicePoller } from './ServicePoller'

/** Why it cannot be made yet, and where that is mended. */
export async function Locked({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.obstacles' })
  return (
    <section className="card grid gap-3 p-6 sm:p-8">
      <h2 className="text-xl">{t('title')}</h2>
      <ul className="list-disc space-y-1 pl-5">
        {service.obstacles.map((obstacle) => (
          <li key={obstacle}>{t(obstacle)}</li>
        ))}
      </ul>
      <p>
        <StoreLink
          className="btn btn-primary"
          locale={locale}
          path={`/pesanan/${service.order.token}`}
        >
          {t('toOrder')}
        </StoreLink>
      </p>
    </section>
  )
}

/** What is under way, and what comes next when something did not go well. */
export async function Progress({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.progress' })
  const { state, trouble, wanted } = service
  const word = state === 'provisioning' ? 'creating' : wanted === 'on' ? 'resuming' : 'suspending'
  const next = trouble?.kind === 'retrying' ? (trouble.nextTryAt ?? undefined) : undefined
  const calm = service.byHand ? 'byHand' : 'patience'
  return (
    <section aria-live="polite" className="notice grid gap-2" data-tone="info">
      <p className="font-bold">{t(word)}</p>
      {trouble && trouble.kind !== 'waiting' ? (
        <p>{next ? t('retryingAt', { at: moment({ at: next, locale }) }) : t('retrying')}</p>
      ) : (
        <p>{t(trouble ? 'waiting' : calm)}</p>
      )}
      <ServicePoller shown={service.updatedAt} url={`/api/shop/hosting/${service.id}`} />
      <noscript>
        <meta
          content={`10;url=${localPath({ locale, path: servicePath(service.id) })}`}
          httpEquiv="refresh"
        />
      </noscript>
    </section>
  )
}

/** Why it is off, and the way back on. */
export async function Off({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.off' })
  const owes = service.reasons.some((kind) => kind === 'unpaid' || kind === 'customer_choice')
  const names = service.reasons.map((kind) => t(`reasons.${kind}`))
  return (
    <section className="notice grid gap-3" data-tone="danger">
      <p className="font-bold">{t('why', { reasons: names.join(', ') })}</p>
      <p>{t(owes ? 'pay' : 'contact')}</p>
      <p>
        {owes ? (
          <StoreLink
            className="btn btn-primary no-underline!"
            locale={locale}
            path={choicePath(service.order.token)}
          >
            {t('toChoice')}
          </StoreLink>
        ) : (
          <StoreLink className="btn btn-secondary no-underline!" locale={locale} path="/bantuan">
            {t('toHelp')}
          </StoreLink>
        )}
      </p>
    </section>
  )
}

/** Why it could not be made; the form below it asks again. */
export async function Failed({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.progress' })
  return service.trouble?.kind === 'correct' ? (
    <section className="notice" data-tone="danger" role="alert">
      <p className="font-bold">{t('failed')}</p>
      <p>
        {t('failedNext')} {service.trouble.reason}
      </p>
    </section>
  ) : null
}
