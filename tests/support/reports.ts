import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import { buildReport } from '@/plugin/reports/actions/buildReport'
import { openReportPassword } from '@/plugin/reports/password'
import { readRows } from './books'
import { inFolder } from './downloads'
import { testEnvironment } from './environment'
import type { OpenShop } from './openShop'
import type { LoggedIn } from './people'
import { callShop } from './purchase'

/** A revision, as the database has it. */
export type ReportRow = {
  accesses: { byName: null | string; what: string }[]
  expiresAt: null | string
  failure: null | string
  id: string
  revision: number
  sealed: string
  sentAt: null | string
  sha256: null | string
  size: null | number
  state: string
  storeKey: null | string
}

/** The reports of an order, the newest first. */
export const readReports = ({ payload }: OpenShop, token: string): Promise<ReportRow[]> =>
  readRows<ReportRow>(
    payload,
    sql`select r.id, r.revision::int as revision, r.state, r.size::float8 as size, r.sha256,
        r.store_key as "storeKey", r.sent_at as "sentAt", r.expires_at as "expiresAt", r.failure,
        r.password as sealed, (select coalesce(json_agg(json_build_object('what', a.what,
          'byName', a.by_name) order by a.at, a.id), '[]') from report_accesses a
          where a.report_id = r.id) as accesses
      from reports r join orders o on o.id = r.order_id where o.token = ${token}
      order by r.revision desc`,
  )

/** The newest report of an order. */
export const readReport = async (shop: OpenShop, token: string): Promise<ReportRow> =>
  (await readReports(shop, token))[0] ?? expect.unreachable()

/** The password that opens a report. */
export const passwordOf = ({ id: owner, sealed }: ReportRow): string =>
  openReportPassword({ owner, sealed, secret: testEnvironment.PAYLOAD_SECRET })

/** Writes something through the panel's own door. */
export const write = async (
  shop: OpenShop,
  args: { body: object; by: LoggedIn; collection: 'findings' | 'reportDrafts' },
): Promise<{ code?: string; id: string; status: number }> => {
  const { body, by, collection } = args
  const path = `/api/${slugsOf(shop.payload)[collection]}`
  const { code, json, status } = await callShop<{ doc?: { id: string } }>(shop, path, {
    body,
    headers: by.headers,
  })
  return { ...(code ? { code } : {}), id: json.doc?.id ?? '', status }
}

/** The least that a finding says. */
export const someFinding = (wish: Record<string, unknown> = {}) => ({
  affected: 'https://toko.example/produk?id=1',
  cvss: 9.8,
  description: 'Parameter id diteruskan langsung ke kueri basis data.',
  evidence: "GET /produk?id=1' OR 1=1 HTTP/1.1\nHost: toko.example",
  recommendation: 'Gunakan kueri dengan parameter terikat.',
  severity: 'critical',
  status: 'open',
  title: 'Injeksi SQL pada halaman produk',
  ...wish,
})

/** Writes a summary and, unless told otherwise, one finding. */
export const draftReport = async (
  shop: OpenShop,
  args: { by: LoggedIn; findings?: readonly Record<string, unknown>[]; fulfilmentId: string },
): Promise<string[]> => {
  const { by, findings = [someFinding()], fulfilmentId: fulfilment } = args
  const summary = 'Situs dapat diambil alih lewat satu halaman.'
  const noFindings = findings.length === 0 ? 'Tidak ada celah yang kami temukan.' : ''
  const body = { fulfilment, method: 'Uji manual.', noFindings, summary }
  expect((await write(shop, { body, by, collection: 'reportDrafts' })).status).toBe(201)
  const ids: string[] = []
  for (const finding of findings) {
    const written = { body: { ...finding, fulfilment }, by, collection: 'findings' } as const
    const { id, status } = await write(shop, written)
    expect(status).toBe(201)
    ids.push(id)
  }
  return ids
}

/** Issues the next revision, as staff do. */
export const issue = async (shop: OpenShop, args: { by: LoggedIn; fulfilmentId: string }) => {
  const { by, fulfilmentId } = args
  const path = `/api/${slugsOf(shop.payload).reports}/deliveries/${fulfilmentId}/issue`
  return callShop<{ report: { id: string; revision: number } }>(shop, path, {
    body: {},
    headers: by.headers,
  })
}

/** Issues the next revision and builds it, with a draft if there is none. */
export const issueAny = async (
  shop: OpenShop,
  args: { by: LoggedIn; fulfilmentId: string },
): Promise<string> => {
  const drafts = await readRows(
    shop.payload,
    sql`select 1 from report_drafts where fulfilment_id = ${args.fulfilmentId}`,
  )
  if (drafts.length === 0) {
    await draftReport(shop, args)
  }
  const { json, status } = await issue(shop, args)
  expect(status).toBe(201)
  await buildReport(shop.payload, json.report.id)
  return json.report.id
}

/** What Debian's qpdf and poppler, which are none of ours, make of a file. */
export type Judged = { check: string; info: string; opens: boolean; text: string }

/** Opens a PDF with a password by tools that are none of ours. */
export const judgePdf = (bytes: Buffer, password: string): Promise<Judged> =>
  inFolder(async (folder) => {
    const file = join(folder, 'laporan.pdf')
    const out = join(folder, 'laporan.txt')
    await writeFile(file, bytes)
    const run = (tool: string, ...args: string[]) => {
      const done = spawnSync(tool, args, { encoding: 'utf8' })
      if (done.error) {
        const message = `${tool} is needed: apt-get install qpdf poppler-utils`
        throw new Error(message, { cause: done.error })
      }
      return done
    }
    const checked = run('qpdf', `--password=${password}`, '--check', file)
    const info = run('pdfinfo', '-upw', password, file)
    const texted = run('pdftotext', '-layout', '-upw', password, file, out)
    return {
      check: checked.stdout + checked.stderr,
      info: info.stdout + info.stderr,
      opens: checked.status === 0 && info.status === 0,
      text: texted.status === 0 ? await readFile(out, 'utf8') : '',
    }
  })
