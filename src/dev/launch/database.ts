import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { withConnection } from '../postgres'
import { findPending, isShopEmpty } from '../postgres/pending'
import { buildDemoServers, readPlaces } from '../seed/demoServers'
import type { Family } from './family'
import { moveServers } from './servers'
import type { State } from './state'

/** One way to log in to the demo shop, as the seed reports it. */
export type Login = { email: string; password?: string; role: string }

type Preparation = {
  environment: Record<string, string>
  family: Family
  /** Whether the database is the embedded one, which is ours to fill. */
  isOurs: boolean
  /** Whether an empty shop gets demo products. */
  maySeed: boolean
  state: State
}

/** `servers`: the names of those that the seed has made; who removes one is not given it again. */
type Seeded = { logins: Login[]; servers?: string[] }

/** The queue's engine has migrations of its own, which a table of names cannot show us. */
const hashQueue = (): string =>
  createHash('sha256')
    .update(readFileSync('node_modules/graphile-worker/package.json'))
    .update(readFileSync('src/plugin/kernel/queue/migrate.ts'))
    .digest('hex')

const runScript = (args: Preparation & { name: string; script: string }): Promise<unknown> =>
  args.family.run({
    args: ['--conditions=production', '--import', 'tsx', args.script],
    env: { ...args.environment, DISABLE_PAYLOAD_HMR: 'true' },
    name: args.name,
  })

const migrate = async (args: Preparation): Promise<void> => {
  const { state } = args
  const url = args.environment.DATABASE_URL ?? ''
  const pending = await withConnection({ url, work: findPending })
  const queue = hashQueue()
  const isCurrent = !pending.isQueueMissing && state.read<string>('queue.json') === queue
  if (!isCurrent || pending.migrations.length > 0) {
    await runScript({ ...args, name: 'migrate', script: 'src/dev/migrate.ts' })
    state.write('queue.json', queue)
  }
}

const isLogin = (value: unknown): value is Login =>
  typeof value === 'object' && value !== null && 'email' in value && 'role' in value

const loginsOf = (sent: unknown): Login[] =>
  typeof sent === 'object' && sent !== null && 'logins' in sent && Array.isArray(sent.logins)
    ? sent.logins.filter(isLogin)
    : []

const isLacking = (seeded: Seeded | undefined, servers: readonly string[]): boolean =>
  seeded !== undefined && servers.some((name) => !(seeded.servers ?? []).includes(name))

const seed = async (args: Preparation): Promise<Login[]> => {
  const { state } = args
  const url = args.environment.DATABASE_URL ?? ''
  const isEmpty = await withConnection({ url, work: isShopEmpty })
  const seeded = state.read<Seeded>('seeded.json')
  const servers = buildDemoServers(readPlaces(args.environment)).map(({ name }) => name)
  // An interrupted seed leaves products but no mark; only our own database is filled up again.
  const isWanted = isEmpty || (args.isOurs && !seeded) || isLacking(seeded, servers)
  if (!isWanted || !args.maySeed) {
    return seeded?.logins ?? []
  }
  state.remove('seeded.json')
  const made = loginsOf(
    await runScript({ ...args, name: 'seed', script: 'src/dev/launch/seed.ts' }),
  )
  // Passwords are known once: those of accounts that were there already are in the old mark.
  const logins = isEmpty || !seeded ? made : seeded.logins
  state.write('seeded.json', { logins, servers })
  return logins
}

/**
 * Migrates the database when it is behind, fills an empty demo shop, lets its servers be where they are
 * found now, and says who may log in.
 */
export const prepareDatabase = async (args: Preparation): Promise<Login[]> => {
  await migrate(args)
  const logins = await seed(args)
  await moveServers(args.environment)
  return logins
}
