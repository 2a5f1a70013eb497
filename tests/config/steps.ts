import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One part of `npm run check`: a Node script with its arguments. */
export type Step = {
  name: string
  /** Path of the script and its arguments, run by this Node. */
  script: readonly string[]
  /** Leave the step out, and say why. */
  skip?: string
  env?: Readonly<Record<string, string>>
  /** Writes a file of the sources and puts it back: never beside a step that only reads. */
  writes?: true
}

const require = createRequire(import.meta.url)

/** The script behind a package's command, found without a shell so that it runs on every system. */
function findCommand(args: { name: string; command?: string }): string {
  const manifest = join('node_modules', args.name, 'package.json')
  const { bin } = require(join(process.cwd(), manifest)) as { bin: string | Record<string, string> }
  const path = typeof bin === 'string' ? bin : bin[args.command ?? args.name]
  if (path === undefined) throw new Error(`${args.name} has no command ${args.command}`)
  return join(dirname(manifest), path)
}

const typescript = ['--conditions=production', '--import', 'tsx']
const needsConfig = existsSync('payload.config.ts') ? {} : { skip: 'no payload.config.ts' }
const needsReadmes = existsSync('src/plugin') ? {} : { skip: 'no src/plugin' }
const sources = ['src', 'payload.config.ts'].filter((path) => existsSync(path))

/** Enough settings for a command that loads the config without a database. */
const generatorEnv = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  DUITKU_API_KEY: 'only-for-generating-files',
  DUITKU_MERCHANT_CODE: 'DS00001',
  LUNAS_DEMO: '1',
  MAIL_FROM: 'shop@example.com',
  PAYLOAD_SECRET: 'only-for-generating-files-0123456789abcdef',
  SERVER_URL: 'http://localhost:3000',
  SMTP_URL: 'smtp://127.0.0.1:1',
}

/** Everything `check` proves, cheapest first. Add a step here; nothing else needs to know. */
export const steps: readonly Step[] = [
  { name: 'words', script: [...typescript, 'tests/config/forbiddenWords.ts'] },
  {
    name: 'format',
    script: [
      findCommand({ name: 'prettier' }),
      ...['--check', '--log-level', 'warn', '--cache', '.'],
    ],
  },
  {
    name: 'dependencies',
    script: [
      findCommand({ name: 'dependency-cruiser', command: 'depcruise' }),
      ...['--config', 'tests/config/dependency-rules.cjs', ...sources],
    ],
  },
  {
    name: 'machine tables',
    script: [...typescript, 'tests/config/machineTables.ts'],
    ...needsReadmes,
  },
  {
    name: 'lint',
    script: [findCommand({ name: 'eslint' }), ...['--max-warnings', '0', '.']],
  },
  { name: 'unused', script: [findCommand({ name: 'knip' }), '--no-progress'] },
  { name: 'types', script: [findCommand({ name: 'typescript', command: 'tsc' }), '--noEmit'] },
  {
    name: 'drift: payload-types',
    script: [...typescript, 'tests/config/drift.ts', 'payload-types'],
    env: generatorEnv,
    writes: true,
    ...needsConfig,
  },
  {
    name: 'drift: import map',
    script: [...typescript, 'tests/config/drift.ts', 'import-map'],
    env: generatorEnv,
    writes: true,
    ...needsConfig,
  },
  {
    name: 'drift: .env.example',
    script: [...typescript, 'tests/config/drift.ts', 'env-example'],
    writes: true,
  },
]
