import { spawnSync } from 'node:child_process'

/** Everything that is generated and committed, in the order in which one needs the other. */
const generators: readonly (readonly string[])[] = [
  ['node_modules/payload/bin.js', 'generate:types'],
  ['node_modules/payload/bin.js', 'generate:importmap'],
  ['--conditions=production', '--import', 'tsx', 'src/config/envExample.ts', '--write'],
  ['--conditions=production', '--import', 'tsx', 'tests/config/machineTables.ts', '--write'],
]

for (const script of generators) {
  // The settings of the build phase: generating asks neither database nor gateway.
  const env = { ...process.env, NEXT_PHASE: 'phase-production-build' }
  const { status } = spawnSync(process.execPath, script, { env, stdio: 'inherit' })
  if (status !== 0) {
    process.exitCode = 1
    break
  }
}
