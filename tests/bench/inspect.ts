import { analyseReturn } from '../../src/plugin/spk/evidence'
import { issueAgreement } from '../support/spk/realIssue'
import { scanSheets } from '../support/spk/scanner'
import { printsOf, signSheets } from '../support/spk/sheet'
import type { Group } from '../support/figures/program'
import { atMost, equal, type Measured } from '../support/figures/row'

const FULL_RUNS = 9
const LEAST_RUNS = 3
const PAGES = 6

const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** A whole agreement, signed and scanned in colour at 200 dpi. */
const scanAgreement = async () => {
  const issued = await issueAgreement()
  const sheets = await printsOf(issued)
  signSheets(sheets, issued, { hand: 3, time: 1 })
  return { issued, returned: await scanSheets(sheets, 'colour', 3) }
}

/** What looking at a returned agreement costs, from starting the process to its end. */
export const inspectFigures: Group = async ({ size }): Promise<Measured[]> => {
  const { issued, returned } = await scanAgreement()
  const { readQr, token } = issued
  const runs = Math.max(LEAST_RUNS, Math.round(FULL_RUNS * size))
  const [peaks, times]: [number[], number[]] = [[], []]
  let red = 0
  for (let run = 0; run < runs; run++) {
    const args = { earlierHashes: [], issued, readQr, returned, token }
    const analysis = await analyseReturn({ ...args, mode: 'e-last' })
    if (analysis.kind === 'fault') {
      throw new Error(`An honest scan was sent back: ${analysis.fault}`)
    }
    red += analysis.findings.filter(({ severity }) => severity === 'red').length
    peaks.push(Number(analysis.tools['peakMb']))
    times.push(Number(analysis.tools['seconds']))
  }
  const pages = issued.layout.pages.length
  const detail = `${runs} runs of a scan of ${pages} pages at 200 dpi, ${(returned.length / 1e6).toFixed(1)} MB, in a process of its own`
  return [
    { bar: equal(PAGES), name: 'inspect-pages', unit: '', value: pages },
    { bar: atMost(3), detail, name: 'inspect-seconds', unit: 's', value: middleOf(times) },
    {
      bar: atMost(300),
      detail: 'the highest of all runs',
      name: 'inspect-rss',
      unit: 'MB',
      value: Math.max(...peaks),
    },
    { bar: equal(0), detail: 'and it is honest ink', name: 'inspect-red', unit: '', value: red },
  ]
}
