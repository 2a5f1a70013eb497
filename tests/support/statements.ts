import pg from 'pg'

const realQuery = pg.Client.prototype.query

/** What is done with one statement: run it as it is, or let Postgres fail with this SQLSTATE. */
type Verdict = 'run' | { sqlState: string }

const textOf = ([first]: unknown[]): string =>
  typeof first === 'string' ? first : ((first as { text?: string }).text ?? '?')

const raise = (sqlState: string): string =>
  `do $$ begin raise exception 'on purpose' using errcode = '${sqlState}'; end $$`

const intercept = (judge: (text: string) => Verdict): void => {
  const query = function (this: pg.Client, ...given: unknown[]): unknown {
    const verdict = judge(textOf(given))
    if (verdict === 'run') {
      return Reflect.apply(realQuery, this, given)
    }
    const callback = given.find((value) => typeof value === 'function')
    return Reflect.apply(realQuery, this, [
      raise(verdict.sqlState),
      ...(callback ? [callback] : []),
    ])
  }
  pg.Client.prototype.query = query as typeof realQuery
}

/** Lets every statement through again. */
export const releaseStatements = (): void => {
  pg.Client.prototype.query = realQuery
}

/** The statements that this process sends to Postgres while `work` runs, in order. */
export const recordStatements = async (work: () => Promise<unknown>): Promise<string[]> => {
  const statements: string[] = []
  intercept((text) => {
    statements.push(text)
    return 'run'
  })
  try {
    await work()
  } finally {
    releaseStatements()
  }
  return statements
}

/**
 * Lets Postgres itself refuse the statement at place `at` (from 1) while `work` runs, as a timeout, a
 * deadlock or a lost serialisation would; `isReached` tells whether there was such a statement.
 */
export const failStatement = async <T>(
  fault: { at: number; sqlState: string },
  work: () => Promise<T>,
): Promise<{ isReached: boolean; result: PromiseSettledResult<T> }> => {
  let seen = 0
  intercept(() => {
    seen += 1
    return seen === fault.at ? { sqlState: fault.sqlState } : 'run'
  })
  try {
    const [result] = await Promise.allSettled([work()])
    return { isReached: seen >= fault.at, result }
  } finally {
    releaseStatements()
  }
}
