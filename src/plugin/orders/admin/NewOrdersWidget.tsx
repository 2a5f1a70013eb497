import { defineWidget } from '../../kernel/admin/WidgetCard'
import { formatRupiah } from '../../kernel/money'
import { slugsOf } from '../../kernel/payload'
import { formatClock } from '../../kernel/time'
import { findNewOrders, type NewOrders } from '../panel/findNewOrders'

const SHOWN = 4

const TEXT = {
  en: {
    hint: ({ paid, yesterday }: NewOrders, sum: string) =>
      `${paid} paid, ${sum} · yesterday ${yesterday}`,
    title: 'New orders today',
  },
  id: {
    hint: ({ paid, yesterday }: NewOrders, sum: string) =>
      `${paid} lunas, ${sum} · kemarin ${yesterday}`,
    title: 'Pesanan baru hari ini',
  },
}

/** What came in today, and what of it is paid. */
export const NewOrdersWidget = defineWidget({
  find: ({ now, payload }) => findNewOrders({ limit: SHOWN, now, payload }),
  word: (found, { admin, locale, payload }) => {
    const list = `${admin}/collections/${slugsOf(payload).orders}`
    return {
      count: found.count,
      hint: TEXT[locale].hint(found, formatRupiah(found.paidSum, locale)),
      rows: found.latest.map(({ id, name, number, placedAt, total }) => ({
        detail: `${formatClock(new Date(placedAt), locale)} · ${formatRupiah(total, locale)}`,
        key: id,
        title: `${number} · ${name}`,
        url: `${list}/${id}`,
      })),
      title: TEXT[locale].title,
      url: list,
    }
  },
})
