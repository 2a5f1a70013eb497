import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { HESTIA_KEY, startHestia } from './hestia'
import { PROXMOX_TOKEN, startProxmox } from './proxmox'
import { startWhm, WHM_TOKEN } from './whm'

const { env } = process

if (env.NODE_ENV === 'production' && env.LUNAS_DEMO !== '1') {
  throw new Error('The panel simulators refuse to run in production without LUNAS_DEMO=1')
}
const folder = env.PANEL_SIMULATORS_FOLDER || undefined
const host = env.PANEL_SIMULATORS_HOST || '127.0.0.1'
const firstPort = Number(env.PANEL_SIMULATORS_PORT || 3051)

if (folder !== undefined) {
  mkdirSync(folder, { mode: 0o700, recursive: true })
}

const optionsOf = (name: string, index: number) => ({
  host,
  keepIn: folder && join(folder, `${name}.json`),
  port: firstPort + index,
})

const panels = {
  hestia: { credential: HESTIA_KEY, ...(await startHestia(optionsOf('hestia', 0))) },
  proxmox: { credential: PROXMOX_TOKEN, ...(await startProxmox(optionsOf('proxmox', 2))) },
  whm: { credential: WHM_TOKEN, ...(await startWhm(optionsOf('whm', 1))) },
}

for (const [name, { address, certificate }] of Object.entries(panels)) {
  if (folder !== undefined) {
    writeFileSync(join(folder, `${name}.pem`), certificate)
  }
  process.stdout.write(`${name} simulator (stand-in, nobody's sites) at ${address}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all(Object.values(panels).map(({ close }) => close())).then(() => process.exit(0))
  })
}
