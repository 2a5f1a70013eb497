import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { createHostingDrivers } from '@/plugin/adapters/hosting'
import { convergeTask, hostingTendCron, hostingTendTask } from '@/plugin/hosting'
import { queueConverge } from '@/plugin/hosting/converge/job'
import { queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { settled } from '../chaos/services/judge'
import { askForServices, openServiceShop, pay, type Service, suspend } from '../chaos/services/shop'
import { type RunningCaddy, startCaddy, visit } from '../support/caddy'
import type { GroupOptions } from '../support/figures/program'
import { percentile } from '../support/load/samples'

const FULL = 100
const FEWEST = 5
const SERVICES = 5
const LIMIT_MS = 120_000
const GLANCE_MS = 20

const hostOf = ({ name }: Service): string => `${name}.contoh.id`

const untilStatus = async (port: number, host: string, status: number): Promise<number> => {
  const from = performance.now()
  while (performance.now() - from < LIMIT_MS) {
    // A visit in the moment in which Caddy takes a new configuration may be cut off: it comes again.
    const seen = await visit(port, host).catch(() => null)
    if (seen?.status === status) {
      return (performance.now() - from) / 1_000
    }
    await wait(GLANCE_MS)
  }
  return Number.NaN
}

/** Puts the services on the Caddy and has them made. */
const build = async (payload: Payload, caddy: RunningCaddy): Promise<Service[]> => {
  const services = await askForServices(payload, SERVICES)
  const listen = `127.0.0.1:${caddy.sitePort}`
  const settings = { listen: [listen], probe: `http://${listen}`, root: caddy.root }
  await queryRows(
    payload,
    sql`update hosting_servers set driver = 'caddy', address = ${caddy.admin},
      settings = ${JSON.stringify(settings)}::jsonb`,
  )
  await queryRows(payload, sql`update hosting_accounts set hosts = jsonb_build_array(domain)`)
  for (const { id: accountId } of services) {
    await queueConverge(statementsOn(payload), { accountId, isUrgent: true })
  }
  return services
}

const run = async (
  payload: Payload,
  { rounds, services, sitePort }: { rounds: number; services: Service[]; sitePort: number },
): Promise<number[]> => {
  const waits: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const service = services[round % services.length]
    if (service) {
      await suspend(payload, service)
      await untilStatus(sitePort, hostOf(service), 503)
      await pay(payload, service)
      waits.push(await untilStatus(sitePort, hostOf(service), 200))
    }
  }
  return waits
}

/** Seconds from a settled payment to the site that answers 200 again, on a real Caddy. */
export const measureSiteBack = async (
  settings: Record<string, string>,
  { size }: GroupOptions,
): Promise<{ typical: number; waits: number; worst: number }> => {
  const caddy = await startCaddy()
  const allowPrivate = [`127.0.0.1:${caddy.adminPort}`, `127.0.0.1:${caddy.sitePort}`]
  const drivers = createHostingDrivers({ allowPrivate, shopName: 'Toko Contoh', timeoutMs: 5_000 })
  const { close, payload } = await openServiceShop(settings, { drivers, parallel: 4 })
  const worker = await startWorker({
    concurrency: 4,
    connectionString: settings.DATABASE_URL ?? '',
    crons: [hostingTendCron],
    payload,
    tasks: [convergeTask, hostingTendTask],
  })
  try {
    const services = await build(payload, caddy)
    await settled(payload, LIMIT_MS)
    const rounds = Math.max(FEWEST, Math.round(FULL * size))
    const waits = await run(payload, { rounds, services, sitePort: caddy.sitePort })
    return { typical: percentile(waits, 0.5), waits: waits.length, worst: percentile(waits, 1) }
  } finally {
    await worker.stop()
    await close()
    await caddy.stop()
  }
}
