import { getTranslations } from 'next-intl/server'

import { formatDay, wibDay } from '@/plugin/kernel/time'

import { sendEnding, sendRenew } from '../../hosting/actions'
import { findMayRenew } from '../../hosting/services'
import { StoreLink } from '../StoreLink'
import type { ServiceProps } from './ServiceBadge'

function Hidden({ locale, service }: ServiceProps) {
  return (
    <>
      <input name="id" readOnly type="hidden" value={service.id} />
      <input name="locale" readOnly type="hidden" value={locale} />
    </>
  )
}

/** *Perpanjang*: the order with which the service goes on, once there is one, else the way to it. */
async function Renew(props: ServiceProps) {
  const { locale, service } = props
  const t = await getTranslations({ locale, namespace: 'hosting.ending' })
  if (service.renewal) {
    return (
      <p>
        <StoreLink className="link" locale={locale} path={`/pesanan/${service.renewal.token}`}>
          {t('renewed')}
        </StoreLink>
      </p>
    )
  }
  return (await findMayRenew(service)) ? (
    <form action={sendRenew} className="grid gap-4">
      <Hidden {...props} />
      <p>{t('renewLead')}</p>
      <label className="flex items-start gap-3">
        <input className="mt-1 size-5 flex-none" name="agreed" required type="checkbox" value="1" />
        <span>{t('agree')}</span>
      </label>
      <div>
        <button className="btn btn-primary" type="submit">
          {t('renew')}
        </button>
      </div>
    </form>
  ) : null
}

/** The wish to stop, and the way back from it. Nothing ends by it: people decide. */
async function Stop(props: ServiceProps) {
  const { locale, service } = props
  const t = await getTranslations({ locale, namespace: 'hosting.ending' })
  if (service.ending) {
    return (
      <form action={sendEnding} className="grid gap-3">
        <Hidden {...props} />
        <p>{t(service.ending.when === 'now' ? 'askedNow' : 'askedEnd')}</p>
        <div>
          <button className="btn btn-secondary" name="when" type="submit" value="keep">
            {t('keep')}
          </button>
        </div>
      </form>
    )
  }
  return (
    <details>
      <summary className="link cursor-pointer">{t('stop')}</summary>
      <form action={sendEnding} className="mt-4 grid gap-4">
        <Hidden {...props} />
        <p>{t('stopLead')}</p>
        <div>
          <label className="mb-1 block font-semibold" htmlFor="alasan-berhenti">
            {t('reason')}
          </label>
          <textarea
            className="input"
            id="alasan-berhenti"
            maxLength={1000}
            name="reason"
            rows={3}
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <button className="btn btn-secondary" name="when" type="submit" value="end">
            {t('stopEnd')}
          </button>
          <button className="btn btn-secondary" name="when" type="submit" value="now">
            {t('stopNow')}
          </button>
        </div>
      </form>
    </details>
  )
}

/** What a customer decides about the end of his service; nothing before it runs and after it has ended. */
export async function EndingBox(props: ServiceProps) {
  const { locale, service } = props
  const isThere = ['active', 'provisioning', 'suspended'].includes(service.state)
  if (!isThere || service.wanted === 'gone') {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'hosting.ending' })
  return (
    <section aria-labelledby="akhir-kontrak" className="card grid gap-5 p-6 sm:p-8">
      <h2 className="text-xl" id="akhir-kontrak">
        {t('title')}
      </h2>
      {service.exportUntil ? (
        <p className="notice" data-tone="danger" role="status">
          {t('exportUntil', { day: formatDay(wibDay(service.exportUntil), locale) })}
        </p>
      ) : (
        <>
          <Renew {...props} />
          <Stop {...props} />
        </>
      )}
    </section>
  )
}
