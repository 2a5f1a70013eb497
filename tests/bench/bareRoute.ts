import type { Pool } from 'pg'

import { createHmac, timingSafeEqual } from 'node:crypto'

import { getShop } from '@/app/shop'
import { env } from '@/config/env'

/** One row per callback, in a table that the group makes. */
const INSERT = `insert into bench_callbacks (merchant_order_id, amount, reference, result_code)
  values ($1, $2, $3, $4)`

const isGenuine = (form: URLSearchParams): boolean => {
  const text = ['merchantCode', 'amount', 'merchantOrderId'].map((name) => form.get(name)).join('')
  const expected = createHmac('sha256', env.DUITKU_API_KEY).update(text).digest()
  const received = Buffer.from(form.get('signature') ?? '', 'hex')
  return received.length === expected.length && timingSafeEqual(received, expected)
}

/**
 * The least that any callback handler of a Next server does: signature, one row. The product has no
 * such route; `bareShop.ts` puts this file into the copy of the shop that `callbacks` measures.
 */
export const POST = async (request: Request): Promise<Response> => {
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
