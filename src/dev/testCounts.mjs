// Reads the reports of the test runners. Built-in modules only.
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ failed: number, passed: number }} Counts */

const fromVitest = (report) => {
  const emptyFailures = (report.testResults ?? []).filter(
    ({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    failed: (report.numFailedTests ?? 0) + emptyFailures.length,
    passed: report.numPassedTests ?? 0,
  }
}

const fromPlaywright = (report) => ({
  failed: (report.stats?.unexpected ?? 0) + (report.errors?.length ?? 0),
  passed: (report.stats?.expected ?? 0) + (report.stats?.flaky ?? 0),
})

const readReport = (file) => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

/**
 * Counts one step. A step without tests is red, and so is one that failed without a failed test.
 *
 * @param {{ exitCode: number | null, file: string, kind?: 'playwright' | 'vitest' }} step
 * @returns {Counts}
 */
export const countStep = ({ exitCode, file, kind }) => {
  if (kind === undefined) {
    return exitCode === 0 ? { failed: 0, passed: 1 } : { failed: 1, passed: 0 }
  }
  const report = readReport(file)
  const counts = report && (kind === 'vitest' ? fromVitest(report) : fromPlaywright(report))
  if (!counts || (counts.failed === 0 && (counts.passed === 0 || exitCode !== 0))) {
    return { failed: 1, passed: counts?.passed ?? 0 }
  }
  return counts
}

const firstLine = (text) =>
  String(text ?? '')
    .split('\n', 1)[0]
    .slice(0, 300)

const vitestFailures = (report) =>
  (report.testResults ?? []).flatMap(({ assertionResults, message, name, status }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) {
      return [`${name}: ${firstLine(message)}`]
    }
    return failed.map(
      (test) => `${name} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`,
    )
  })

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

const playwrightFailures = (report) => [
  ...(report.errors ?? []).map(({ message }) => firstLine(message)),
  ...specsOf(report)
    .filter(({ ok }) => ok === false)
    .map(({ file, tests, title }) => {
      const results = (tests ?? []).flatMap((test) => test.results ?? [])
      return `${file} › ${title}: ${firstLine(results.at(-1)?.error?.message)}`
    }),
]

/**
 * Names what failed, with the first line of why: the end of a long output is often all that is kept.
 *
 * @param {{ file: string, kind?: 'playwright' | 'vitest' }} step
 * @returns {string[]}
 */
export const nameFailures = ({ file, kind }) => {
  const report = kind && readReport(file)
  if (!report) {
    return []
  }
  return kind === 'vitest' ? vitestFailures(report) : playwrightFailures(report)
}
