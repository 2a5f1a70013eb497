import { getTranslations } from 'next-intl/server'

import { formatClock, formatSpan, formatWeekday } from '@/plugin/kernel/time'

import { findWhatsappLink } from '../../contact'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { pickTimeOfSession } from '../../session/actions'
import { type DayOfTimes, groupByDay, pageOfDays } from '../../session/days'
import type { PublicOrder } from '../../shop'
import { Field } from '../checkout/Field'
import { LocalTime } from './LocalTime'

type Item = PublicOrder['items'][number]

type TimePickerProps = {
  item: Item
  locale: StoreLocale
  order: PublicOrder
  /** Which part of the days is shown, counted from 1. */
  page: number
  /** What was wrong with the time before. */
  refusal: string | undefined
  /** ISO instants. */
  times: readonly string[]
}

async function Day({ day, locale, times }: DayOfTimes & { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'session' })
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{formatWeekday(day, locale)}</legend>
      <div className="flex flex-wrap gap-2">
        {times.map((at) => (
          <label className="choice" key={at}>
            <input name="startsAt" required type="radio" value={at} />
            <span>
              {formatClock(new Date(at), locale)}{' '}
              <LocalTime at={at} isPlain label={t.raw('yourTime') as string} locale={locale} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

async function Pages(props: { at: number; count: number; locale: StoreLocale; path: string }) {
  const { at, count, locale, path } = props
  const t = await getTranslations({ locale, namespace: 'session' })
  const linkTo = (page: number): string => localPath({ locale, path: `${path}?hal=${page}` })
  return count > 1 ? (
    <nav aria-label={t('choose')} className="flex flex-wrap gap-x-6 gap-y-2">
      {at > 1 ? (
        <a className="link" href={linkTo(at - 1)}>
          {t('earlier')}
        </a>
      ) : null}
      {at < count ? (
        <a className="link" href={linkTo(at + 1)}>
          {t('later')}
        </a>
      ) : null}
    </nav>
  ) : null
}

async function Nothing({ locale, order }: Pick<TimePickerProps, 'locale' | 'order'>) {
  const t = await getTranslations({ locale, namespace: 'session' })
  const whatsapp = findWhatsappLink(t('contactText', { number: order.number }))
  return (
    <>
      <p className="notice" data-tone="info">
        {t('empty')}
      </p>
      {whatsapp ? (
        <p>
          <a className="btn btn-secondary" href={whatsapp} rel="noopener noreferrer">
            {t('contact')}
          </a>
        </p>
      ) : null}
    </>
  )
}

async function PickForm(props: TimePickerProps & { days: readonly DayOfTimes[] }) {
  const { days, item, locale, order } = props
  const t = await getTranslations({ locale, namespace: 'session' })
  const isMove = item.session?.appointment?.state === 'booked'
  return (
    <form action={pickTimeOfSession} className="grid gap-6">
      <input name="token" type="hidden" value={order.token} />
      <input name="item" type="hidden" value={item.id} />
      <input name="locale" type="hidden" value={locale} />
      {days.map((each) => (
        <Day {...each} key={each.day} locale={locale} />
      ))}
      {isMove ? (
        <Field
          copy={{ hint: t('reasonHint'), label: t('reason') }}
          error={undefined}
          isLong
          isRequired={false}
          name="reason"
          value={undefined}
        />
      ) : null}
      <button className="btn btn-primary text-lg" type="submit">
        {t('save')}
      </button>
    </form>
  )
}

/** The times of the next days as a plain form: it works without JavaScript. */
export async function TimePicker(props: TimePickerProps) {
  const { item, locale, order, refusal, times } = props
  const t = await getTranslations({ locale, namespace: 'session' })
  const { days, page, pages } = pageOfDays(groupByDay(times), props.page)
  const now = item.session?.appointment
  const path = `/pesanan/${order.token}/jadwal/${item.id}`
  return (
    <div className="wrap-narrow grid gap-6 pt-10 sm:pt-14">
      <div>
        <h1 className="text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)]">
          {t(now ? 'moveTitle' : 'pickTitle')}
        </h1>
        <p className="mt-1 text-muted">
          {t('pickIntro', { minutes: item.session?.minutes ?? 60, title: item.title })}
        </p>
        {now ? (
          <p className="mt-2 font-semibold">
            {t('now', {
              date: formatSpan({ from: new Date(now.startsAt), to: new Date(now.endsAt) }, locale),
            })}
          </p>
        ) : null}
      </div>
      {refusal ? (
        <p className="notice" data-tone="danger" role="alert">
          {refusal}
        </p>
      ) : null}
      {days.length === 0 ? (
        <Nothing locale={locale} order={order} />
      ) : (
        <PickForm {...props} days={days} />
      )}
      <Pages at={page} count={pages} locale={locale} path={path} />
      <p>
        <a className="link" href={localPath({ locale, path: `/pesanan/${order.token}` })}>
          {t('back')}
        </a>
      </p>
    </div>
  )
}
