import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { drawReport, drawSealed } from '../../src/plugin/reports/document/drawReport'
import type { ReportContent, ReportFinding } from '../../src/plugin/reports/content'
import { severities } from '../../src/plugin/reports/rules'
import type { Group } from '../support/figures/program'
import { atMost, equal, type Measured } from '../support/figures/row'

const FINDINGS = 50
const FULL_RUNS = 20
const LEAST_RUNS = 5
const PASSWORD = 'kata-Sandi-yang-Panjang-1'
const SENTENCE = 'Parameter id pada halaman detail produk diteruskan langsung ke kueri basis data. '

const finding = (number: number): ReportFinding => ({
  affected: `https://toko.example/produk?id=${number}`,
  cvss: 9.8,
  description: SENTENCE.repeat(5),
  evidence: `GET /produk?id=${number}' OR 1=1 HTTP/1.1\nHost: toko.example\n\nHTTP/1.1 200 OK`,
  id: String(number),
  number,
  recommendation: SENTENCE.repeat(3),
  remark: null,
  severity: severities[number % severities.length] ?? 'info',
  status: 'open',
  title: `Temuan ${number}: injeksi SQL pada halaman produk`,
})

const content: ReportContent = {
  customer: 'Budi Santoso',
  findings: Array.from({ length: FINDINGS }, (_, at) => finding(at + 1)),
  issuedAt: '2026-11-22T03:00:00.000Z',
  locale: 'id',
  method: SENTENCE,
  noFindings: null,
  order: 'HZ/2026/000123',
  revision: 1,
  shopName: 'Hanzamas',
  summary: SENTENCE.repeat(4),
  target: null,
  title: 'Analisis Keamanan Web',
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0

const time = async (work: () => Promise<unknown>, runs: number): Promise<number> => {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return p95(times)
}

/** Whether Debian's qpdf, which is none of ours, opens it with this password. */
const opens = (file: string, password: string): boolean => {
  const { error, status } = spawnSync('qpdf', [`--password=${password}`, '--check', file])
  if (error) {
    throw new Error('qpdf is needed: apt-get install qpdf', { cause: error })
  }
  return status === 0
}

const judge = async (bytes: Uint8Array): Promise<[right: number, wrong: number]> => {
  const folder = await mkdtemp(join(process.cwd(), '.lunas', 'laporan-'))
  try {
    const file = join(folder, 'laporan.pdf')
    await writeFile(file, bytes)
    return [opens(file, PASSWORD) ? 1 : 0, opens(file, `${PASSWORD}!`) ? 1 : 0]
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What a report of fifty findings costs: drawn alone, and drawn and encrypted. */
export const reports: Group = async ({ size }): Promise<Measured[]> => {
  const runs = Math.max(LEAST_RUNS, Math.round(FULL_RUNS * size))
  const pictures = new Map()
  const draw = () => drawReport(content, { isDraft: false, pictures })
  const drawn = await time(draw, runs)
  const sealed = await time(() => drawSealed(content, { password: PASSWORD, pictures }), runs)
  const bytes = await drawSealed(content, { password: PASSWORD, pictures })
  const [right, wrong] = await judge(bytes)
  const isSame = hash(await draw()) === hash(await draw())
  return [
    {
      bar: atMost(10_000),
      baseline: Math.round(drawn),
      detail: `${FINDINGS} findings drawn and encrypted; the baseline is drawn alone, in the same run`,
      name: 'report-build-p95',
      unit: 'ms',
      value: Math.round(sealed),
    },
    {
      bar: atMost(500),
      detail: 'with its fonts, of which only the letters used are in it',
      name: 'report-size',
      unit: 'kB',
      value: Math.round(bytes.length / 1_000),
    },
    {
      bar: equal(1),
      detail: 'qpdf finds no fault in it with the password',
      name: 'report-opens',
      unit: '',
      value: right,
    },
    {
      bar: equal(0),
      detail: 'and does not open it with another',
      name: 'report-opens-wrongly',
      unit: '',
      value: wrong,
    },
    {
      bar: equal(1),
      detail: 'the same content gives the same bytes before it is encrypted',
      name: 'report-repeats',
      unit: '',
      value: isSame ? 1 : 0,
    },
  ]
}
