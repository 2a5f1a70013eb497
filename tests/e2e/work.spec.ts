import { expect, type Locator, type Page, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import { enterAs } from './pages/desk'
import { expectFaultlessIn } from './pages/faults'
import { payAndOpenOrder } from './pages/purchase'
import { addFinding, issueReport, writeSummary } from './pages/report'
import { agreeOnScope, sendScope } from './pages/scope'
import { newAddress, orderOne } from './pages/shop'

const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
] as const

/** Buys and pays one analysis; answers with the page of the order. */
const buyOne = async (page: Page, name: string): Promise<string> => {
  await orderOne(page, { email: newAddress(), name }, 'Analisis Keamanan Web')
  const address = await payAndOpenOrder(page)
  await expect(page.getByText('Menunggu giliran').first()).toBeVisible()
  return address
}

const itemOf = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ hasText: name })

/** Presses a button of a move and confirms it, by keyboard. */
const confirm = async (page: Page, place: Locator | Page, button: string): Promise<void> => {
  await place.getByRole('button', { exact: true, name: button }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { exact: true, name: button }).press('Enter')
  await expect(dialog).toHaveCount(0)
}

test('an admin takes a paid item on a telephone, works on it and delivers it; the customer sees each step', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const name = `Rina ${randomUUID().slice(0, 6)}`
  const address = await buyOne(page, name)

  const office = await browser.newContext({
    locale: 'id-ID',
    viewport: { height: 740, width: 360 },
  })
  const desk = await office.newPage()
  await enterAs(desk, 'admin')
  await desk.goto('/admin')
  await desk.getByRole('link', { name: /Pekerjaan lunas, belum diserahkan/ }).click()
  await expect(desk).toHaveURL(/\/admin\/pekerjaan$/)

  const item = itemOf(desk, name)
  await expect(item).toContainText('Baru')
  await item.getByRole('button', { name: /^Ambil pekerjaan/ }).press('Enter')
  await expect(item).toContainText('Ditugaskan')
  await expect(item.getByRole('button', { name: /^Ambil pekerjaan/ })).toHaveCount(0)
  await desk.getByRole('link', { name: 'Milik saya' }).click()
  await expect(item).toContainText('Adi Admin')
  await confirm(desk, item, 'Mulai: sepakati ruang lingkup')
  await expect(item).toContainText('Menyepakati lingkup')
  await expectFaultlessIn(desk, looks)

  await page.goto(address)
  await expect(
    page.getByText('Kami menyepakati situs dan ruang lingkup dengan Anda').first(),
  ).toBeVisible()
  await expect(page.getByText(/^Kami serahkan paling lambat .* WIB\.$/)).toBeVisible()
  await expect(page.getByText('Ditangani oleh Adi Admin.')).toBeVisible()

  await item.getByRole('link', { name: /Analisis/ }).click()
  await expect(desk.getByRole('heading', { name: 'Daftar periksa' })).toBeVisible()
  await sendScope(page)
  await agreeOnScope(desk)
  await confirm(desk, desk, 'Mulai analisis')

  await writeSummary(desk)
  await addFinding(desk, 'Injeksi SQL')
  await issueReport(desk, 1)

  await confirm(desk, desk, 'Kirim laporan')
  await expect(desk.getByText('Laporan terkirim').first()).toBeVisible()
  await expect(desk.getByRole('listitem').filter({ hasText: 'Laporan dikirim' })).toContainText(
    'oleh Adi Admin',
  )
  await desk.goto('/admin/pekerjaan')
  await expect(itemOf(desk, name)).toHaveCount(0)

  await page.goto(address)
  await expect(page.getByText(/^Anda dapat bertanya sampai .* 23\.59 WIB\.$/).first()).toBeVisible()
  await page.getByLabel('Pertanyaan Anda').fill('Apakah temuan ketiga mendesak?')
  await page.getByRole('button', { name: 'Kirim pertanyaan' }).press('Enter')
  await expect(page.getByText('Pertanyaan Anda terkirim.')).toBeVisible()
  await expect(page.getByText('Apakah temuan ketiga mendesak?')).toBeVisible()
  await page.getByText('Yang sudah terjadi').click()
  await expect(page.getByText('Analisis sudah dijadwalkan')).toBeVisible()
  await expectFaultlessIn(page, looks)
  await office.close()
})

test('an editor sees nothing of the work', async ({ page }) => {
  await enterAs(page, 'editor')
  await page.goto('/admin')
  await expect(page.getByRole('heading', { name: 'Katalog' })).toBeVisible()
  await expect(page.getByText('Pekerjaan', { exact: false })).toHaveCount(0)
  await page.goto('/admin/pekerjaan')
  await expect(page.getByRole('heading', { name: /^Pekerjaan/ })).toHaveCount(0)
  expect((await page.request.get('/api/fulfilments')).status()).toBe(403)
})
