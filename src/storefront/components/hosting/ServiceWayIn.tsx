import { getTranslations } from 'next-intl/server'

import { openPanel } from '../../hosting/actions'
import { servicePath } from '../../hosting/paths'
import { localPath } from '../../i18n/locales'
import { SecretsForm } from './SecretsForm'
import type { ServiceProps } from './ServiceBadge'

/** The way in: credentials that are shown once, and the panel where it has a door for us. */
export async function WayIn({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.wayIn' })
  if (!service.hasSecrets && !service.canSignOn) {
    return null
  }
  return (
    <section aria-labelledby="jalan-masuk" className="card grid gap-4 p-6 sm:p-8">
      <h2 className="text-xl" id="jalan-masuk">
        {t('title')}
      </h2>
      {service.hasSecrets ? (
        <>
          <p>{t('once')}</p>
          <SecretsForm
            copy={{ sending: t('sending'), shown: t('shown'), submit: t('show') }}
            hidden={{ id: service.id, locale }}
            names={{ password: t('password'), user: t('user') }}
            permalink={localPath({ locale, path: servicePath(service.id) })}
          />
        </>
      ) : null}
      {service.canSignOn ? (
        <form action={openPanel}>
          <input name="id" readOnly type="hidden" value={service.id} />
          <input name="locale" readOnly type="hidden" value={locale} />
          <button className="btn btn-secondary" type="submit">
            {t('panel')}
          </button>
        </form>
      ) : null}
    </section>
  )
}
