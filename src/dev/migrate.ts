import { pathToFileURL } from 'node:url'
import { getPayload } from 'payload'
import { env } from '../config/env'
import { migrateQueue } from '../plugin/kernel/queue'

/** Brings the shop's tables and the job queue up to date with the code. */
export const migrateDatabase = async (): Promise<void> => {
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, key: 'migrate' })
  await payload.db.migrate()
  await migrateQueue({ connectionString: env.DATABASE_URL })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.env.DISABLE_PAYLOAD_HMR ??= 'true'
  try {
    await migrateDatabase()
    // Payload's pool never lets the process end by itself (#11727).
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
