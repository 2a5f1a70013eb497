import { beforeAll, describe, expect, it } from 'vitest'
import { queryRows, slugsOf, sql } from '@/plugin/kernel/payload'
import { buildReport } from '@/plugin/reports/actions/buildReport'
import { beginAnalysis, sendAnalysis } from '../../factories/analysis'
import { makeWorker, readDelivery } from '../../support/deliveries'
import { fetchLink, sha256 } from '../../support/downloads'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import {
  draftReport,
  issue,
  issueAny,
  judgePdf,
  passwordOf,
  readReport,
  readReports,
  someFinding,
  write,
} from '../../support/reports'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const worker = makeWorker(() => inUse.shop)
let admin: LoggedIn

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
})

const linkOf = async (token: string, report: string): Promise<string> => {
  const path = `/api/shop/orders/${token}/reports`
  const { json } = await callShop<{ link: { url: string } }>(inUse.shop, path, { body: { report } })
  return json.link.url
}

const refusalOf = ({ json }: { json: unknown }): string => JSON.stringify(json)

const askRetest = async (token: string) => {
  const order = await inUse.buyer.look(token)
  const item = order.items[0]?.id ?? ''
  return callShop(inUse.shop, `/api/shop/orders/${token}/items/${item}/retest`, { body: {} })
}

