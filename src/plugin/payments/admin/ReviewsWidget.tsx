import { defineWidget } from '../../kernel/admin/WidgetCard'
import { formatRupiah } from '../../kernel/money'
import { slugsOf } from '../../kernel/payload'
import { formatInstantShort } from '../../kernel/time'
import { findOpenReviews } from '../reviews/findOpen'
import { REVIEW_KINDS } from '../reviews/open'

const SHOWN = 4

const TEXT = {
  en: {
    hint: (sum: string, marked: number) =>
      marked > 0 ? `${sum} · ${marked} to be sent back` : sum,
    title: 'Money to review',
  },
  id: {
    hint: (sum: string, marked: number) =>
      marked > 0 ? `${sum} · ${marked} perlu dikembalikan` : sum,
    title: 'Uang perlu ditinjau',
  },
}

/** Money that fits no debt: how much, and since when. */
export const ReviewsWidget = defineWidget({
  find: ({ payload }) => findOpenReviews({ limit: SHOWN, payload }),
  word: ({ count, items, marked, sum }, { admin, locale, payload }) => {
    const list = `${admin}/collections/${slugsOf(payload).reviews}`
    return {
      count,
      hint: count + marked > 0 ? TEXT[locale].hint(formatRupiah(sum, locale), marked) : undefined,
      isAlarming: count > 0,
      rows: items.map(({ amount, createdAt, id, kind }) => ({
        detail: formatInstantShort(new Date(createdAt), locale),
        key: id,
        title: `${formatRupiah(amount, locale)} · ${REVIEW_KINDS[kind][locale]}`,
        url: `${list}/${id}`,
      })),
      title: TEXT[locale].title,
      url: list,
    }
  },
})
