import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { PricedProduct } from '../rules'

import { isHostingKind, isProductKind } from '../../catalog'
import { queryRows, type SQL, sql } from '../../kernel/payload'

/** An order that a request with the same idempotency key placed before. */
export type EarlierOrder = { hash: string; token: string }

const selectProducts = (locale: Locale, names: readonly string[]): SQL => {
  const wanted = sql.join(
    names.map((text) => sql`${text.replaceAll('\u0000', '')}`),
    sql`, `,
  )
  return sql`(select coalesce(json_agg(json_build_object('id', p.id, 'slug', p.slug, 'kind', p.kind,
      'price', p.price, 'contractMonths', coalesce(p.contract_months, 1),
      'needsSpk', coalesce(p.needs_spk, true), 'hasPlans', exists (select from products_plans where _parent_id = p.id), 'title', coalesce(l.title, d.title),
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

type ProductRow = { hasPlans: boolean } & Omit<PricedProduct, 'orderPath'>

/** Only hosting is sold by months of a contract, and at the checkout only where it has plans. */
const toPricedProduct = ({ hasPlans, ...product }: ProductRow): PricedProduct => {
  const isHosting = isProductKind(product.kind) && isHostingKind(product.kind)
  return {
    ...product,
    contractMonths: isHosting ? product.contractMonths : 1,
    orderPath: isProductKind(product.kind) && (!isHosting || hasPlans) ? 'checkout' : 'whatsapp',
  }
}

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
  const [row] = await queryRows<{ earlier: EarlierOrder | null; products: ProductRow[] }>(
    payload,
    sql`select ${selectEarlier(key)} as earlier, ${selectProducts(locale, wanted)} as products`,
  )
  return { earlier: row?.earlier ?? null, products: (row?.products ?? []).map(toPricedProduct) }
}
