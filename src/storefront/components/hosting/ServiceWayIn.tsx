import { getTranslations } from 'next-intl/server'

import { openPanel } from '../../hosting/actions'
import { servicePath } from '../../hosting/paths'
import { localPath } from '../../i18n/locales'
import { SecretsForm } from './SecretsForm'
import type { ServiceProps } from './ServiceBadge'

/**
 * The way in: credentials that are shown once, and the panel where it has a door for us. The form of the
 * credentials is always there, if only to show what it was asked for: without JavaScript the page that
 * shows them is drawn when they are forgotten already.
 */
export async function WayIn({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.wayIn' })
  return (
    <>
      <SecretsForm
        copy={{
          once: t('once'),
          sending: t('sending'),
          shown: t('shown'),
          submit: t('show'),
          title: t('title'),
        }}
        hidden={{ id: service.id, locale }}
        isOver={!service.hasSecrets}
        names={{ password: t('password'), user: t('user') }}
        permalink={localPath({ locale, path: servicePath(service.id) })}
      />
      {service.canSignOn ? (
        <section aria-labelledby="panel-hosting" className="card grid gap-4 p-6 sm:p-8">
          <h2 className="text-xl" id="panel-hosting">
            {t('panelTitle')}
          </h2>
          <p>{t('panelLead')}</p>
          <form action={openPanel}>
            <input name="id" readOnly type="hidden" value={service.id} />
            <input name="locale" readOnly type="hidden" value={locale} />
            <button className="btn btn-secondary" type="submit">
              {t('panel')}
            </button>
          </form>
        </section>
      ) : null}
    </>
  )
}
