import { defineWidget } from '../../kernel/admin/WidgetCard'
import { slugsOf } from '../../kernel/payload'
import { resolveDeadline } from '../deadline'
import { WORK_PATH } from '../panel'
import { findReportsDue } from '../queries/findReportsDue'

const SHOWN = 4
const DAYS = 2

const TEXT = {
  en: {
    hint: (late: number) => (late > 0 ? `${late} late` : 'by the day after tomorrow'),
    title: 'Reports due',
  },
  id: {
    hint: (late: number) => (late > 0 ? `${late} terlambat` : 'sampai lusa'),
    title: 'Laporan jatuh tempo',
  },
}

/** Which reports of analyses have to go out next. */
export const ReportsWidget = defineWidget({
  find: ({ now, payload }) => findReportsDue({ days: DAYS, limit: SHOWN, now, payload }),
  word: ({ count, items, late }, { admin, locale, now, payload }) => ({
    count,
    hint: TEXT[locale].hint(late),
    isAlarming: late > 0,
    rows: items.map(({ customerName, dueAt, id, number }) => ({
      detail: resolveDeadline({ dueAt, locale, now }).text,
      key: id,
      title: `${number} · ${customerName}`,
      url: `${admin}/collections/${slugsOf(payload).fulfilments}/${id}`,
    })),
    title: TEXT[locale].title,
    url: `${admin}${WORK_PATH}`,
  }),
})
