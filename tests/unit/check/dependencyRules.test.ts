import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Every file of a small repository that breaks rules, and the rule that must notice. */
const wrong: [file: string, imported: string, rule: string][] = [
  ['src/plugin/kernel/money/a.ts', '../payload/ids', 'pure-kernel'],
  ['src/plugin/kernel/time/b.ts', 'zod', 'pure-kernel'],
  ['src/plugin/kernel/payload/c.ts', '../../orders', 'kernel-is-the-bottom'],
  ['src/plugin/orders/d.ts', 'graphile-worker', 'one-queue'],
  ['src/plugin/orders/e.ts', '../../config/env', 'plugin-stands-alone'],
  ['src/plugin/orders/f.ts', '../payments/rules', 'front-doors'],
  ['src/plugin/payments/g.ts', '../orders', 'layers-payments'],
  ['src/plugin/hosting/h.ts', '../fulfilment', 'layers-hosting'],
  ['src/plugin/payments/rules/i.ts', 'payload', 'pure-files'],
  ['src/plugin/orders/machine.ts', '../kernel/payload/ids', 'pure-files'],
  ['src/plugin/orders/schema.ts', 'node:fs', 'pure-files'],
  ['src/plugin/orders/j.ts', '../adapters/duitku', 'no-vendor-in-features'],
  ['src/plugin/adapters/duitku/k.ts', '../../payments', 'adapters-know-ports'],
  ['src/plugin/orders/l.ts', 'node:http', 'only-adapters-open-sockets'],
  ['src/app/m.ts', '../plugin/adapters/duitku', 'routes-are-thin'],
  ['src/app/n.ts', '../plugin/payments/rules', 'front-doors-for-the-shop'],
  ['src/storefront/o.ts', '../app/q', 'storefront-knows-no-route'],
  ['src/app/p.ts', '../dev/seed', 'dev-stays-home'],
  ['payload.config.ts', './src/dev/seed', 'dev-stays-home'],
  ['src/app/r.ts', '../../tests/support', 'no-tests-in-src'],
  ['src/app/s.ts', './t', 'no-cycles'],
  ['src/app/u.ts', './nowhere', 'resolvable'],
]

/** The other half of the cycle, which is reported once. */
const partner: [file: string, imported: string] = ['src/app/t.ts', './s']

/** Imports that must stay allowed. */
const right: [file: string, imported: string][] = [
  ['src/plugin/orders/aa.ts', '../payments'],
  ['src/plugin/orders/ab.ts', '../payments/port'],
  ['src/plugin/adapters/duitku/ac.ts', '../../payments/port'],
  ['src/plugin/adapters/duitku/ad.ts', '../../kernel/money'],
  ['src/plugin/adapters/duitku/ae.ts', 'node:http'],
  ['src/plugin/kernel/queue/af.ts', 'graphile-worker'],
  ['src/plugin/kernel/money/ag.ts', '../errors'],
  ['src/plugin/orders/rules.ts', '../kernel/money'],
  ['src/app/ah.ts', '../plugin/orders'],
  ['src/plugin/index.ts', './orders'],
  ['src/dev/ai.ts', '../plugin/adapters/duitku'],
  ['payload.config.ts', './src/plugin'],
]

const empty = [
  'src/plugin/kernel/payload/ids.ts',
  'src/plugin/kernel/money/index.ts',
  'src/plugin/kernel/errors/index.ts',
  'src/plugin/orders/index.ts',
  'src/plugin/payments/index.ts',
  'src/plugin/payments/port.ts',
  'src/plugin/payments/rules.ts',
  'src/plugin/fulfilment/index.ts',
  'src/plugin/adapters/duitku/index.ts',
  'src/config/env.ts',
  'src/app/q.ts',
  'src/dev/seed.ts',
  'tests/support/index.ts',
]

type Violation = { from: string; rule: { name: string } }

describe('the dependency rules', () => {
  const root = mkdtempSync(join(tmpdir(), 'dependency-rules-'))
  let violations: Violation[] = []

  beforeAll(() => {
    writeRepository(root)
    violations = cruise(root)
  }, 60_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const rulesFor = (file: string) =>
    violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)

  it.each(wrong)('%s may not import %s', (file, _imported, rule) => {
    expect(rulesFor(file)).toContain(rule)
  })

  it.each(right.filter(([file]) => !wrong.some(([other]) => other === file)))(
    '%s may import %s',
    (file) => {
      expect(rulesFor(file)).toEqual([])
    },
  )
})

function writeRepository(root: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const packages = ['payload', 'zod', 'graphile-worker']
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'exports.x = 1')
  }
  const dependencies = Object.fromEntries(packages.map((name) => [name, '*']))
  write('package.json', JSON.stringify({ name: 'fixture', dependencies }))
  write('tsconfig.json', '{ "compilerOptions": { "moduleResolution": "bundler" } }')
  const imports = new Map<string, string[]>(empty.map((file) => [file, []]))
  for (const [file, imported] of [...wrong, ...right, partner]) {
    imports.set(file, [...(imports.get(file) ?? []), `import ${JSON.stringify(imported)}`])
  }
  for (const [file, lines] of imports) write(file, [...lines, 'export {}'].join('\n'))
}

function cruise(root: string): Violation[] {
  const script = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = resolve('tests/config/dependency-rules.cjs')
  const args = [script, '--config', config, '--output-type', 'json', 'src', 'payload.config.ts']
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const report = JSON.parse(run.stdout) as { summary: { violations: Violation[] } }
  return report.summary.violations
}
