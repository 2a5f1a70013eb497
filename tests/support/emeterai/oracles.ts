import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program is on this machine. */
export const hasProgram = (name: string): boolean =>
  spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined

/** What a program says of a file. */
export function askProgram(name: string, bytes: Uint8Array, flags: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'emeterai-'))
  try {
    const path = join(folder, 'file.pdf')
    writeFileSync(path, bytes)
    return execFileSync(name, [...flags, path], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { force: true, recursive: true })
  }
}
