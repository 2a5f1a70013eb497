import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What goes into a build; `src/dev` and the migrations are never part of it. */
const sources = [
  'next.config.mjs',
  'package-lock.json',
  'payload.config.ts',
  'postcss.config.mjs',
  'src',
  'tsconfig.json',
]
const ignored = new Set([join('src', 'dev'), join('src', 'migrations')])

/** Settings that `next build` writes into its output (content security policy). */
const bakedSettings = ['DUITKU_POP_URL']

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (ignored.has(path)) {
      return []
    }
    return entry.isDirectory() ? listFiles(path) : [path]
  })

const filesOf = (path: string): string[] =>
  !existsSync(path) ? [] : path === 'src' ? listFiles(path).sort() : [path]

/** One hash over everything that decides what `next build` makes. */
export const hashSources = (): string => {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of sources.flatMap(filesOf)) {
    hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  for (const name of bakedSettings) {
    hash.update(`\0${name}=${process.env[name] ?? ''}`)
  }
  return hash.digest('hex')
}

const stampFile = join('.lunas', 'build-hash')

const buildId = (): string => {
  const file = join('.next', 'BUILD_ID')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

/** Whether `.next` holds the build of exactly these sources. */
export const isBuildFresh = (hash: string): boolean =>
  buildId() !== '' &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === `${hash} ${buildId()}`

/** Text that marks the present build as made from these sources. */
export const buildStamp = (hash: string): { file: string; text: string } => ({
  file: stampFile,
  text: `${hash} ${buildId()}`,
})
