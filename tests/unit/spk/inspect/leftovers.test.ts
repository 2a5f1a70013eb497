import { mkdtemp, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { clock } from '@/plugin/kernel/time'
import { makePrivateFolder } from '@/plugin/spk/inspect/leftovers'

let place = ''

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'leftovers-'))
  vi.stubEnv('TMPDIR', place)
})

afterEach(async () => {
  clock.release()
  vi.unstubAllEnvs()
  await rm(place, { force: true, recursive: true })
})

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    () => false,
  )

describe('The private folders of the inspector', () => {
  it('go when their worker was killed long ago', async () => {
    const left = await makePrivateFolder()
    const old = new Date(Date.now() - 16 * 60_000)
    await utimes(left, old, old)
    await makePrivateFolder()
    expect(await isThere(left)).toBe(false)
  })

  it('stay while another worker is busy in them, whatever a clock says', async () => {
    const busy = await makePrivateFolder()
    clock.freeze(new Date('2099-01-01T00:00:00Z'))
    await makePrivateFolder()
    expect(await isThere(busy)).toBe(true)
  })
})
