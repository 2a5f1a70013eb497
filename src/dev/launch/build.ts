import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createFamily, type Family } from './family'
import { buildStamp, hashSources, isBuildFresh } from './freshness'
import { nextProgram } from './next'

/**
 * Runs `next build` unless the last build was made from the same sources. It needs no database: the
 * settings of the build phase stand in for missing ones.
 */
export const buildWhenStale = async (family: Family): Promise<'built' | 'fresh'> => {
  const hash = hashSources()
  if (isBuildFresh(hash)) {
    return 'fresh'
  }
  rmSync(buildStamp(hash).file, { force: true })
  await family.run({
    args: [nextProgram, 'build'],
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    name: 'build',
  })
  const { file, text } = buildStamp(hash)
  mkdirSync(dirname(file), { mode: 0o711, recursive: true })
  writeFileSync(file, text)
  return 'built'
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const family = createFamily((line) => process.stdout.write(`${line}\n`))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void family.stop().then(() => process.exit(130)))
  }
  try {
    const result = await buildWhenStale(family)
    process.stdout.write(result === 'fresh' ? 'The build is fresh.\n' : 'Built.\n')
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
