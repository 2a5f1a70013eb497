import { getTranslations } from 'next-intl/server'

import { findWhatsappLink } from '../../contact'
import { moment } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { DomainError } from '@/plugin/kernel/errors'
import { formatSpan } from '@/plugin/kernel/time'
import type { PublicOrder } from '../../shop'
import { RichText } from '../RichText'
import { LocalTime } from './LocalTime'
import { googleCalendarUrl } from '../../session/googleCalendar'

type Item = PublicOrder['items'][number]
type Session = NonNullable<Item['session']>
type Appointment = NonNullable<Session['appointment']>

type PartProps = { item: Item; locale: StoreLocale; order: PublicOrder; session: Session }
type AppointmentProps = PartProps & { appointment: Appointment }

/** Where the session is held, once it may be known. */
async function Place({ appointment, locale }: AppointmentProps) {
  const t = await getTranslations({ locale, namespace: 'session' })
  const { place, placeUrl, state } = appointment
  if (state === 'reserved') {
    return null
  }
  return placeUrl ? (
    <p>
      <a className="btn btn-primary" href={placeUrl} rel="noopener noreferrer" target="_blank">
        {t('join', { place })}
      </a>
    </p>
  ) : (
    <p className="text-muted">
      {t('place', { place })}. {t('placeLater')}
    </p>
  )
}

/** Ways to keep the date. */
async function Calendars(props: AppointmentProps) {
  const { appointment, item, locale, order } = props
  const t = await getTranslations({ locale, namespace: 'session' })
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-2">
      <a className="link" href={`/api/shop/orders/${order.token}/items/${item.id}/session.ics`}>
        {t('calendar')}
      </a>
      <a
        className="link"
        href={googleCalendarUrl({ appointment, title: item.title, url: order.url })}
        rel="noopener noreferrer"
        target="_blank"
      >
        {t('google')}
      </a>
    </p>
  )
}

/** When and with whom. */
async function Appointed(props: AppointmentProps) {
  const { appointment, locale, session } = props
  const t = await getTranslations({ locale, namespace: 'session' })
  const { endsAt, host, keptUntil, startsAt, state } = appointment
  const span = { from: new Date(startsAt), to: new Date(endsAt) }
  return (
    <>
      <p className="text-lg font-bold">
        <time dateTime={startsAt}>{formatSpan(span, locale)}</time>{' '}
        <LocalTime at={startsAt} label={t.raw('yourTime') as string} locale={locale} />
      </p>
      {keptUntil ? (
        <p className="notice" data-tone="warning">
          {t('kept', { date: moment({ at: keptUntil, locale }) })}
        </p>
      ) : null}
      {host && state === 'booked' ? <p>{t('with', { name: host })}</p> : null}
      <Place {...props} />
      {state === 'booked' ? <Calendars {...props} /> : null}
      {state === 'booked' && session.canPick ? (
        <p className="text-sm text-muted">{t('movesLeft', { count: session.movesLeft })}</p>
      ) : null}
    </>
  )
}

/** The way to another time: by himself, or through a person. */
async function Change({ item, locale, order, session }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'session' })
  const path = `/pesanan/${order.token}/jadwal/${item.id}`
  const whatsapp = findWhatsappLink(t('contactText', { number: order.number }))
  if (session.canPick) {
    const isMove = session.appointment !== null
    return (
      <p>
        <a
          className={`btn ${isMove ? 'btn-secondary' : 'btn-primary'}`}
          href={localPath({ locale, path })}
        >
          {t(isMove ? 'move' : 'pick')}
        </a>
      </p>
    )
  }
  return session.refusal ? (
    <p className="text-sm text-muted">
      {new DomainError(`booking.${session.refusal}`).messageFor(locale)}{' '}
      {whatsapp ? (
        <a className="link" href={whatsapp} rel="noopener noreferrer">
          {t('contact')}
        </a>
      ) : null}
    </p>
  ) : null
}

async function SessionCard(props: PartProps & { isNamed: boolean }) {
  const { isNamed, item, locale, order, session } = props
  const t = await getTranslations({ locale, namespace: 'session' })
  const { appointment, canPick, summary } = session
  if (!appointment && !canPick && !session.refusal && !summary) {
    return null
  }
  const id = `sesi-${item.id}`
  const none = order.paymentState === 'paid' ? t('none') : t('noneUnpaid')
  return (
    <section aria-labelledby={id} className="card grid gap-3 p-6">
      <h2 className="text-xl" id={id}>
        {isNamed ? t('titleNamed', { title: item.title }) : t('title')}
      </h2>
      {appointment ? <Appointed {...props} appointment={appointment} /> : null}
      {!appointment && canPick ? <p className="text-muted">{none}</p> : null}
      <Change {...props} />
      {summary ? (
        <details open>
          <summary className="cursor-pointer py-1 font-semibold">{t('summary')}</summary>
          <RichText text={summary} />
        </details>
      ) : null}
    </section>
  )
}

/** The sessions of an order: when, where, and how to change it. Nothing when it has none. */
export function SessionBox({ locale, order }: { locale: StoreLocale; order: PublicOrder }) {
  const items = order.items.filter(({ session }) => session !== null)
  return items.length === 0 ? null : (
    <div className="grid gap-5" id="sesi">
      {items.map((item) =>
        item.session ? (
          <SessionCard
            isNamed={items.length > 1}
            item={item}
            key={item.id}
            locale={locale}
            order={order}
            session={item.session}
          />
        ) : null,
      )}
    </div>
  )
}
