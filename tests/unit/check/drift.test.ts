import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { findDrift } from '../../config/drift'

describe('a generated file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drift-'))
  const file = join(folder, 'generated.txt')
  const generator = (text: string) => [
    '-e',
    `require('node:fs').writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(text)})`,
  ]
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is accepted when its generator writes it again', () => {
    writeFileSync(file, 'same')
    expect(findDrift({ file, script: generator('same') })).toBeUndefined()
  })

  it('is refused, and left as it was, when its generator writes something else', () => {
    writeFileSync(file, 'old')
    expect(findDrift({ file, script: generator('new') })).toContain('is out of date')
    expect(readFileSync(file, 'utf8')).toBe('old')
  })

  it('is refused when it was never committed, and when its generator fails', () => {
    rmSync(file)
    expect(findDrift({ file, script: generator('new') })).toContain('is out of date')
    expect(existsSync(file)).toBe(false)
    expect(findDrift({ file, script: ['-e', 'process.exit(3)'] })).toContain('failed')
  })
})
