import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { waitUntilServed } from '@/dev/launch/ready'

import { type CpuTimes, readCpu } from '../stand/cpu'
import { type Database, openDatabase } from '../stand/database'
import { startStandPostgres } from '../stand/postgres'
import { prepareProgram, type Program, runProgram } from '../stand/processes'
import { buildStandSettings, chooseStandPorts, forgetConfiguredShop } from '../stand/settings'
import { type Catcher, openCatcher } from './catcher'

/** What sending needs of a shop: a durable migrated database and a mail server, without the web. */
export type MailGround = {
  catcher: Catcher
  /** CPU time that every part has used so far. */
  cpu: () => CpuTimes
  database: Database
  /** Prepares another program of the shop, with the shop's settings. */
  prepare: (plan: {
    args: string[]
    env?: Record<string, string>
    name: string
    ready: () => Promise<void>
  }) => Program
  settings: Record<string, string>
  stop: () => Promise<void>
}

const tsx = ['--conditions=production', '--import', 'tsx']

/** Arguments of a program in TypeScript. */
export const scriptArgs = (script: string): string[] => [...tsx, script]

/** Undoes in reverse order, once, also on Ctrl-C. */
const makeStop = (undo: (() => Promise<unknown>)[]): (() => Promise<void>) => {
  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    for (const step of undo.toReversed()) {
      await step().catch((error: unknown) => process.stderr.write(`While stopping: ${error}\n`))
    }
  }
  const once = (): Promise<void> => (stopping ??= stop())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void once().then(() => process.exit(130)))
  }
  return once
}

const makePreparer =
  (args: {
    logs: string
    programs: Record<string, Program>
    settings: Record<string, string>
    undo: (() => Promise<unknown>)[]
  }) =>
  (plan: Parameters<MailGround['prepare']>[0]): Program => {
    const { logs, programs, settings, undo } = args
    const env = { ...settings, ...plan.env }
    const program = prepareProgram({ ...plan, env, log: join(logs, `${plan.name}.log`) })
    programs[plan.name] = program
    undo.push(program.stop)
    return program
  }

/** Starts database and mail catcher, each a process of its own, on free ports. */
export const startMailGround = async (): Promise<MailGround> => {
  forgetConfiguredShop()
  const undo: (() => Promise<unknown>)[] = []
  const stop = makeStop(undo)
  try {
    const logs = resolve('.lunas', 'stand')
    mkdirSync(logs, { recursive: true })
    const ports = await chooseStandPorts()
    const postgres = await startStandPostgres()
    undo.push(postgres.stop)
    const settings = buildStandSettings({ databaseUrl: postgres.url, extra: {}, ports })
    await runProgram({ args: scriptArgs('src/dev/migrate.ts'), env: settings, name: 'migrate' })
    const programs: Record<string, Program> = {}
    const prepare = makePreparer({ logs, programs, settings, undo })
    const webUrl = `http://127.0.0.1:${ports.mailWeb}`
    await prepare({
      args: scriptArgs('src/dev/mail/main.ts'),
      name: 'mail',
      ready: () => waitUntilServed({ seconds: 60, url: `${webUrl}/` }),
    }).start()
    const catcher = openCatcher(webUrl)
    await catcher.countOnly()
    const database = openDatabase(postgres.url)
    undo.push(database.end)
    const cpu = (): CpuTimes => readCpu({ postgresPid: postgres.pid(), programs })
    return { catcher, cpu, database, prepare, settings, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
