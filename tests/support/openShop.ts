import { getPayload, type Payload } from 'payload'
import { startDuitkuSimulator, type SimulatorControl } from '@/dev/duitku'
import { checkInvariants, type Breach } from '@/plugin/invariants'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { stockShelves, type ProductSlug } from './products'
import { testEnvironment } from './environment'
import { makeRoutes, startWeb } from './web'

/** A whole shop in this process: web, worker, gateway; the database is the caller's. */
export type OpenShop = {
  breaches: () => Promise<Breach[]>
  close: () => Promise<void>
  gateway: SimulatorControl
  gatewayUrl: string
  /** Resolves when no money job is due or running. */
  idle: () => Promise<void>
  payload: Payload
  port: number
  products: Record<ProductSlug, string>
  startWorker: () => Promise<void>
  stopWorker: () => Promise<void>
  url: string
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What has to be worked off before a payment has had its effect. */
const MONEY_JOB = /^(?:payments\.|booking\.confirm$)/

const countDue = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ due: number }>(
    payload,
    sql`select count(*)::int as due from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier ~ ${MONEY_JOB.source} and j.attempts < j.max_attempts
        and (j.locked_by is not null or j.run_at <= now())`,
  )
  return row?.due ?? 0
}

const waitIdle = async (payload: Payload, limitMs = 60_000): Promise<void> => {
  const deadline = Date.now() + limitMs
  while ((await countDue(payload)) > 0) {
    if (Date.now() > deadline) {
      throw new Error(`Money jobs are still due after ${limitMs} ms`)
    }
    await pause(20)
  }
}

/** Mails stay in the outbox: their delivery has tests of its own. */
const startMoneyWorker = async (payload: Payload, connectionString: string) => {
  const { lunasTasks } = await import('@/plugin')
  const tasks = lunasTasks.filter(({ name }) => MONEY_JOB.test(name))
  return startWorker({ concurrency: 4, connectionString, crons: [], payload, tasks })
}

/** Opens the shop. The settings that name its parts are put into the environment first. */
export const openShop = async (args: {
  databaseUrl: string
  settings?: Readonly<Record<string, string>>
}): Promise<OpenShop> => {
  const { databaseUrl, settings = {} } = args
  const { DUITKU_API_KEY: apiKey, DUITKU_MERCHANT_CODE: merchantCode } = testEnvironment
  const web = await startWeb()
  const simulator = await startDuitkuSimulator({
    apiKey,
    config: { callbackIntervalsMs: [50], maxSkewMs: 0, minAmount: 1_000 },
    merchantCode,
  })
  Object.assign(process.env, testEnvironment, {
    DATABASE_URL: databaseUrl,
    DUITKU_DISBURSEMENT_URL: simulator.url,
    DUITKU_PASSPORT_URL: simulator.url,
    DUITKU_POP_URL: simulator.url,
    SERVER_URL: web.url,
    ...settings,
  })
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  payload.logger.level = process.env.TRIAL_LOG ?? 'silent'
  const products = await stockShelves(payload)
  web.serve(await makeRoutes())
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined
  const stopWorker = async (): Promise<void> => {
    await worker?.stop()
    worker = undefined
  }
  return {
    breaches: () => checkInvariants({ payload }),
    close: async () => {
      await stopWorker()
      await simulator.close()
      await web.close()
      await payload.db.destroy?.()
    },
    gateway: simulator.control,
    gatewayUrl: simulator.url,
    idle: () => waitIdle(payload),
    payload,
    port: web.port,
    products,
    startWorker: async () => {
      worker ??= await startMoneyWorker(payload, databaseUrl)
    },
    stopWorker,
    url: web.url,
  }
}
