import { queryRows, sql } from '@/plugin/kernel/payload'

import type { Random } from '../../support/load/random'
import type { House } from './house'

import { atLeast, equal, type Measured } from '../../support/figures/row'
import { callShop, makeBuyer } from '../../support/purchase'
import { analysisItem, validScope } from '../../support/scopes'
import { sayAll } from '../say'
import { drawSpelling } from './addresses'

const FULL = 4_000

/** A customer names our own machines, in every spelling, as the site to be examined. */
export const measureNames = async (
  { shop }: House,
  { random, size }: { random: Random; size: number },
): Promise<Measured[]> => {
  const { order } = await makeBuyer(shop).buy({ product: 'analisis-keamanan' })
  const path = `/api/shop/orders/${order.token}/items/${analysisItem(order).id}/scope`
  const total = Math.max(200, Math.round(FULL * size))
  const taken: string[] = []
  for (let at = 0; at < total; at++) {
    const typed = drawSpelling(random)
    const asHost = at % 4 === 3
    const body = validScope(asHost ? { hosts: [typed] } : { domain: typed, hosts: [] })
    const { code, json, status } = await callShop(shop, path, { body })
    const isNamed = JSON.stringify(json).includes(asHost ? '"field":"hosts' : '"field":"domain"')
    if (status !== 422 || !isNamed || !code?.startsWith('scope.')) {
      taken.push(`${JSON.stringify(typed)} → ${status} ${String(code)}`)
    }
  }
  sayAll('scope name', taken)
  const [row] = await queryRows<{ looks: number }>(
    shop.payload,
    sql`select count(*)::int as looks from scopes s join orders o on o.id = s.order_id
      where o.token = ${order.token} and s.domain is not null`,
  )
  const own = await callShop(shop, path, { body: validScope() })
  return [
    { bar: atLeast(total), name: 'scope-names-tried', unit: '', value: total },
    {
      bar: equal(0),
      detail: taken[0] ?? 'none',
      name: 'scope-names-taken',
      unit: '',
      value: taken.length + (row?.looks ?? Number.NaN),
    },
    {
      bar: equal(200),
      detail: 'control: a site of the public internet is taken',
      name: 'scope-public-name',
      unit: '',
      value: own.status,
    },
  ]
}
