import { DrizzleQueryError, is, Placeholder, type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import { createHash } from 'node:crypto'

type Built = { params: unknown[]; sql: string }

/** How node-postgres takes a statement; with a name, each connection parses and plans it once. */
type Config = { name?: string; text: string; types: unknown }

/** What Drizzle (0.45) keeps inside: how a statement is written, and where it goes. */
type Engine = {
  dialect: { sqlToQuery: (query: SQL) => Built }
  session: {
    client: { query: (config: Config, values: unknown[]) => Promise<{ rows: unknown[] }> }
    logger: { logQuery: (text: string, values: unknown[]) => void }
    prepareQuery: (
      ...args: [built: Built, fields: undefined, name: string | undefined, isArrayMode: boolean]
    ) => { rawQueryConfig: Config }
  }
}

type Values = Record<string, unknown>
type Fixed = { build: () => SQL; built?: Built }

/** A fixed statement with the values of one run. */
export type Filled = { fixed: Fixed; values: Values }

/** What can be run: a statement written for this once, or a fixed one with its values. */
export type Statement = Filled | SQL

/** Texts of statements differ by the number of rows that they write, never by what is in them. */
const MOST_NAMES = 400
const configs = new Map<string, Config>()

const configOf = (session: Engine['session'], built: Built): Config => {
  const known = configs.get(built.sql)
  if (known) {
    return known
  }
  const hash = createHash('sha256').update(built.sql).digest('base64url').slice(0, 24)
  const name = configs.size < MOST_NAMES ? `lunas_${hash}` : undefined
  const config = session.prepareQuery(built, undefined, name, false).rawQueryConfig
  if (name) {
    configs.set(built.sql, config)
  }
  return config
}

const isFilled = (query: Statement): query is Filled => 'fixed' in query

const fill = (dialect: Engine['dialect'], { fixed, values }: Filled): Built => {
  fixed.built ??= dialect.sqlToQuery(fixed.build())
  const params = fixed.built.params.map((param) =>
    is(param, Placeholder) ? values[param.name] : param,
  )
  return { params, sql: fixed.built.sql }
}

/**
 * Declares a statement whose text is always the same: it is put together at its first run and only filled
 * from then on. For what runs with every request; what depends on its values is written anew each time.
 *
 * @param build Writes it; `value('token')` stands for the value of that name
 * @returns Takes the values, for `rows`
 */
export const defineStatement = <V extends Values>(
  build: (value: (name: keyof V & string) => SQL) => SQL,
): ((values: V) => Filled) => {
  const fixed: Fixed = { build: () => build((name) => sql`${sql.placeholder(name)}`) }
  return (values) => ({ fixed, values })
}

/**
 * Runs one statement of our own and returns its rows. It has a name, so that each connection parses
 * and plans it once: at our sizes that is more than half of what Postgres would do for it.
 *
 * @throws DrizzleQueryError with the database's own error as its `cause`
 */
export const runStatement = async <T>(db: object, query: Statement): Promise<T[]> => {
  const { dialect, session } = db as Engine
  const built = isFilled(query) ? fill(dialect, query) : dialect.sqlToQuery(query)
  session.logger.logQuery(built.sql, built.params)
  // The driver writes into what it is given.
  const config = { ...configOf(session, built) }
  try {
    return (await session.client.query(config, built.params)).rows as T[]
  } catch (error) {
    throw new DrizzleQueryError(built.sql, built.params, error as Error)
  }
}
