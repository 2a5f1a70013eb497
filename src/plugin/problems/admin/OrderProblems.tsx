import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Section } from '../../kernel/admin/Section'
import { isAdminVisit, queryRows, resolvePanelLocale, slugsOf, sql } from '../../kernel/payload'
import { problemMachine } from '../machine'
import { PROBLEM_KINDS, type ProblemKind } from '../rules'
import { PROBLEM_TEXTS } from './problemTexts'

type Line = { id: string; number: string; state: string; what: ProblemKind }

/** The reports about an order, on its page in the panel; nothing when there are none. */
export const OrderProblems = async (
  props: { orderId: string } & ServerProps,
): Promise<null | ReactElement> => {
  const { i18n, orderId, payload } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const lines = await queryRows<Line>(
    payload,
    sql`select id, number, state, what from problems where order_id = ${orderId}
      order by created_at desc limit 20`,
  )
  if (lines.length === 0) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const list = `${payload.config.routes.admin}/collections/${slugsOf(payload).problems}`
  return (
    <Section id="lunas-problems" title={PROBLEM_TEXTS[locale].reports}>
      <ul className="lunas-attempts">
        {lines.map(({ id, number, state, what }) => (
          <li key={id}>
            <a href={`${list}/${id}`}>
              {number} · {PROBLEM_KINDS[what].label[locale]}
            </a>{' '}
            <MachineBadge locale={locale} machine={problemMachine} state={state} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
