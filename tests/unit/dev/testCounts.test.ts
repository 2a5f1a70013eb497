import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countStep, nameFailures } from '@/dev/testCounts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lunas-counts-'))

const reportFile = (report: unknown): string => {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('the last line of npm test', () => {
  it('counts a step without a report as one', () => {
    expect(countStep({ exitCode: 0, file: '' })).toEqual({ failed: 0, passed: 1 })
    expect(countStep({ exitCode: 1, file: '' })).toEqual({ failed: 1, passed: 0 })
  })

  it('counts the tests of a vitest report, and files that could not be loaded', () => {
    const file = reportFile({
      numFailedTests: 1,
      numPassedTests: 5,
      testResults: [
        { assertionResults: [], status: 'failed' },
        { assertionResults: [{}], status: 'failed' },
      ],
    })
    expect(countStep({ exitCode: 1, file, kind: 'vitest' })).toEqual({ failed: 2, passed: 5 })
  })

  it('counts the tests of a playwright report', () => {
    const file = reportFile({ errors: [], stats: { expected: 7, flaky: 1, unexpected: 2 } })
    expect(countStep({ exitCode: 1, file, kind: 'playwright' })).toEqual({ failed: 2, passed: 8 })
  })

  it('is red for no tests, no report, and a runner that failed without a failed test', () => {
    const none = reportFile({ numFailedTests: 0, numPassedTests: 0, testResults: [] })
    const fine = reportFile({ numFailedTests: 0, numPassedTests: 3, testResults: [] })
    expect(countStep({ exitCode: 0, file: none, kind: 'vitest' }).failed).toBe(1)
    expect(countStep({ exitCode: 0, file: '/nowhere', kind: 'vitest' }).failed).toBe(1)
    expect(countStep({ exitCode: 1, file: fine, kind: 'vitest' })).toEqual({ failed: 1, passed: 3 })
  })

  it('names the tests that failed and the files that could not be loaded', () => {
    const vitest = reportFile({
      testResults: [
        {
          assertionResults: [],
          message: 'no such module\nat x',
          name: 'a.test.ts',
          status: 'failed',
        },
        {
          assertionResults: [
            {
              failureMessages: ['AssertionError: 1 is not 2\n  at'],
              fullName: 'adds',
              status: 'failed',
            },
            { fullName: 'subtracts', status: 'passed' },
          ],
          name: 'b.test.ts',
          status: 'failed',
        },
      ],
    })
    expect(nameFailures({ file: vitest, kind: 'vitest' })).toEqual([
      'a.test.ts: no such module',
      'b.test.ts › adds: AssertionError: 1 is not 2',
    ])
    const playwright = reportFile({
      errors: [{ message: 'no server' }],
      suites: [
        {
          suites: [
            {
              specs: [
                {
                  file: 'c.spec.ts',
                  ok: false,
                  tests: [{ results: [{ error: { message: 'late\n' } }] }],
                  title: 'pays',
                },
                { file: 'c.spec.ts', ok: true, tests: [], title: 'looks' },
              ],
            },
          ],
        },
      ],
    })
    expect(nameFailures({ file: playwright, kind: 'playwright' })).toEqual([
      'no server',
      'c.spec.ts › pays: late',
    ])
    expect(nameFailures({ file: '' })).toEqual([])
  })
})
