import { drawSpk } from '../../src/plugin/spk/document'
import { NIK, spkContent, spkFacts, spkIssue } from '../factories/spkContent'
import type { Group } from '../support/figures/program'
import { atLeast, atMost, type Measured } from '../support/figures/row'

const FULL_RUNS = 300
const LEAST_RUNS = 30
const WARM_UP = 10
/** The longest plan that a shop may offer. */
const TENOR = 35

/** Every agreement is of another customer and order, as in life. */
const draw = async (number: number): Promise<number> => {
  const { customer } = spkFacts()
  const content = spkContent({
    customer: { ...customer, name: `Pelanggan Nomor ${number}` },
    orderNumber: `HZ-${String(number).padStart(6, '0')}`,
    tenor: TENOR,
  })
  const { bytes } = await drawSpk({ content, issue: spkIssue(content), nik: NIK })
  return bytes.length
}

/** What an issued agreement of three years costs, one after the other in one process. */
export const spk: Group = async ({ size }): Promise<Measured[]> => {
  const runs = Math.max(LEAST_RUNS, Math.round(FULL_RUNS * size))
  for (let number = 0; number < WARM_UP; number++) {
    await draw(number)
  }
  const [times, sizes]: [number[], number[]] = [[], []]
  const startedAt = performance.now()
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    sizes.push(await draw(WARM_UP + run))
    times.push(performance.now() - from)
  }
  const seconds = (performance.now() - startedAt) / 1_000
  const sorted = times.sort((a, b) => a - b)
  const detail = `${runs} agreements of ${TENOR} instalments and a down payment`
  return [
    {
      bar: atLeast(15),
      detail,
      name: 'spk-per-second',
      unit: '/s',
      value: runs / seconds,
    },
    {
      bar: atMost(150),
      detail: 'content built, hashed and drawn',
      name: 'spk-p95',
      unit: 'ms',
      value: Math.round(sorted[Math.ceil(runs * 0.95) - 1] ?? Number.NaN),
    },
    {
      bar: atMost(500_000),
      detail: 'the largest, with its fonts and codes',
      name: 'spk-bytes',
      unit: 'B',
      value: Math.max(...sizes),
    },
  ]
}
