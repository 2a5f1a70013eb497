/*
 * Run as `bundle.mjs PROGRAM FILE`: puts a program of the inspecting process and all of its own sources into
 * one file. Packages stay outside. The first line says what it was made of: see `readyProgram.ts`.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

const [program = '', file = ''] = process.argv.slice(2)

const { metafile, outputFiles } = await build({
  absWorkingDir: dirname(program),
  bundle: true,
  entryPoints: [program],
  format: 'esm',
  logLevel: 'error',
  metafile: true,
  outfile: file,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  tsconfigRaw: '{}',
  write: false,
})

/** How it is bundled decides as well what comes out. */
const sources = [
  fileURLToPath(import.meta.url),
  ...Object.keys(metafile.inputs).map((path) => resolve(dirname(program), path)),
]
const hashes = await Promise.all(
  sources.map(async (path) => [
    path,
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  ]),
)
const made = JSON.stringify(Object.fromEntries(hashes))
const unfinished = `${file}.${process.pid}`
await mkdir(dirname(file), { mode: 0o700, recursive: true })
await writeFile(unfinished, `// ${made}\n${outputFiles[0].text}`, { mode: 0o600 })
await rename(unfinished, file)
