import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const folder = join('.lunas', 'media')

const list = (): string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** Remembers the demo shop's pictures; the returned function removes those that came since. */
export const rememberUploads = (): (() => void) => {
  const before = new Set(list())
  return () => {
    for (const file of list().filter((name) => !before.has(name))) {
      rmSync(join(folder, file), { force: true })
    }
  }
}
