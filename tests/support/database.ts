import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildDatabaseUrl, createDatabase, dropDatabase, type ServerAddress } from '@/dev/postgres'
import { testEnvironment } from './environment'

/** The migrated, empty database from which every test file gets a copy. */
export const templateDatabase = 'template_app'

const migrateFile = fileURLToPath(new URL('../../src/dev/migrate.ts', import.meta.url))

/** Node 20 under load: the loader sometimes loses an import and the process ends with 13. */
const LOST_IMPORT = 13
const ATTEMPTS = 5

type Outcome = { code: null | number; report: string }

/** Runs the migrations in a process of their own: Payload's pool would keep the template busy. */
const runMigrations = (url: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = fork(migrateFile, {
      env: { ...process.env, ...testEnvironment, DATABASE_URL: url },
      execArgv: ['--conditions=production', '--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let report = ''
    // Payload tells on stdout which migration failed and why, then ends the process itself.
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (report += chunk.toString()))
    }
    child.once('exit', (code) => resolve({ code, report }))
  })

const migrate = async (url: string): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    const { code, report } = await runMigrations(url)
    if (code === 0) {
      return
    }
    if (code !== LOST_IMPORT || attempt >= ATTEMPTS) {
      throw new Error(`The migrations failed (${code}):\n${report}`)
    }
  }
}

/** Creates and migrates the template. */
export const createTemplate = async (server: ServerAddress): Promise<void> => {
  await createDatabase({ database: templateDatabase, server })
  await migrate(buildDatabaseUrl({ ...server, database: templateDatabase }))
}

/** Gives the caller a fresh copy of the template under this name and returns its address. */
export const freshDatabase = async (args: {
  database: string
  server: ServerAddress
}): Promise<string> => {
  await dropDatabase(args)
  await createDatabase({ ...args, template: templateDatabase })
  return buildDatabaseUrl({ ...args.server, database: args.database })
}
