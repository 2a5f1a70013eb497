/** What one check found, in plain words. */
export type Finding = { name: string; verdict: 'FAIL' | 'OK' | 'WARN'; words: string }

/** One question to the machine or to the shop's surroundings. */
export type Check = { name: string; run: () => Promise<Finding[]> | Finding[] }

/** Makes the three kinds of finding of one check. */
export const findingsOf = (name: string) => ({
  fail: (words: string): Finding => ({ name, verdict: 'FAIL', words }),
  ok: (words: string): Finding => ({ name, verdict: 'OK', words }),
  warn: (words: string): Finding => ({ name, verdict: 'WARN', words }),
})

/** The words of anything that was thrown. Connection errors of Node often have an empty message. */
export const wordsOf = (error: unknown): string => {
  if (error instanceof AggregateError) {
    return error.errors.map(wordsOf).join('; ')
  }
  const cause = error instanceof Error && error.cause ? ` (${wordsOf(error.cause)})` : ''
  return error instanceof Error ? `${error.message}${cause}` : String(error)
}

/** Runs all checks at once; one that breaks is a finding too, never the end of the others. */
export const runChecks = async (checks: readonly Check[]): Promise<Finding[]> => {
  const findings = await Promise.all(
    checks.map(async ({ name, run }) => {
      try {
        return await run()
      } catch (error) {
        return [findingsOf(name).fail(wordsOf(error))]
      }
    }),
  )
  return findings.flat()
}

/** The findings as a table, one line each. */
export const describeFindings = (findings: readonly Finding[]): string => {
  const width = Math.max(...findings.map(({ name }) => name.length))
  return findings
    .map(({ name, verdict, words }) => `${verdict.padEnd(4)}  ${name.padEnd(width)}  ${words}`)
    .join('\n')
}
