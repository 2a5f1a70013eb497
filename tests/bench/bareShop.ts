import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { hashSources } from '@/dev/launch/freshness'

const FOLDER = join('.lunas', 'bare-shop')
const ROUTE = join('src', 'app', '(payload)', 'api', 'bench', 'callback', 'route.ts')
const COPIED = [
  'package.json',
  'payload.config.ts',
  'postcss.config.mjs',
  'public',
  'src',
  'tsconfig.json',
]
const stamp = join(FOLDER, 'build-hash')

/** The copy lies inside this folder, so that both find the same `node_modules`. */
const writeConfig = (): void => {
  cpSync('next.config.mjs', join(FOLDER, 'next.config.shop.mjs'))
  const root = JSON.stringify(resolve('.'))
  writeFileSync(
    join(FOLDER, 'next.config.mjs'),
    `import shop from './next.config.shop.mjs'

export default { ...shop, outputFileTracingRoot: ${root}, turbopack: { ...shop.turbopack, root: ${root} } }
`,
  )
}

const copyShop = (): void => {
  for (const name of COPIED) {
    rmSync(join(FOLDER, name), { force: true, recursive: true })
    cpSync(name, join(FOLDER, name), { recursive: true })
  }
  writeConfig()
  mkdirSync(join(FOLDER, dirname(ROUTE)), { recursive: true })
  cpSync('tests/bench/bareRoute.ts', join(FOLDER, ROUTE))
}

const build = (): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build'], {
      cwd: FOLDER,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code) =>
      code === 0 ? done() : fail(new Error(`The bare shop was not built: code ${code}`)),
    )
  })

/**
 * Builds, unless it is there already, a copy of this very shop with one more route: the bare callback
 * handler against which ours is measured in one and the same server. Answers its folder.
 */
export const buildBareShop = async (): Promise<string> => {
  const hash = createHash('sha256')
    .update(hashSources())
    .update(readFileSync('tests/bench/bareRoute.ts'))
    .update(readFileSync('tests/bench/bareShop.ts'))
    .digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    process.stderr.write('Building the shop with the bare route …\n')
    mkdirSync(FOLDER, { mode: 0o711, recursive: true })
    rmSync(stamp, { force: true })
    copyShop()
    await build()
    writeFileSync(stamp, hash)
  }
  return FOLDER
}
