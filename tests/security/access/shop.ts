import { randomBytes } from 'node:crypto'

import { getPayload, type Payload } from 'payload'

import { buildDatabaseUrl, createDatabase, startDisposablePostgres } from '@/dev/postgres'

import { testEnvironment } from '../../support/environment'
import { type Database, openDatabase } from '../../support/stand/database'
import { runProgram } from '../../support/stand/processes'

/** A shop of its own in this process, empty, and its database from outside. */
export type LoneShop = { close: () => Promise<void>; database: Database; payload: Payload }

/** A database of its own, with the shop's tables and nothing in them. */
export const startLoneDatabase = async (): Promise<{ stop: () => Promise<void>; url: string }> => {
  const server = await startDisposablePostgres()
  const database = `access_${randomBytes(3).toString('hex')}`
  await createDatabase({ database, server })
  const url = buildDatabaseUrl({ ...server, database })
  const env = { ...testEnvironment, DATABASE_URL: url }
  await runProgram({ args: [...process.execArgv, 'src/dev/migrate.ts'], env, name: 'migrate' })
  return { stop: () => server.stop(), url }
}

/** Opens it; once per process, because a config is bound to one database. */
export const openLoneShop = async (): Promise<LoneShop> => {
  const { stop, url } = await startLoneDatabase()
  const env = { ...testEnvironment, DATABASE_URL: url, RATE_LIMIT_FACTOR: '0' }
  Object.assign(process.env, env)
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  payload.logger.level = 'silent'
  const outside = openDatabase(url)
  return {
    close: async () => {
      await outside.end()
      await payload.db.destroy?.()
      await stop()
    },
    database: outside,
    payload,
  }
}
