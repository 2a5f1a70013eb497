import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { Group } from '../support/figures/program'

import { atMost, equal, type Measured } from '../support/figures/row'
import { scriptArgs } from '../support/outbox/ground'

const FULL_BYTES = 1024 ** 3
const LEAST_BYTES = 64 * 1024 ** 2
const PASSWORD = 'kata-Sandi-yang-Panjang-1'
const MB = 1_000_000

type Packed = { peak: number; seconds: number; size: number; stored: number }

const pack = async (folder: string, bytes: number): Promise<Packed> => {
  const args = [...scriptArgs('tests/bench/packOne.ts'), folder, String(bytes), PASSWORD]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Packed
}

/** Whether Debian's bsdtar, which is none of ours, reads the whole of it with this password. */
const opens = (zip: string, password: string): boolean => {
  const { error, status } = spawnSync('bsdtar', ['--passphrase', password, '-xOf', zip], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  if (error) {
    throw new Error('bsdtar is needed: apt-get install libarchive-tools', { cause: error })
  }
  return status === 0
}

const measure = async (folder: string, bytes: number): Promise<Measured[]> => {
  const { peak, seconds, stored } = await pack(folder, bytes)
  const zip = join(folder, 'paket.zip')
  return [
    {
      bar: atMost(300),
      detail: `${(bytes / MB).toFixed(0)} MB packed into ${(stored / MB).toFixed(0)} MB with AES-256, highest of a process of its own`,
      name: 'package-rss',
      unit: 'MB',
      value: Math.round(peak / MB),
    },
    {
      detail: 'reported: the worker does it beside everything else',
      name: 'package-rate',
      unit: 'MB/s',
      value: Math.round(bytes / MB / seconds),
    },
    {
      bar: equal(1),
      detail: 'bsdtar reads the whole of it with the password',
      name: 'package-opens',
      unit: '',
      value: opens(zip, PASSWORD) ? 1 : 0,
    },
    {
      bar: equal(0),
      detail: 'and nothing of it with another',
      name: 'package-opens-wrongly',
      unit: '',
      value: opens(zip, `${PASSWORD}!`) ? 1 : 0,
    },
  ]
}

/** What packing a large release takes of memory. */
export const packages: Group = async ({ size }) => {
  // Beside the project, not in a memory disk: the figure is the process's own memory.
  const folder = await mkdtemp(join(process.cwd(), '.lunas', 'paket-'))
  try {
    return await measure(folder, Math.max(LEAST_BYTES, Math.round(FULL_BYTES * size)))
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