describe('A report', () => {
  it('opens with its password alone, by tools that are none of ours, and says what was found', async () => {
    const { token } = await sendAnalysis(inUse, admin)
    const report = await readReport(inUse.shop, token)
    const { bytes, headers, status } = await fetchLink(await linkOf(token, report.id))
    expect(status).toBe(200)
    expect(sha256(bytes)).toBe(report.sha256)
    expect(bytes.length).toBe(report.size)
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="laporan-keamanan-HZ/),
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    })
    const right = await judgePdf(bytes, passwordOf(report))
    expect(right.opens).toBe(true)
    expect(right.check).toContain('R = 6')
    expect(right.check).toContain('file encryption method: AESv3')
    expect(right.check).toContain('No syntax or stream encoding errors found')
    expect(right.info).toMatch(/Encrypted: +yes \(print:yes copy:yes change:no/)
    for (const words of [
      'Injeksi SQL pada halaman produk',
      'T-01',
      'Kritis',
      "id=1' OR 1=1",
      'parameter terikat',
    ]) {
      expect(right.text).toContain(words)
    }
    for (const wrong of ['', 'kata-sandi-salah', passwordOf(report).toLowerCase()]) {
      const judged = await judgePdf(bytes, wrong)
      expect([judged.opens, judged.text]).toEqual([false, ''])
      expect(judged.check).toContain('invalid password')
    }
    expect(bytes.includes('Injeksi')).toBe(false)
  })

  it('without findings needs the sentence that says so', async () => {
    const { id, token } = await beginAnalysis(inUse, admin)
    const none = await issue(inUse.shop, { by: admin, fulfilmentId: id })
    expect([none.status, none.code]).toEqual([422, 'report.noSummary'])
    const summary = { fulfilment: id, summary: 'Situs dalam keadaan baik.' }
    const draft = await write(inUse.shop, { body: summary, by: admin, collection: 'reportDrafts' })
    const bare = await issue(inUse.shop, { by: admin, fulfilmentId: id })
    expect([bare.status, bare.code]).toEqual([422, 'report.nothingFound'])
    await callShop(inUse.shop, `/api/${slugsOf(inUse.shop.payload).reportDrafts}/${draft.id}`, {
      body: { noFindings: 'Tidak ada celah yang kami temukan.' },
      headers: admin.headers,
      method: 'PATCH',
    })
    await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    expect((await worker.move(id, { event: 'deliver' }, admin)).status).toBe(200)
    const report = await readReport(inUse.shop, token)
    const { bytes } = await fetchLink(await linkOf(token, report.id))
    const { text } = await judgePdf(bytes, passwordOf(report))
    expect(text).toContain('Tidak ada celah yang kami temukan.')
  })

  it('is not sent before it is built, nor when it no longer says what was found', async () => {
    const { id, token } = await beginAnalysis(inUse, admin)
    const deliver = () => worker.move(id, { event: 'deliver' }, admin)
    await worker.tickAll(await readDelivery(inUse.shop, token), admin)
    expect(refusalOf(await deliver())).toContain('laporan belum diterbitkan')
    const [finding] = await draftReport(inUse.shop, { by: admin, fulfilmentId: id })
    const { json } = await issue(inUse.shop, { by: admin, fulfilmentId: id })
    expect(refusalOf(await deliver())).toContain('masih dibuat')
    expect((await issue(inUse.shop, { by: admin, fulfilmentId: id })).code).toBe('report.building')
    await buildReport(inUse.shop.payload, json.report.id)
    const path = `/api/findings/${String(finding)}`
    const change = { body: { severity: 'low' }, headers: admin.headers, method: 'PATCH' }
    expect((await callShop(inUse.shop, path, change)).status).toBe(200)
    expect(refusalOf(await deliver())).toContain('terbitkan lagi')
    await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    expect((await deliver()).status).toBe(200)
    const reports = await readReports(inUse.shop, token)
    expect(reports.map(({ revision, sentAt }) => [revision, sentAt !== null])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('is built once however often the job runs, and its entries are ticked off by the shop', async () => {
    const { id, token } = await beginAnalysis(inUse, admin)
    const report = await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    const before = await readReport(inUse.shop, token)
    await Promise.all([1, 2].map(() => buildReport(inUse.shop.payload, report)))
    expect(await readReport(inUse.shop, token)).toEqual(before)
    const { checklist } = await readDelivery(inUse.shop, token)
    const done = checklist.filter(({ doneAt }) => doneAt).map(({ doneBy, key }) => [key, doneBy])
    expect(done).toContainEqual(['report', 'sistem'])
    const byHand = await worker.tick(id, { done: true, key: 'sent' }, admin)
    expect([byHand.status, byHand.code]).toEqual([409, 'fulfilment.tickedByShop'])
  })

  it('once issued is fixed in the database, and what stands in it is not deleted', async () => {
    const { findings, token } = await sendAnalysis(inUse, admin)
    const { id } = await readReport(inUse.shop, token)
    const { payload } = inUse.shop
    for (const statement of [
      sql`update reports set content = '{}'::jsonb where id = ${id}`,
      sql`delete from reports where id = ${id}`,
    ]) {
      await expect(queryRows(payload, statement)).rejects.toThrow()
    }
    const gone = await callShop(inUse.shop, `/api/findings/${String(findings[0])}`, {
      headers: admin.headers,
      method: 'DELETE',
    })
    expect([gone.status, JSON.stringify(gone.json)]).toEqual([
      409,
      expect.stringContaining('laporan yang terbit'),
    ])
  })

  it('refuses letters that it could not print, and names them', async () => {
    const { id } = await beginAnalysis(inUse, admin)
    const body = someFinding({ fulfilment: id, title: 'Tanda 😀' })
    const path = '/api/findings'
    const answer = await callShop(inUse.shop, path, { body, headers: admin.headers })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.json)).toContain('😀 (U+1F600)')
    expect(JSON.stringify(answer.json)).toContain('"field":"title"')
  })

  it('shows a name with strange letters as far as it can', async () => {
    const { token } = await sendAnalysis(inUse, admin, { customer: { name: 'Budi 😀 Santoso' } })
    const report = await readReport(inUse.shop, token)
    const { bytes } = await fetchLink(await linkOf(token, report.id))
    expect((await judgePdf(bytes, passwordOf(report))).text).toContain('Budi ? Santoso')
  })

  it('can be looked at before it is issued, as a draft that says so', async () => {
    const { id } = await beginAnalysis(inUse, admin)
    await draftReport(inUse.shop, { by: admin, fulfilmentId: id })
    const response = await fetch(`${inUse.shop.url}/api/reports/deliveries/${id}/preview`, {
      headers: admin.headers,
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const { text } = await judgePdf(bytes, '')
    expect(text).toContain('DRAF')
    expect(text).toContain('Injeksi SQL')
  })
})

describe('A retest', () => {
  it('is asked for once, shown in a revision of its own, and ends with it', async () => {
    const { findings, id, token } = await sendAnalysis(inUse, admin)
    expect((await inUse.buyer.look(token)).items[0]?.reports?.retest).toBe('available')
    expect((await askRetest(token)).status).toBe(200)
    expect((await askRetest(token)).status).toBe(200)
    expect((await readDelivery(inUse.shop, token)).state).toBe('retest')
    const conclude = () => worker.move(id, { event: 'conclude' }, admin)
    expect(refusalOf(await conclude())).toContain('uji ulang belum diterbitkan')
    await callShop(inUse.shop, `/api/findings/${String(findings[0])}`, {
      body: { remark: 'Parameter sudah terikat.', status: 'mended' },
      headers: admin.headers,
      method: 'PATCH',
    })
    await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    expect((await conclude()).status).toBe(200)
    const report = await readReport(inUse.shop, token)
    const { bytes } = await fetchLink(await linkOf(token, report.id))
    const { text } = await judgePdf(bytes, passwordOf(report))
    expect(text).toContain('Sudah diperbaiki')
    expect(text).toContain('Parameter sudah terikat.')
    const { reports } = (await inUse.buyer.look(token)).items[0] ?? expect.unreachable()
    expect(reports?.retest).toBe('used')
    expect(reports?.reports.map(({ revision }) => revision)).toEqual([2, 1])
    const again = await askRetest(token)
    expect([again.status, again.code]).toEqual([409, 'report.retestUsed'])
  })
})
