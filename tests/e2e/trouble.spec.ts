import { expect, type Page, test } from '@playwright/test'

import { confirmMove, enterAs } from './pages/desk'
import { expectFaultlessIn } from './pages/faults'
import { waitForMail } from './pages/mail'
import { drawScreenshot } from './pages/problem'
import { payAndOpenOrder } from './pages/purchase'
import { newAddress, orderOne } from './pages/shop'

const TITLE = 'Template Portofolio Premium'

const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const

/** The customer fetches his package from the page of his order. */
const fetchPackage = async (page: Page): Promise<void> => {
  const button = page.getByRole('button', { name: /^Unduh / })
  await expect(async () => {
    await page.reload()
    await expect(button).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), button.press('Enter')])
  expect(file.suggestedFilename()).toMatch(/\.zip$/)
}

/** From the page of his order the customer reports that the package does not open; its address. */
const reportProblem = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Laporkan masalah' }).first().click()
  await page.getByLabel('Perihal').selectOption('doesNotOpen')
  await page.getByLabel('Apa yang terjadi?').fill('Paketnya tidak mau terbuka.')
  await page.getByRole('button', { name: 'Kirim laporan' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('kami terima')
  return new URL(page.url()).pathname
}

/** Staff find the report on the list of reports by the number that its page names. */
const openReported = async (desk: Page, page: Page): Promise<void> => {
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await desk.goto('/admin/masalah')
  await desk.getByRole('link', { name: new RegExp(title.replace('Laporan ', '')) }).click()
  await expect(desk.getByText('Paketnya tidak mau terbuka.')).toBeVisible()
}

/** Staff ask on the page of the order for all of its money to go back. */
const askForRefund = async (desk: Page): Promise<void> => {
  const part = desk.getByRole('region', { exact: true, name: 'Pengembalian dana' })
  await part.getByText('Ajukan pengembalian dana').first().click()
  await part.getByLabel('Rekening tujuan').fill('BCA 1234567890 a.n. Budi Santoso')
  await part.getByLabel('Alasan').fill('Paket tidak dapat dibuka, dua kali dikirim.')
  await part.getByRole('button', { name: 'Ajukan pengembalian dana' }).press('Enter')
  await part.getByRole('link', { name: /^R-/ }).click()
}

/** An owner approves the refund on the screen, sends the money and records the proof. */
const sendRefund = async (desk: Page): Promise<void> => {
  await confirmMove(desk, 'Setujui')
  await desk.getByLabel('Nomor transfer').fill('BCA 20261122-0077')
  await desk.getByLabel(/^Bukti/).setInputFiles(await drawScreenshot())
  await desk.getByRole('button', { name: 'Catat sudah dikirim' }).press('Enter')
  await expect(desk.getByRole('link', { name: 'Bukti 1' })).toBeVisible()
}

test('a package that does not open is reported, sent again, and at last its money goes back', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  const email = newAddress()
  await orderOne(page, { email }, TITLE)
  const address = await payAndOpenOrder(page)
  await fetchPackage(page)
  const report = await reportProblem(page)

  const office = await browser.newContext({ locale: 'id-ID' })
  const desk = await office.newPage()
  await enterAs(desk, 'owner')
  await openReported(desk, page)
  await confirmMove(desk, `Kirim ulang: ${TITLE}`, 'Berkas rusak di perjalanan')
  await expectFaultlessIn(desk, looks, 'main')

  await page.goto(report)
  await expect(page.getByText(/mengirim ulang/).first()).toBeVisible()
  await page.goto(address)
  await fetchPackage(page)
  await waitForMail({ subject: /^Berkas Anda siap diunduh/, to: email })

  await page.goto(report)
  await page.getByLabel('Pesan').fill('Masih sama. Saya minta uang kembali.')
  await page.getByRole('button', { exact: true, name: 'Kirim' }).press('Enter')
  await expect(page.getByText('Masih sama. Saya minta uang kembali.')).toBeVisible()
  await desk.reload()
  await desk.getByLabel('Jawaban Anda kepada pelanggan').fill('Kami kembalikan uang Anda.')
  await desk.getByRole('button', { name: 'Kirim jawaban' }).press('Enter')
  await expect(desk.getByText('Kami kembalikan uang Anda.')).toBeVisible()
  await desk.locator('a[href*="/collections/orders/"]').first().click()
  await askForRefund(desk)
  await sendRefund(desk)

  await page.goto(address)
  await expect(page.getByText('Uang sudah dikirim', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Unduh / })).toHaveCount(0)
  await expectFaultlessIn(page, looks)
  await page.goto(report)
  await page.getByRole('button', { name: 'Sudah beres' }).press('Enter')
  await expect(page.getByText('Selesai', { exact: true }).first()).toBeVisible()
  await office.close()
})
