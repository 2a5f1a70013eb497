import type { Pool } from 'pg'

import { createHmac, timingSafeEqual } from 'node:crypto'

import { getShop } from '@/app/shop'
import { env } from '@/config/env'

/** One row per callback; `npm run bench` makes the table and drops its database afterwards. */
const INSERT = `insert into bench_callbacks (merchant_order_id, amount, reference, result_code)
  values ($1, $2, $3, $4)`

const isGenuine = (form: URLSearchParams): boolean => {
  const text = ['merchantCode', 'amount', 'merchantOrderId'].map((name) => form.get(name)).join('')
  const expected = createHmac('sha256', env.DUITKU_API_KEY).update(text).digest()
  const received = Buffer.from(form.get('signature') ?? '', 'hex')
  return received.length === expected.length && timingSafeEqual(received, expected)
}

/**
 * The least that any callback handler does: signature, one row. `npm run bench` measures ours
 * against it in the same server. Shut unless `LUNAS_BENCH` is on.
 */
export const POST = async (request: Request): Promise<Response> => {
  if (!env.LUNAS_BENCH) {
    return new Response(null, { status: 404 })
  }
  const form = new URLSearchParams(await request.text())
  if (!isGenuine(form)) {
    return new Response(null, { status: 401 })
  }
  const { pool } = (await getShop()).db as unknown as { pool: Pool }
  await pool.query(
    INSERT,
    ['merchantOrderId', 'amount', 'reference', 'resultCode'].map((name) => form.get(name)),
  )
  return new Response('SUCCESS')
}
