import { type SQL, sql, type Tx } from '../../kernel/payload'
import { RETRY_MS, type Right } from '../rules'

/** A package that somebody wants to fetch. */
export type Fetched = {
  filename: null | string
  fulfilmentId: string
  hasBegun: boolean
  id: string
  right: Right
  sha256: null | string
  size: number
  state: string
  storeKey: null | string
}

/** By what a use is known again: its link, or the device that it began on. */
export type Mark = { device: string; now: Date; session: string }

const BEGUN = ({ device, now, session }: Mark): SQL => sql`exists (select 1 from downloads d
  where d.package_id = p.id and (d.session = ${session} or d.device = ${device})
    and d.started_at > ${new Date(now.getTime() - RETRY_MS).toISOString()})`

type Row = { right: Omit<Right, 'validUntil'> & { validUntil: string } } & Omit<Fetched, 'right'>

/** A package with the right to it; `hasBegun` when this use was counted within the hour. */
export const findUse = async (
  tx: Pick<Tx, 'rows'>,
  args: { mark: Mark; packageId: string },
): Promise<Fetched | undefined> => {
  const [row] = await tx.rows<Row>(
    sql`select p.id, p.state, p.filename, p.store_key as "storeKey", p.size::float8 as size, p.sha256,
        f.id as "fulfilmentId", ${BEGUN(args.mark)} as "hasBegun",
        json_build_object('state', e.state, 'validUntil', e.valid_until, 'used', p.used,
          'allowed', p.allowed) as right
      from packages p join entitlements e on e.id = p.entitlement_id
        join fulfilments f on f.order_item_id = e.order_item_id
      where p.id = ${args.packageId}`,
  )
  return row ? { ...row, right: { ...row.right, validUntil: new Date(row.right.validUntil) } } : row
}
