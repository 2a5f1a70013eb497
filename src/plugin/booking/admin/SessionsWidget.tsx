import { defineWidget } from '../../kernel/admin/WidgetCard'
import { slugsOf } from '../../kernel/payload'
import { formatClock } from '../../kernel/time'
import { findToday } from '../queries/findToday'

const SHOWN = 5

const TEXT = {
  en: { left: (left: number) => `${left} still to come`, title: 'Sessions today' },
  id: { left: (left: number) => `${left} belum berlangsung`, title: 'Sesi hari ini' },
}

/** Who is to be met today, and when. */
export const SessionsWidget = defineWidget({
  find: ({ now, payload }) => findToday({ limit: SHOWN, now, payload }),
  word: ({ count, items, left }, { admin, locale, payload }) => {
    const { bookings, fulfilments } = slugsOf(payload)
    return {
      count,
      hint: count > 0 ? TEXT[locale].left(left) : undefined,
      rows: items.map(({ customerName, fulfilment, hostName, id, startsAt }) => ({
        detail: hostName ?? '–',
        key: id,
        title: `${formatClock(new Date(startsAt), locale)} · ${customerName}`,
        url: `${admin}/collections/${fulfilments}/${fulfilment}`,
      })),
      title: TEXT[locale].title,
      url: `${admin}/collections/${bookings}?sort=-startsAt`,
    }
  },
})
