import { resolveDeadline } from '../../fulfilment'
import { defineWidget } from '../../kernel/admin/WidgetCard'
import { slugsOf } from '../../kernel/payload'
import { PROBLEMS_PATH } from '../panel'
import { findWaiting } from '../queries/findWaiting'
import { PROBLEM_KINDS } from '../rules'

const SHOWN = 4

const TEXT = {
  en: {
    hint: (late: number) => (late > 0 ? `${late} past the promised reply` : 'wait for our reply'),
    title: 'Problem reports',
  },
  id: {
    hint: (late: number) => (late > 0 ? `${late} melewati janji balasan` : 'menunggu balasan kita'),
    title: 'Laporan masalah',
  },
}

/** Which reports wait for an answer, the most urgent first. */
export const ProblemsWidget = defineWidget({
  find: ({ now, payload }) => findWaiting({ limit: SHOWN, now, payload }),
  word: ({ items, late, total }, { admin, locale, now, payload }) => ({
    count: total,
    hint: TEXT[locale].hint(late),
    isAlarming: late > 0,
    rows: items.map(({ id, name, replyBy, what }) => ({
      detail: replyBy ? resolveDeadline({ dueAt: replyBy, locale, now }).text : '',
      key: id,
      title: `${PROBLEM_KINDS[what].label[locale]} · ${name}`,
      url: `${admin}/collections/${slugsOf(payload).problems}/${id}`,
    })),
    title: TEXT[locale].title,
    url: `${admin}${PROBLEMS_PATH}`,
  }),
})
