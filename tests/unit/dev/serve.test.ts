import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nextStart } from '@/dev/launch/next'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

describe('the web process', () => {
  it('is started by a server’s own `npm run serve` as by `npm start`', () => {
    const [pool, program = '', command] = nextStart
    const serve = (scripts.serve ?? '').split(' ')
    expect(serve).toContain(pool)
    expect(serve.slice(-2)).toEqual([relative('.', program), command])
  })
})
