import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { inFolder } from './downloads'

const run = (tool: string, ...args: string[]): string => {
  const done = spawnSync(tool, args, { encoding: 'utf8' })
  if (done.error || done.status !== 0) {
    throw new Error(`${tool}: ${done.stderr}`, { cause: done.error })
  }
  return done.stdout
}

/**
 * The text of a PDF as Debian's poppler reads it, after Debian's qpdf has found no fault; with single
 * spaces, because where a line is broken does not matter.
 */
export const readWords = (bytes: Uint8Array): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'a.pdf')
    await writeFile(file, bytes)
    run('qpdf', '--check', file)
    return run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ')
  })
