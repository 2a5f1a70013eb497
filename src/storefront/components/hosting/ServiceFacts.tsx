import { getTranslations } from 'next-intl/server'

import { formatDay, wibDay } from '@/plugin/kernel/time'

import { moment } from '../../format'
import { findZones } from '../../hosting/services'
import type { ServiceProps } from './ServiceBadge'

type Line = [name: string, value: string]

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {lines.map(([name, value]) => (
        <div className="min-w-0" key={name}>
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="font-semibold break-words whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the server gave for the customer, in the shop's words where it has any. */
const findServerLines = async ({ locale, service }: ServiceProps): Promise<Line[]> => {
  const t = await getTranslations({ locale, namespace: 'hosting.facts' })
  return Object.entries(service.facts).map(([name, value]) => {
    const key = `names.${name}` as 'names.ip'
    return [t.has(key) ? t(key) : name, value]
  })
}

const findLines = async (props: ServiceProps): Promise<Line[]> => {
  const { locale, service } = props
  const t = await getTranslations({ locale, namespace: 'hosting.facts' })
  const { domain, endsOn, hosts, observedAt, region } = service
  const lines: [string, null | string][] = [
    [t('domain'), domain],
    [t('aliases'), hosts.length > 1 ? hosts.slice(1).join(', ') : null],
    [t('region'), region],
    ...(await findServerLines(props)),
    [t('endsOn'), endsOn ? formatDay(wibDay(endsOn), locale) : null],
    [t('seenAt'), observedAt ? moment({ at: observedAt, locale }) : null],
  ]
  return lines.filter((line): line is Line => line[1] !== null)
}

/** A domain of the customer's own leads nowhere before its DNS does; below a zone of the shop it does. */
const needsDns = async ({ service }: ServiceProps): Promise<boolean> => {
  const { domain, facts, state } = service
  const zones = domain === null ? [] : await findZones()
  const isOwn = domain !== null && !zones.some((zone) => domain.endsWith(`.${zone}`))
  return isOwn && state !== 'terminated' && ('ip' in facts || 'nameServers' in facts)
}

/** What is known of a service: its names, where it stands, until when it runs, when it was looked at. */
export async function Facts(props: ServiceProps) {
  const t = await getTranslations({ locale: props.locale, namespace: 'hosting.facts' })
  const lines = await findLines(props)
  return lines.length > 0 ? (
    <section aria-labelledby="data-layanan" className="card p-6 sm:p-8">
      <h2 className="mb-4 text-xl" id="data-layanan">
        {t('title')}
      </h2>
      <Lines lines={lines} />
      {(await needsDns(props)) ? <p className="mt-5 text-sm text-muted">{t('dns')}</p> : null}
    </section>
  ) : null
}

/** What the customer asked for who wants a machine of his own; nothing where nothing was asked. */
export async function Asked({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting' })
  const lines = Object.entries(service.request).flatMap(([name, value]): Line[] => {
    const key = `fields.${name}` as 'fields.notes'
    return value === '' || !t.has(key) ? [] : [[t(key), String(value)]]
  })
  return lines.length > 0 && service.needs === null ? (
    <section aria-labelledby="permintaan" className="card p-6 sm:p-8">
      <h2 className="mb-4 text-xl" id="permintaan">
        {t('asked')}
      </h2>
      <Lines lines={lines} />
    </section>
  ) : null
}
