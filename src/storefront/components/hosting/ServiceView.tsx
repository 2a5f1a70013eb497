import { getTranslations } from 'next-intl/server'

import { BLOCKER_KINDS } from '@/plugin/hosting'
import { formatDay, wibDay } from '@/plugin/kernel/time'

import { choicePath } from '../../arrears/paths'
import { moment } from '../../format'
import { openPanel } from '../../hosting/actions'
import { servicePath, SERVICES_PATH } from '../../hosting/paths'
import { isMoving } from '../../hosting/words'
import { localPath } from '../../i18n/locales'
import { StoreLink } from '../StoreLink'
import { CreateBox } from './CreateBox'
import { EndingBox } from './EndingBox'
import { SecretsForm } from './SecretsForm'
import { ServiceBadge, type ServiceProps } from './ServiceBadge'
import { ServicePoller } from './ServicePoller'

const NOTICES = {
  berhenti: 'success',
  dibuat: 'success',
  gagal: 'danger',
  lanjut: 'success',
  panel: 'danger',
  setujui: 'danger',
} as const

const isNotice = (code: unknown): code is keyof typeof NOTICES =>
  typeof code === 'string' && Object.hasOwn(NOTICES, code)

async function Notice({ code, locale }: { code: unknown } & Pick<ServiceProps, 'locale'>) {
  if (!isNotice(code)) {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'hosting.notices' })
  return (
    <p className="notice mb-6" data-tone={NOTICES[code]} role="status">
      {t(code)}
    </p>
  )
}

/** Why it cannot be made yet, and where that is mended. */
async function Locked({ locale, service }: ServiceProps) {
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
async function Progress({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.progress' })
  const { state, trouble, wanted } = service
  const word = state === 'provisioning' ? 'creating' : wanted === 'on' ? 'resuming' : 'suspending'
  const next = trouble?.kind === 'retrying' ? (trouble.nextTryAt ?? undefined) : undefined
  const calm = trouble?.kind === 'waiting' ? t('waiting') : t('patience')
  return (
    <section aria-live="polite" className="notice grid gap-2" data-tone="info">
      <p className="font-bold">{t(word)}</p>
      {trouble && trouble.kind !== 'waiting' ? (
        <p>{next ? t('retryingAt', { at: moment({ at: next, locale }) }) : t('retrying')}</p>
      ) : (
        <p>{calm}</p>
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
async function Off({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.off' })
  const owes = service.reasons.some((kind) => kind === 'unpaid' || kind === 'customer_choice')
  const names = service.reasons.map((kind) => BLOCKER_KINDS[kind].label[locale])
  return (
    <section className="notice grid gap-3" data-tone="danger">
      <p className="font-bold">{t('why', { reasons: names.join(', ') })}</p>
      <p>{t(owes ? 'pay' : 'contact')}</p>
      <p>
        {owes ? (
          <StoreLink
            className="btn btn-primary"
            locale={locale}
            path={choicePath(service.order.token)}
          >
            {t('toChoice')}
          </StoreLink>
        ) : (
          <StoreLink className="btn btn-secondary" locale={locale} path="/bantuan">
            {t('toHelp')}
          </StoreLink>
        )}
      </p>
    </section>
  )
}

async function Failed({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.progress' })
  return service.trouble?.kind === 'correct' ? (
    <section className="notice" data-tone="danger" role="alert">
      <p className="font-bold">{t('failed')}</p>
      <p>{service.trouble.reason}</p>
    </section>
  ) : null
}

async function Facts({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting.facts' })
  const { domain, endsOn, hosts, observedAt, region } = service
  const seen = observedAt ? moment({ at: observedAt, locale }) : null
  const lines: [string, null | string][] = [
    [t('domain'), domain],
    [t('aliases'), hosts.length > 1 ? hosts.slice(1).join(', ') : null],
    [t('region'), region],
    ...Object.entries(service.facts),
    [t('endsOn'), endsOn ? formatDay(wibDay(endsOn), locale) : null],
    [t('seenAt'), seen],
  ]
  const known = lines.filter((line): line is [string, string] => line[1] !== null)
  return known.length > 0 ? (
    <section aria-labelledby="data-layanan" className="card p-6 sm:p-8">
      <h2 className="mb-4 text-xl" id="data-layanan">
        {t('title')}
      </h2>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {known.map(([name, value]) => (
          <div className="min-w-0" key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="font-semibold break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  ) : null
}

/** The way in: credentials that are shown once, and the panel where it has a door for us. */
async function WayIn({ locale, service }: ServiceProps) {
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

/** The page of one service: how it stands, what can be done, how it is reached, where it is paid. */
export async function ServiceView({ notice, ...props }: { notice: unknown } & ServiceProps) {
  const { locale, service } = props
  const t = await getTranslations({ locale, namespace: 'hosting' })
  const isOff = service.wanted === 'off' && service.reasons.length > 0
  return (
    <div className="wrap-narrow grid gap-6 pt-10 sm:pt-14">
      <div>
        <Notice code={notice} locale={locale} />
        <p className="mb-3" role="status">
          <ServiceBadge {...props} />
        </p>
        <h1 className="text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)] break-words">
          {service.domain ?? service.title}
        </h1>
        <p className="mt-1 text-muted">
          {service.title} · {t('ofOrder', { number: service.order.number })}
        </p>
      </div>
      {service.state === 'locked' ? <Locked {...props} /> : null}
      <Failed {...props} />
      {isMoving(service) ? <Progress {...props} /> : null}
      {isOff ? <Off {...props} /> : null}
      {service.needs ? <CreateBox {...props} /> : null}
      <WayIn {...props} />
      <Facts {...props} />
      <EndingBox {...props} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <StoreLink className="link" locale={locale} path={`/pesanan/${service.order.token}`}>
          {t('toOrder')}
        </StoreLink>
        <StoreLink className="link" locale={locale} path={`/pesanan/${service.order.token}/spk`}>
          {t('toSpk')}
        </StoreLink>
        <StoreLink className="link" locale={locale} path={SERVICES_PATH}>
          {t('toList')}
        </StoreLink>
      </p>
    </div>
  )
}
