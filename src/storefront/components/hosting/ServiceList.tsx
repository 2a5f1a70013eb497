import { getTranslations } from 'next-intl/server'

import { servicePath } from '../../hosting/paths'
import type { PublicService } from '../../hosting/services'
import type { StoreLocale } from '../../i18n/locales'
import { EmptyState } from '../EmptyState'
import { StoreLink } from '../StoreLink'
import { ServiceBadge } from './ServiceBadge'

type ListProps = { locale: StoreLocale; services: readonly PublicService[] }

/** Services, one a line: what they are, where they are reached, how they stand. */
export async function ServiceLines({ locale, services }: ListProps) {
  const t = await getTranslations({ locale, namespace: 'hosting' })
  return (
    <ul className="grid gap-4">
      {services.map((service) => (
        <li className="card grid gap-2 p-5 sm:p-6" key={service.id}>
          <p>
            <ServiceBadge locale={locale} service={service} />
          </p>
          <p className="text-lg font-bold break-words">
            <StoreLink className="link" locale={locale} path={servicePath(service.id)}>
              {service.domain ?? service.title}
            </StoreLink>
          </p>
          <p className="text-sm text-muted">
            {service.domain ? `${service.title} · ` : ''}
            {t('ofOrder', { number: service.order.number })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** All services of a customer. */
export async function ServiceList({ locale, services }: ListProps) {
  const t = await getTranslations({ locale, namespace: 'hosting' })
  return services.length > 0 ? (
    <ServiceLines locale={locale} services={services} />
  ) : (
    <EmptyState
      action={t('emptyAction')}
      locale={locale}
      path="/"
      text={t('emptyText')}
      title={t('emptyTitle')}
    />
  )
}
