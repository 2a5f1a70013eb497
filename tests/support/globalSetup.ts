import type { TestProject } from 'vitest/node'
import { type ServerAddress, startDisposablePostgres } from '@/dev/postgres'
import { createTemplate } from './database'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: ServerAddress
  }
}

/** Starts one Postgres for the whole run and stops it afterwards. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await startDisposablePostgres()
  try {
    await createTemplate(server)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgres', { password: server.password, port: server.port })
  return server.stop
}
