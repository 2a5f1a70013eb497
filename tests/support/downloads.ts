import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Payload } from 'payload'
import { announceTask, buildTask, prepareTask, receiveTask } from '@/plugin/downloads'
import { openPassword } from '@/plugin/downloads/password'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { startWorker, wakeWorkers, type Worker } from '@/plugin/kernel/queue'
import { testEnvironment } from './environment'
import type { OpenShop } from './openShop'
import type { ShopInUse } from './useShop'

/** A right and its packages, as the database has them. */
export type Held = {
  allowed: number
  entitlementId: string
  failure: null | string
  id: string
  log: number
  sealed: string
  sha256: null | string
  size: null | number
  state: string
  storeKey: null | string
  used: number
  validUntil: string
  version: string
}

/** What an order holds, the newest version first. */
export const readHeld = ({ payload }: OpenShop, token: string): Promise<Held[]> =>
  queryRows<Held>(
    payload,
    sql`select p.id, e.id as "entitlementId", p.state, p.used::int as used, p.allowed::int as allowed,
        p.sha256, p.size::float8 as size, p.store_key as "storeKey", p.failure, r.version,
        e.password as sealed, e.valid_until as "validUntil",
        (select count(*)::int from downloads d where d.package_id = p.id) as log
      from packages p join entitlements e on e.id = p.entitlement_id
        join releases r on r.id = p.release_id join orders o on o.id = e.order_id
      where o.token = ${token} order by r.published_at desc, r.id desc`,
  )

/** The password of what an order holds. */
export const readPassword = async (shop: OpenShop, token: string): Promise<string> => {
  const [held] = await readHeld(shop, token)
  return held
    ? openPassword({
        owner: held.entitlementId,
        sealed: held.sealed,
        secret: testEnvironment.PAYLOAD_SECRET,
      })
    : ''
}

const countDue = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ due: number }>(
    payload,
    sql`select count(*)::int as due from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier like 'downloads.%' and j.attempts < j.max_attempts
        and (j.locked_by is not null or j.run_at <= now())`,
  )
  return row?.due ?? 0
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Puts somebody beside the shop who prepares and builds; call it after `useShop`. */
export const usePackers = (inUse: ShopInUse): { idle: () => Promise<void> } => {
  let worker: undefined | Worker
  beforeAll(async () => {
    worker = await startWorker({
      concurrency: 2,
      connectionString: process.env.DATABASE_URL ?? '',
      crons: [],
      payload: inUse.shop.payload,
      tasks: [announceTask, buildTask, prepareTask, receiveTask],
    })
  })
  afterAll(() => worker?.stop())
  return {
    idle: async () => {
      const { payload } = inUse.shop
      const deadline = Date.now() + 30_000
      wakeWorkers(payload)
      while ((await countDue(payload)) > 0) {
        if (Date.now() > deadline) {
          throw new Error('Packages are still due after 30 s')
        }
        await pause(20)
      }
    },
  }
}

/** What a fetch brought. */
export type Brought = { bytes: Buffer; headers: Headers; status: number }

/** Fetches by a link, by default as a new device each time. */
export const fetchLink = async (
  url: string,
  headers: Record<string, string> = {},
): Promise<Brought> => {
  const response = await fetch(url, { headers: { 'x-forwarded-for': newDevice(), ...headers } })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { bytes, headers: response.headers, status: response.status }
}

let devices = 0

/** An address that nobody else has. */
export const newDevice = (): string => {
  devices += 1
  return `172.${16 + ((devices >> 16) & 15)}.${(devices >> 8) & 255}.${devices & 255}`
}

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A folder that is gone after `work`. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'lunas-uji-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

/** What Debian's bsdtar, which is none of ours, makes of a package and a password. */
export const unpack = (bytes: Buffer, password: string): Promise<Unpacked> =>
  inFolder(async (folder) => {
    const zip = join(folder, 'paket.zip')
    await writeFile(zip, bytes)
    const run = (...args: string[]) =>
      spawnSync('bsdtar', ['--passphrase', password, ...args], { maxBuffer: 64 * 1024 ** 2 })
    const listed = run('-tf', zip)
    if (listed.error) {
      throw new Error('bsdtar is needed: apt-get install libarchive-tools', {
        cause: listed.error,
      })
    }
    const names = listed.stdout.toString('utf8').split('\n').filter(Boolean)
    const files: Record<string, Buffer> = {}
    let status = listed.status ?? 1
    for (const name of names) {
      const read = run('-xOf', zip, name)
      status ||= read.status ?? 1
      files[name] = read.stdout
    }
    return { files, names, opens: status === 0 }
  })

/** A package that was unpacked. */
export type Unpacked = { files: Record<string, Buffer>; names: string[]; opens: boolean }

/** Buys the template and waits until its package is there. */
export const buyPackage = async (
  inUse: ShopInUse,
  packers: { idle: () => Promise<void> },
  args: Parameters<ShopInUse['buyer']['buy']>[0] = {},
): Promise<{ file: string; token: string }> => {
  const { order } = await inUse.buyer.buy({ product: 'template-toko', ...args })
  await packers.idle()
  const [held] = await readHeld(inUse.shop, order.token)
  return { file: held?.id ?? '', token: order.token }
}
