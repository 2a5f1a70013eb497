import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { buildWhenStale } from '@/dev/launch/build'
import { createFamily } from '@/dev/launch/family'
import { nextStart } from '@/dev/launch/next'
import { waitUntilServed } from '@/dev/launch/ready'

import { type CpuTimes, readCpu } from './stand/cpu'
import { type Database, openDatabase } from './stand/database'
import { startStandPostgres, type StandPostgres } from './stand/postgres'
import { prepareProgram, type Program, runProgram } from './stand/processes'
import {
  buildStandSettings,
  chooseStandPorts,
  forgetConfiguredShop,
  type StandPorts,
} from './stand/settings'
import { rememberUploads } from './stand/uploads'

/** A whole shop in processes of its own, on a durable database of its own. */
export type Stand = {
  /** CPU time that every part has used so far. */
  cpu: () => CpuTimes
  database: Database
  mailUrl: string
  postgres: StandPostgres
  /** Settings of the shop's processes. */
  settings: Record<string, string>
  simulatorUrl: string
  /** Stops and removes everything; safe to call twice. */
  stop: () => Promise<void>
  web: Program
  webUrl: string
  worker: Program
}

type Undo = (() => Promise<unknown> | void)[]

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const tsx = (script: string): string[] => ['--conditions=production', '--import', 'tsx', script]

/** Undoes in reverse order, once, also on Ctrl-C. */
const makeStop = (undo: Undo): (() => Promise<void>) => {
  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    for (const step of undo.toReversed()) {
      await Promise.resolve(step()).catch((error: unknown) => say(`While stopping: ${error}`))
    }
  }
  const once = (): Promise<void> => (stopping ??= stop())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void once().then(() => process.exit(130)))
  }
  return once
}

const answers = (url: string) => (): Promise<void> => waitUntilServed({ seconds: 60, url })

/** Asks the shop itself whether somebody works: the same probe that a load balancer reads. */
const workerSeen = (webUrl: string) => async (): Promise<void> => {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const response = await fetch(`${webUrl}/api/health/ready`).catch(() => undefined)
    const health = (await response?.json().catch(() => undefined)) as
      { worker?: boolean } | undefined
    if (health?.worker) {
      return
    }
    await wait(50)
  }
  throw new Error('No worker is seen after 60 s')
}

type Plans = {
  env: Record<string, string>
  logs: string
  ports: StandPorts
  preload: string | undefined
  webFolder: string | undefined
}

/**
 * `STAND_PROFILE=folder` writes CPU profiles of every part there when it ends: a folder for each,
 * since every thread writes its own.
 */
const profileArgs = (name: string): string[] => {
  const folder = process.env.STAND_PROFILE
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${join(folder, name)}`] : []
}

const preparePrograms = ({ env, logs, ports, preload, webFolder }: Plans) => {
  const plan = (name: string, args: string[], ready: () => Promise<void>): Program =>
    prepareProgram({
      args: [...profileArgs(name), ...args],
      ...(name === 'web' && webFolder ? { cwd: webFolder } : {}),
      env,
      log: join(logs, `${name}.log`),
      name,
      ready,
    })
  const webUrl = `http://127.0.0.1:${ports.web}`
  const next = [...nextStart, '-p', String(ports.web)]
  const preloaded = preload ? ['--import', preload] : []
  return {
    mail: plan('mail', tsx('src/dev/mail/main.ts'), answers(`http://127.0.0.1:${ports.mailWeb}/`)),
    simulator: plan(
      'simulator',
      tsx('src/dev/duitku/main.ts'),
      answers(`http://127.0.0.1:${ports.simulator}/__control/health`),
    ),
    web: plan(
      'web',
      [...preloaded, ...next, '-H', '127.0.0.1'],
      answers(`${webUrl}/api/health/live`),
    ),
    worker: plan('worker', [...preloaded, ...tsx('src/worker.ts')], workerSeen(webUrl)),
  }
}

/** The demo shop's simulator limits questions per order; a load test asks more often on purpose. */
const liftLimits = async (simulatorUrl: string, config: object): Promise<void> => {
  const statusLimit = { blockMs: 0, perOrder: 0, status: 429, total: 0, windowMs: 60_000 }
  await fetch(`${simulatorUrl}/__control/config`, {
    body: JSON.stringify({ statusLimit, ...config }),
    method: 'POST',
  })
}

const fillDatabase = async (env: Record<string, string>): Promise<void> => {
  await runProgram({ args: tsx('src/dev/migrate.ts'), env, name: 'migrate' })
  await runProgram({ args: tsx('src/dev/seed/main.ts'), env, name: 'seed' })
}

const buildShop = async (): Promise<void> => {
  const family = createFamily((line) => say(line))
  const built = await buildWhenStale(family)
  say(built === 'fresh' ? 'The build is fresh.' : 'Built.')
}

/**
 * Starts a real shop for load: durable Postgres (fsync on), migrated and seeded, built web server,
 * worker, Duitku simulator and mail catcher, each a process of its own, on free ports.
 */
export const startStand = async (
  options: {
    /** Address of a module that web and worker load before anything else. */
    preload?: string
    /** More settings for the shop's processes. */
    settings?: Record<string, string>
    /** Parts of the simulator's configuration. */
    simulator?: object
    /** Folder of a built copy of the shop that serves the web instead. */
    webFolder?: string
  } = {},
): Promise<Stand> => {
  forgetConfiguredShop()
  const undo: Undo = []
  const stop = makeStop(undo)
  try {
    if (!options.webFolder) {
      await buildShop()
    }
    const logs = resolve('.lunas', 'stand')
    mkdirSync(logs, { recursive: true })
    const ports = await chooseStandPorts()
    const postgres = await startStandPostgres()
    undo.push(postgres.stop)
    const env = buildStandSettings({
      databaseUrl: postgres.url,
      extra: options.settings ?? {},
      ports,
    })
    undo.push(rememberUploads())
    await fillDatabase(env)
    const { preload, webFolder } = options
    const programs = preparePrograms({ env, logs, ports, preload, webFolder })
    for (const name of ['mail', 'simulator', 'web', 'worker'] as const) {
      undo.push(programs[name].stop)
      await programs[name].start()
    }
    const simulatorUrl = `http://127.0.0.1:${ports.simulator}`
    await liftLimits(simulatorUrl, options.simulator ?? {})
    const database = openDatabase(postgres.url)
    undo.push(database.end)
    await database.rows('create extension if not exists pg_stat_statements')
    say(`Stand on http://127.0.0.1:${ports.web}, logs in ${logs}`)
    return {
      cpu: () => readCpu({ postgresPid: postgres.pid(), programs }),
      database,
      mailUrl: `http://127.0.0.1:${ports.mailWeb}`,
      postgres,
      settings: env,
      simulatorUrl,
      stop,
      web: programs.web,
      webUrl: `http://127.0.0.1:${ports.web}`,
      worker: programs.worker,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
