import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { buildCaddyConfig, readRoutes } from './config'
import { findCaddy } from './find'

const { env } = process

const readSaved = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const binary = findCaddy()
const home = env.CADDY_FOLDER ?? ''
if (binary === undefined || home === '') {
  throw new Error('CADDY_FOLDER and an installed Caddy are needed (CADDY_PATH).')
}
const ports = { admin: Number(env.CADDY_ADMIN_PORT), sites: Number(env.CADDY_PORT) }
const config = join(home, 'caddy.json')
mkdirSync(home, { recursive: true })
writeFileSync(
  config,
  JSON.stringify(buildCaddyConfig(ports, readRoutes(readSaved(join(home, 'caddy/autosave.json'))))),
)

// The launcher found these ports free: whoever listens is a Caddy whose keeper was killed.
await fetch(`http://127.0.0.1:${ports.admin}/stop`, { method: 'POST' }).catch(() => undefined)

const caddy = spawn(binary, ['run', '--config', config], {
  env: { ...env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
  stdio: ['ignore', 'ignore', 'inherit'],
})
caddy.once('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
caddy.once('exit', (code) => process.exit(code ?? 1))
caddy.once('spawn', () =>
  process.stdout.write(`Caddy shows sites at http://127.0.0.1:${ports.sites}\n`),
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => caddy.kill('SIGTERM'))
}
