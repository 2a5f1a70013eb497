import { DomainError } from '../kernel/errors'
import { sql, type Tx } from '../kernel/payload'

/** Who may be given work, as a JSON expression: an array of id and name. */
export const WORKERS = sql`(select coalesce(json_agg(json_build_object('id', w.id,
    'name', coalesce(w.name, w.email)) order by w.name), '[]')
  from staff w where w.role in ('admin', 'owner'))`

/**
 * Name of somebody who may be given work.
 *
 * @throws DomainError `fulfilment.badAssignee` for anybody else
 */
export const getWorkerName = async (tx: Pick<Tx, 'rows'>, id: string): Promise<string> => {
  const [worker] = await tx.rows<{ name: string }>(
    sql`select coalesce(name, email) as name from staff
      where id = ${id} and role in ('admin', 'owner')`,
  )
  if (!worker) {
    throw new DomainError('fulfilment.badAssignee', { field: 'assignee' })
  }
  return worker.name
}
