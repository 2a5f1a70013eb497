import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether a real Caddy can be started here. */
export const hasCaddy = spawnSync('caddy', ['version']).status === 0

/** A real Caddy of its own, with nothing of the machine's. */
export type RunningCaddy = {
  /** Address of the admin API: `http://127.0.0.1:port` or `unix:/path`. */
  admin: string
  adminPort: number
  /** Asks the admin API for what stands at a path. */
  config: (path?: string) => Promise<unknown>
  /** Ends it at once, as a crash does. */
  kill: () => Promise<void>
  /** Folder for sites. */
  root: string
  /** Port of the sites, plain http. */
  sitePort: number
  /** Starts it again on the same ports; `resume`: with the configuration that it saved by itself. */
  start: (how?: { resume?: boolean }) => Promise<void>
  /** Ends it and removes its folders. */
  stop: () => Promise<void>
}

/** A port that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const isUp = async (url: string): Promise<boolean> => {
  try {
    await (await fetch(`${url}/config/`)).text()
    return true
  } catch {
    return false
  }
}

const untilUp = async (url: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) {
      throw new Error(`Caddy ended with ${child.exitCode}`)
    }
    if (await isUp(url)) {
      return
    }
    await pause(25)
  }
  throw new Error('Caddy does not answer')
}

const end = async (child: ChildProcess | undefined): Promise<void> => {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

/** Starts a Caddy with an empty configuration; `apps` is what an admin has set up before. */
export const startCaddy = async ({ apps }: { apps?: object } = {}): Promise<RunningCaddy> => {
  const home = mkdtempSync(join(tmpdir(), 'lunas-caddy-'))
  const root = join(home, 'sites')
  mkdirSync(root)
  const [adminPort, sitePort] = [await freePort(), await freePort()]
  const admin = `http://127.0.0.1:${adminPort}`
  const file = join(home, 'caddy.json')
  const listen = `127.0.0.1:${adminPort}`
  const own = apps ?? { http: { http_port: sitePort } }
  writeFileSync(file, JSON.stringify({ admin: { listen }, apps: own }))
  let child: ChildProcess | undefined

  const start = async ({ resume = false } = {}): Promise<void> => {
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home }
    const args = ['run', '--config', file, ...(resume ? ['--resume'] : [])]
    child = spawn('caddy', args, { env, stdio: 'ignore' })
    await untilUp(admin, child)
  }
  await start()
  return {
    admin,
    adminPort,
    config: async (path = '') => (await fetch(`${admin}/config/${path}`)).json(),
    kill: () => end(child),
    root,
    sitePort,
    start,
    stop: async () => {
      await end(child)
      rmSync(home, { force: true, recursive: true })
    },
  }
}
