import { statfs } from 'node:fs/promises'
import type { Environment } from '../../config/env'
import { findChromium } from '../chromium'
import { isPortFree } from '../ports'
import { type Check, findingsOf } from './verdict'

const gigabyte = 1024 ** 3

const isNodeNewEnough = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

const nodeVersion: Check = {
  name: 'Node.js',
  run: () => {
    const { fail, ok } = findingsOf('Node.js')
    return [
      isNodeNewEnough()
        ? ok(`version ${process.versions.node}`)
        : fail(`version ${process.versions.node}; Lunas needs 20.19 or newer`),
    ]
  },
}

const diskSpace: Check = {
  name: 'disk',
  run: async () => {
    const { fail, ok, warn } = findingsOf('disk')
    const { bavail, bsize } = await statfs('.')
    const free = (bavail * bsize) / gigabyte
    const words = `${free.toFixed(1)} GB free here`
    if (free < 0.5) {
      return [fail(`${words}; the shop cannot write much longer`)]
    }
    return [free < 3 ? warn(`${words}; a build and its packages take about 2 GB`) : ok(words)]
  },
}

const chromium: Check = {
  name: 'Chromium',
  run: () => {
    const { ok, warn } = findingsOf('Chromium')
    const found = findChromium()
    return [found ? ok(found) : warn('none found; only the browser tests need it (CHROMIUM_PATH)')]
  },
}

const isLunasThere = async (port: number): Promise<boolean> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/live`, {
      signal: AbortSignal.timeout(3000),
    })
    return response.ok
  } catch {
    return false
  }
}

const webPort = (port: number): Check => ({
  name: 'port',
  run: async () => {
    const { ok, warn } = findingsOf('port')
    if (await isPortFree(port)) {
      return [ok(`${port} is free`)]
    }
    return [
      (await isLunasThere(port))
        ? ok(`the shop answers on ${port}`)
        : warn(`${port} is taken by another program; npm start moves to the next free one`),
    ]
  },
})

/** Questions about this machine. */
export const machineChecks = (settings: Environment | undefined): Check[] => [
  nodeVersion,
  diskSpace,
  chromium,
  webPort(settings?.PORT ?? Number(process.env.PORT || 3000)),
]
