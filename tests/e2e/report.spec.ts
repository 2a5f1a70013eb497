import { expect, type Locator, type Page, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'

import { becomeMember, goodPassword } from './pages/account'
import { confirmMove as confirm, expectDone, finishDelivery, openDelivery } from './pages/desk'
import { expectFaultlessIn, LOOKS } from './pages/faults'
import { waitForMail } from './pages/mail'
import { payAndOpenOrder } from './pages/purchase'
import { addFinding, addPicture, issueReport, mendFinding, writeSummary } from './pages/report'
import { agreeOnScope, sendScope, tickRest } from './pages/scope'
import { fillCheckout, newAddress, openCheckout, submitCheckout } from './pages/shop'

const FINDING = 'Injeksi SQL pada halaman produk'

/** Buys and pays an analysis; answers with the page of the order. */
const buyAnalysis = async (page: Page, email: string): Promise<string> => {
  await openCheckout(page, 'Analisis Keamanan Web')
  await fillCheckout(page, { email })
  await submitCheckout(page)
  return payAndOpenOrder(page)
}

/** The way to where the analysis goes on; the customer stands on the page of his order. */
const beginAnalysis = async (desk: Page, page: Page): Promise<void> => {
  await confirm(desk, 'Mulai: sepakati ruang lingkup')
  await sendScope(page)
  await agreeOnScope(desk)
  await confirm(desk, 'Mulai analisis')
  await tickRest(desk)
}

const download = async (page: Page, button: Locator): Promise<{ name: string; path: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), button.press('Enter')])
  return { name: file.suggestedFilename(), path: await file.path() }
}

const readText = (path: string, password: string): { status: null | number; text: string } => {
  const { status, stdout } = spawnSync('pdftotext', ['-upw', password, path, '-'], {
    encoding: 'utf8',
  })
  return { status, text: stdout }
}

test('a report is written, sent, opened by the customer, looked at again and concluded', async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000)
  const email = newAddress()
  await becomeMember(page, email)
  const address = await buyAnalysis(page, email)

  const office = await browser.newContext({ locale: 'id-ID' })
  const desk = await office.newPage()
  await openDelivery(desk, email)
  await beginAnalysis(desk, page)
  await writeSummary(desk)
  await addFinding(desk, FINDING)
  await addPicture(desk, 'Basis data menjawab dengan seluruh tabelnya')
  await issueReport(desk, 1)
  await expectFaultlessIn(desk, LOOKS, 'main')
  await confirm(desk, 'Kirim laporan')
  const { html, text } = await waitForMail({ subject: /^Laporan keamanan Anda siap/, to: email })
  expect(`${text} ${html}`).toContain(address)

  await page.goto(address)
  const report = page.getByRole('region', { name: 'Laporan', exact: true })
  await expect(report.getByText('Belum ada yang mengunduh.')).toBeVisible()
  const field = page.getByLabel('Kata sandi akun')
  const show = page.getByRole('button', { name: 'Tampilkan kata sandi laporan' })
  await field.fill('bukan kata sandinya')
  await show.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expectFaultlessIn(page, LOOKS)
  await field.fill(goodPassword)
  await show.press('Enter')
  const shown = report.getByText(/^(?:\w{5}-){3}\w{5}$/)
  await expect(shown).toBeVisible()
  const password = String(await shown.textContent())
  const { name, path } = await download(
    page,
    report.getByRole('button', { name: /^Unduh laporan/ }),
  )
  expect(name).toMatch(/^laporan-keamanan-.*-r1\.pdf$/)
  expect(readText(path, password).text).toContain(FINDING)
  expect(readText(path, password).text).toContain('Basis data menjawab')
  expect(readText(path, 'salah').status).not.toBe(0)

  await page.goto(address)
  await expect(report.getByText('Laporan diunduh · Revisi 1')).toBeVisible()
  await expect(report.getByText('Kata sandi dilihat · Revisi 1')).toBeVisible()
  await report.getByRole('button', { name: 'Minta uji ulang' }).press('Enter')
  await expect(page.getByText('Uji ulang sudah diminta. Kami akan mengabari Anda.')).toBeVisible()

  await desk.reload()
  await mendFinding(desk, FINDING)
  await issueReport(desk, 2)
  await confirm(desk, 'Kirim hasil uji ulang')
  await waitForMail({ subject: /^Hasil uji ulang/, to: email })
  await page.goto(address)
  await expect(report.getByText('Jatah uji ulang sudah dipakai.')).toBeVisible()
  const second = report.getByRole('button', { name: 'Unduh laporan revisi 2' })
  expect((await download(page, second)).name).toMatch(/-r2\.pdf$/)
  await page.goto(address)
  await expect(report.getByText('Laporan diunduh · Revisi 2')).toBeVisible()

  await finishDelivery(desk)
  await expectDone(page, address)
  expect((await download(page, second)).name).toMatch(/-r2\.pdf$/)
  await office.close()
})

test('without JavaScript the report is fetched, its access sent again, its retest asked for', async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000)
  const email = newAddress()
  const address = await buyAnalysis(page, email)
  const office = await browser.newContext({ locale: 'id-ID' })
  const desk = await office.newPage()
  await openDelivery(desk, email)
  await beginAnalysis(desk, page)
  await writeSummary(desk)
  await addFinding(desk, FINDING)
  await issueReport(desk, 1)
  await confirm(desk, 'Kirim laporan')
  await office.close()

  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const bare = await plain.newPage()
  await bare.goto(address)
  const button = bare.getByRole('button', { name: /^Unduh laporan/ })
  expect((await download(bare, button)).name).toMatch(/-r1\.pdf$/)
  await bare.goto(address)
  await expect(bare.getByText('Pemegang tautan pesanan')).toBeVisible()
  await bare.getByRole('button', { name: 'Kirim ulang akses' }).click()
  await expect(bare.getByText('Akses sudah kami kirim ulang.')).toBeVisible()
  await bare.getByRole('button', { name: 'Minta uji ulang' }).click()
  await expect(bare.getByText('Uji ulang sudah diminta. Kami akan mengabari Anda.')).toBeVisible()
  await plain.close()
})
