/**
 * Proves that a committed generated file is what its generator writes today.
 * Usage: node --conditions=production --import tsx tests/config/drift.ts payload-types|import-map|env-example
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** A file and the Node script that writes it. */
export type Generated = { file: string; script: readonly string[] }

const PAYLOAD = 'node_modules/payload/bin.js'

/** Everything generated that has one fixed name. Migrations need a database; their check stands with the migrations. */
export const generated: Readonly<Record<string, Generated>> = {
  'payload-types': { file: 'src/payload-types.ts', script: [PAYLOAD, 'generate:types'] },
  'import-map': {
    file: 'src/app/(payload)/admin/importMap.js',
    script: [PAYLOAD, 'generate:importmap'],
  },
  'env-example': {
    file: '.env.example',
    script: ['--conditions=production', '--import', 'tsx', 'src/config/envExample.ts', '--write'],
  },
}

/** Runs the generator, compares, and puts the file back as it was. Answers what is wrong, or nothing. */
export function findDrift({ file, script }: Generated): string | undefined {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  try {
    const run = spawnSync(process.execPath, script, { encoding: 'utf8', timeout: 180_000 })
    if (run.status !== 0) return `${script.join(' ')} failed:\n${run.stdout}${run.stderr}`
    const after = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    return before === after ? undefined : `${file} is out of date: run npm run generate`
  } finally {
    if (before === undefined) rmSync(file, { force: true })
    else writeFileSync(file, before)
  }
}

function main(name: string | undefined): void {
  const target = generated[name ?? '']
  if (!target) throw new Error(`Name one of: ${Object.keys(generated).join(', ')}`)
  const drift = findDrift(target)
  if (drift !== undefined) {
    console.error(drift)
    process.exitCode = 1
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2])
