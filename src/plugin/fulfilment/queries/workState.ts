import { findMove } from '../../kernel/machine'
import { type SQL, sql } from '../../kernel/payload'
import { type FulfilmentKind, kindOf } from '../kinds'

/** Where a delivery stands, for the page of what it belongs to. */
export type WorkState = {
  assigneeName: null | string
  /** ISO instant of the next deadline; null when nothing is promised. */
  dueAt: null | string
  id: string
  kind: FulfilmentKind
  state: string
}

/** The delivery of one order item as a JSON expression: a {@link WorkState}, or null. */
export const selectWorkState = (itemId: SQL): SQL => sql`(
  select json_build_object('id', f.id, 'kind', f.kind, 'state', f.state, 'dueAt', f.due_at,
    'assigneeName', coalesce(s.name, s.email))
  from fulfilments f left join staff s on s.id = f.assignee_id where f.order_item_id = ${itemId})`

/** Whether a delivery stands where it can be opened again: with the customer. */
export const canReopen = ({ kind, state }: Pick<WorkState, 'kind' | 'state'>): boolean =>
  findMove({ event: 'reopen', from: state, machine: kindOf(kind).machine }) !== undefined
