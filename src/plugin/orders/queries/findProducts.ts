import type { Locale } from '../../kernel/errors'
import type { PricedProduct } from '../rules'

import { isProductKind, orderPathOf } from '../../catalog'
import { sql, type Tx } from '../../kernel/payload'

type Row = Omit<PricedProduct, 'orderPath' | 'price'> & { price: string }

/** The published products that an order names, by id or address, in the buyer's language. */
export const findPricedProducts = async (args: {
  locale: Locale
  tx: Tx
  wanted: readonly string[]
}): Promise<PricedProduct[]> => {
  const wanted = sql.join(
    args.wanted.map((text) => sql`${text.replaceAll('\u0000', '')}`),
    sql`, `,
  )
  const rows = await args.tx.rows<Row>(sql`
    select p.id::text as id, p.slug, p.kind::text as kind, p.price,
      coalesce(l.title, d.title) as title, coalesce(l.after_payment, d.after_payment) as "afterPayment"
    from products p
      left join products_locales l on l._parent_id = p.id and l._locale::text = ${args.locale}
      left join products_locales d on d._parent_id = p.id and d._locale = 'id'
    where p._status = 'published' and p.deleted_at is null
      and (p.id::text in (${wanted}) or p.slug in (${wanted}))`)
  return rows.map((row) => ({
    ...row,
    orderPath: isProductKind(row.kind) ? orderPathOf(row.kind) : 'whatsapp',
    price: Number(row.price),
  }))
}
