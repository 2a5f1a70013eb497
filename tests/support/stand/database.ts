import pg from 'pg'

/** Statements against the stand's database, from outside the shop. */
export type Database = {
  end: () => Promise<void>
  rows: <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>
}

/** Opens a small pool that outlives restarts of the server. */
export const openDatabase = (connectionString: string): Database => {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 5000, max: 4 })
  pool.on('error', () => undefined)
  return {
    end: () => pool.end(),
    rows: async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> =>
      (await pool.query<T>(text, values)).rows,
  }
}
