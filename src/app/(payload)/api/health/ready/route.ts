import { getShop } from '@/app/shop'
import { findReadiness } from '@/plugin'

export const dynamic = 'force-dynamic'

/** Whether the shop can serve: database, migrations, worker seen. */
export const GET = async (): Promise<Response> => {
  const readiness = await getShop()
    .then((payload) => findReadiness(payload))
    .catch(() => ({ database: false, migrations: false, worker: false }))
  const isReady = Object.values(readiness).every(Boolean)
  return Response.json({ ready: isReady, ...readiness }, { status: isReady ? 200 : 503 })
}
