import pg from 'pg'

/** What reaches one embedded server: it listens on 127.0.0.1 only. */
export type ServerAddress = { password: string; port: number }

/** The account that owns the demo shop's database. */
export const serverUser = 'lunas'

/** Address of one database of the server, as `DATABASE_URL` wants it. */
export const buildDatabaseUrl = (args: ServerAddress & { database: string }): string =>
  `postgres://${serverUser}:${encodeURIComponent(args.password)}@127.0.0.1:${args.port}/${args.database}`

/** Opens one connection, runs the work and closes it. */
export const withConnection = async <T>(args: {
  url: string
  work: (client: pg.Client) => Promise<T>
}): Promise<T> => {
  const client = new pg.Client({ connectionString: args.url, connectionTimeoutMillis: 5000 })
  // A server that stops cuts idle connections; the awaited statement reports it, not this event.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await args.work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Creates the database unless it exists; as a copy of the template when one is named. */
export const createDatabase = async (args: {
  database: string
  server: ServerAddress
  template?: string
}): Promise<void> => {
  const name = pg.escapeIdentifier(args.database)
  const template = args.template ? ` TEMPLATE ${pg.escapeIdentifier(args.template)}` : ''
  await withConnection({
    url: buildDatabaseUrl({ ...args.server, database: 'postgres' }),
    work: async (client) => {
      const found = await client.query('select 1 from pg_database where datname = $1', [
        args.database,
      ])
      if (found.rowCount === 0) {
        await client.query(`CREATE DATABASE ${name}${template}`)
      }
    },
  })
}

/** Drops the database with everybody who is connected to it. */
export const dropDatabase = (args: { database: string; server: ServerAddress }): Promise<unknown> =>
  withConnection({
    url: buildDatabaseUrl({ ...args.server, database: 'postgres' }),
    work: (client) =>
      client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(args.database)} WITH (FORCE)`),
  })
