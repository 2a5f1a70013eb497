import { execFile } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const folder = join(process.cwd(), 'src/migrations')

describe('the committed migrations', () => {
  it('make the very schema that the collections declare', async () => {
    const before = new Set(readdirSync(folder))
    const args = ['node_modules/payload/bin.js', 'migrate:create', 'drift', '--skip-empty']
    const env = { ...process.env, PAYLOAD_CONFIG_PATH: 'payload.config.ts' }
    await run(process.execPath, args, { env })
    const added = readdirSync(folder).filter((name) => !before.has(name))
    for (const name of added) {
      rmSync(join(folder, name))
    }
    expect(added, 'run `npx payload migrate:create NAME` and commit what it writes').toEqual([])
  }, 120_000)
})
