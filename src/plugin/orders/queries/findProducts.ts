import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { PricedProduct } from '../rules'

import { isProductKind, orderPathOf } from '../../catalog'
import { queryRows, type SQL, sql } from '../../kernel/payload'

/** An order that a request with the same idempotency key placed before. */
export type EarlierOrder = { hash: string; token: string }

const selectProducts = (locale: Locale, names: readonly string[]): SQL => {
  const wanted = sql.join(
    names.map((text) => sql`${text.replaceAll('\u0000', '')}`),
    sql`, `,
  )
  return sql`(select coalesce(json_agg(json_build_object('id', p.id, 'slug', p.slug, 'kind', p.kind,
      'price', p.price, 'title', coalesce(l.title, d.title),
      'afterPayment', coalesce(l.after_payment, d.after_payment))), '[]')
    from products p
      left join products_locales l on l._parent_id = p.id and l._locale::text = ${locale}
      left join products_locales d on d._parent_id = p.id and d._locale = 'id'
    where p._status = 'published' and p.deleted_at is null
      and (p.id::text in (${wanted}) or p.slug in (${wanted})))`
}

const selectEarlier = (key: string | undefined): SQL => sql`(
  select json_build_object('token', o.token, 'hash', o.request_hash) from orders o
  where o.idempotency_key = ${key ?? null})`

/**
 * What placing an order needs to know, in one statement: the published products that it names, by id
 * or address, in the buyer's language, and the order that its key placed before.
 */
export const findForPlacing = async (args: {
  key: string | undefined
  locale: Locale
  payload: Payload
  wanted: readonly string[]
}): Promise<{ earlier: EarlierOrder | null; products: PricedProduct[] }> => {
  const { key, locale, payload, wanted } = args
  const [row] = await queryRows<{
    earlier: EarlierOrder | null
    products: Omit<PricedProduct, 'orderPath'>[]
  }>(
    payload,
    sql`select ${selectEarlier(key)} as earlier, ${selectProducts(locale, wanted)} as products`,
  )
  const products = (row?.products ?? []).map((product): PricedProduct => ({
    ...product,
    orderPath: isProductKind(product.kind) ? orderPathOf(product.kind) : 'whatsapp',
  }))
  return { earlier: row?.earlier ?? null, products }
}
