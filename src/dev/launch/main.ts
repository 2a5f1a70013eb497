import { loadDotEnv } from '../dotenv.mjs'
import { watchParent } from '../parent.mjs'
import { buildDatabaseUrl, createDatabase, startPostgres } from '../postgres'
import { buildWhenStale } from './build'
import { type Login, prepareDatabase } from './database'
import {
  buildShopEnvironment,
  findNeededStandIns,
  findRefusals,
  type Given,
  type HostingFolders,
  type Ports,
  type StandInName,
} from './environment'
import { createFamily, type Family } from './family'
import { takeLock } from './lock'
import { openHostingFolders } from './hosting'
import { nextStart } from './next'
import { choosePorts } from './ports'
import { waitUntilServed } from './ready'
import { AUTHORITY_FILE, openState, readSecrets, readStandInKeys, type State } from './state'
import { describeShop } from './summary'

type Shop = {
  family: Family
  /** Of the servers of hosting; none where only real ones are used. */
  folders: HostingFolders | undefined
  given: Given
  ports: Ports
  standIns: StandInName[]
  state: State
  /** Undone in reverse order after the family has stopped. */
  undo: (() => Promise<void> | void)[]
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const openDatabase = async (shop: Shop): Promise<string> => {
  if (!shop.standIns.includes('database')) {
    return shop.given.DATABASE_URL ?? ''
  }
  const server = await startPostgres({
    folder: shop.state.path('postgres'),
    password: readSecrets(shop.state).postgresPassword,
  })
  shop.undo.push(server.stop)
  await createDatabase({ database: 'lunas', server })
  return buildDatabaseUrl({ ...server, database: 'lunas' })
}

/**
 * Lexical's modules for Node wait for each other with top-level await, and with tsx's loader some
 * starts never end (code 13). The condition picks the modules that wait for nothing.
 */
const tsx = (script: string): string[] => ['--conditions=production', '--import', 'tsx', script]

const keepStandIns = (shop: Shop, env: Record<string, string>): void => {
  if (shop.standIns.includes('gateway')) {
    const statePath = shop.state.path('duitku.json')
    const settings = { ...env, SIMULATOR_STATE: statePath }
    shop.family.keep({ args: tsx('src/dev/duitku/main.ts'), env: settings, name: 'duitku' })
  }
  if (shop.standIns.includes('mail')) {
    shop.family.keep({ args: tsx('src/dev/mail/main.ts'), env, name: 'mail' })
  }
  if (shop.standIns.includes('domains')) {
    shop.family.keep({ args: tsx('src/dev/domains/main.ts'), env, name: 'domains' })
  }
  if (shop.standIns.includes('panels')) {
    shop.family.keep({ args: tsx('src/dev/panels/main.ts'), env, name: 'panels' })
  }
  if (shop.folders?.sites) {
    const settings = { ...env, CADDY_FOLDER: shop.state.path('caddy') }
    shop.family.keep({ args: tsx('src/dev/caddy/main.ts'), env: settings, name: 'caddy' })
  }
  if (shop.standIns.includes('stamps')) {
    const settings = { ...env, PERURI_SIMULATOR_AUTHORITY: shop.state.path(AUTHORITY_FILE) }
    shop.family.keep({ args: tsx('src/dev/peruri/main.ts'), env: settings, name: 'peruri' })
  }
  if (shop.standIns.includes('whatsapp')) {
    shop.family.keep({ args: tsx('src/dev/whatsapp/main.ts'), env, name: 'whatsapp' })
  }
}

const keepShop = (shop: Shop, env: Record<string, string>): void => {
  // Demo logins are no protection: a shop with stand-ins answers this machine only.
  const host = shop.standIns.length > 0 ? ['-H', '127.0.0.1'] : []
  const port = ['-p', String(shop.ports.web)]
  shop.family.keep({ args: [...nextStart, ...port, ...host], env, name: 'web' })
  shop.family.keep({ args: tsx('src/worker.ts'), env, name: 'worker' })
}

const prepare = async (shop: Shop): Promise<{ env: Record<string, string>; logins: Login[] }> => {
  const { ports, state } = shop
  // A second shop beside the first has its own files too: what no row points to is removed at night.
  const given: Given = { PRIVATE_DIR: state.path('private'), ...shop.given }
  const keys = readStandInKeys(state, shop.standIns)
  const { folders } = shop
  const parts = { given, ...keys, ...(folders && { folders }), ports, secrets: readSecrets(state) }
  keepStandIns(shop, buildShopEnvironment({ ...parts, databaseUrl: '' }))
  const readyDatabase = async () => {
    const environment = buildShopEnvironment({ ...parts, databaseUrl: await openDatabase(shop) })
    state.write('environment.json', environment)
    const logins = await prepareDatabase({
      environment,
      family: shop.family,
      isOurs: shop.standIns.includes('database'),
      maySeed: given.NODE_ENV !== 'production' || given.LUNAS_DEMO === '1',
      state,
    })
    return { env: environment, logins }
  }
  const [ready] = await Promise.all([readyDatabase(), buildWhenStale(shop.family)])
  return ready
}

const open = async (args: { shop: Shop; startedAt: number }): Promise<void> => {
  const { shop } = args
  const { env, logins } = await prepare(shop)
  keepShop(shop, env)
  await waitUntilServed({ seconds: 120, url: `http://127.0.0.1:${shop.ports.web}/` })
  const seconds = (Date.now() - args.startedAt) / 1000
  const serverUrl = env.SERVER_URL ?? ''
  const mailAdmin = env.MAIL_ADMIN ?? ''
  const { folders, ports, standIns } = shop
  shop.state.write('shop.json', { ports, seconds, serverUrl, standIns })
  print(describeShop({ folders, logins, mailAdmin, ports, seconds, serverUrl, standIns }))
}

const closeOnce = (shop: Shop): ((code: number) => Promise<void>) => {
  let closing: Promise<void> | undefined
  const close = async (code: number): Promise<void> => {
    await shop.family.stop()
    for (const undo of shop.undo.toReversed()) {
      await undo()
    }
    process.exit(code)
  }
  return (code) => (closing ??= close(code))
}

const createShop = async (): Promise<Shop> => {
  loadDotEnv()
  const given: Given = { ...process.env }
  const refusals = findRefusals(given)
  if (refusals.length > 0) {
    const hint = 'Set them, or LUNAS_DEMO=1 for a demonstration.'
    throw new Error(
      `The shop cannot start:\n${refusals.map((line) => `  - ${line}`).join('\n')}\n${hint}`,
    )
  }
  const state = openState()
  const unlock = await takeLock(state)
  const forget = () => ['environment.json', 'shop.json'].forEach(state.remove)
  const ports = await choosePorts(given)
  const standIns = findNeededStandIns(given)
  const folders = standIns.includes('panels') ? openHostingFolders(state, given) : undefined
  const undo = [unlock, forget]
  return { family: createFamily(print), folders, given, ports, standIns, state, undo }
}

const complain = (error: unknown): void => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
}

/** Stops the shop on any signal, and when npm, which passes none on, has gone. */
const stopOnSignal = (close: (code: number) => Promise<void>): (() => boolean) => {
  let isStopping = false
  const stop = () => {
    print(isStopping ? 'Still stopping …' : '\nStopping …')
    isStopping = true
    void close(0)
  }
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.on(signal, stop)
  }
  watchParent(stop)
  return () => isStopping
}

/** Starts the whole shop and keeps it until Ctrl-C: the second half of `npm start`. */
export const startShop = async (args: { startedAt: number }): Promise<void> => {
  let shop: Shop
  try {
    shop = await createShop()
  } catch (error) {
    complain(error)
    process.exit(1)
  }
  const close = closeOnce(shop)
  const isStopping = stopOnSignal(close)
  try {
    await open({ shop, startedAt: args.startedAt })
  } catch (error) {
    if (!isStopping()) {
      complain(error)
      await close(1)
    }
  }
}
