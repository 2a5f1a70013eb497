import { describe, expect, it } from 'vitest'

import { findForbidden, isBin } from '../../config/forbiddenWords'

const path = 'src/plugin/orders/rules.ts'

describe('what must not be committed', () => {
  it.each([
    "const home = '/home/somebody/shop'",
    'read(`/tmp/x`)',
    '// TO' + 'DO: later',
    '/* FIX' + 'ME */',
    '// eslint' + '-disable-next-line',
    '// @ts-' + 'ignore',
  ])('%s', (line) => {
    expect(findForbidden({ path, text: `first\n${line}` })).toEqual([
      expect.stringMatching(/^src\/plugin\/orders\/rules\.ts:2: /),
    ])
  })

  it('leaves addresses and words that only look alike', () => {
    const text = "fetch('https://example.com/home/x'); const todo = mastodon; href='/produk'"
    expect(findForbidden({ path, text })).toEqual([])
  })

  it('lets development look into folders of the machine', () => {
    expect(findForbidden({ path: 'src/dev/postgres/home.ts', text: "'/tmp/socket'" })).toEqual([])
  })

  it('refuses names under which everything fits', () => {
    expect(['src/utils/a.ts', 'src/a/helpers.ts', 'src/data/x.json'].every(isBin)).toBe(true)
    expect(['src/a/database.ts', 'src/dataSource.ts', 'src/a/rules.ts'].some(isBin)).toBe(false)
  })
})
