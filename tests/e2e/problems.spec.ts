import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

import { enterAs } from './pages/desk'
import { expectFaultlessIn, LOOKS } from './pages/faults'
import { drawScreenshot, fillReport, openReport } from './pages/problem'
import { payAndOpenOrder } from './pages/purchase'
import { newAddress, orderOne } from './pages/shop'

test('a customer reports a problem with a picture, an admin answers, the customer says it is solved', async ({
  browser,
  page,
}) => {
  test.slow()
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Laporkan masalah' }).click()
  await fillReport(page)
  await page.getByLabel('Tangkapan layar (opsional)').setInputFiles(await drawScreenshot())
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await expect(page.getByRole('status')).toContainText('kami terima')
  await expectFaultlessIn(page, LOOKS)
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const number = title.replace('Laporan ', '')

  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  await enterAs(desk, 'admin')
  await desk.goto('/admin')
  await desk.getByRole('link', { name: /Laporan masalah perlu dijawab/ }).click()
  await expect(desk.getByRole('link', { name: new RegExp(number) })).toBeVisible()
  await expectFaultlessIn(
    desk,
    LOOKS.map((look) => ({ ...look, width: Math.max(360, look.width) })),
  )
  await desk.getByRole('link', { name: new RegExp(number) }).click()
  await expect(desk.getByRole('img', { name: /Gambar 1 dari pelanggan/ })).toBeVisible()
  // The frame around it is Payload's own.
  const { violations } = await new AxeBuilder({ page: desk }).include('main').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await desk
    .getByLabel('Jawaban Anda kepada pelanggan')
    .fill('Sudah kami perbaiki.\nSilakan coba lagi.')
  await desk.getByRole('button', { name: 'Kirim jawaban' }).press('Enter')
  await expect(desk.getByText('Sudah kami perbaiki.')).toBeVisible()
  await expect(desk.getByText('Menunggu pelanggan').first()).toBeVisible()

  await page.reload()
  await expect(page.getByText('Sudah kami perbaiki.')).toBeVisible()
  await page.getByRole('button', { name: 'Sudah beres' }).press('Enter')
  await expect(page.getByText('Selesai', { exact: true }).first()).toBeVisible()
  await page.getByLabel('Pesan').fill('Ternyata rusak lagi.')
  await page.getByRole('button', { exact: true, name: 'Kirim' }).press('Enter')
  await expect(page.getByText('Menunggu toko')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a report is refused with everything that was typed, then sent, answered and solved', async ({
    page,
  }) => {
    await openReport(page)
    await fillReport(page, { email: 'bukan email' })
    await page.getByLabel('Tangkapan layar (opsional)').setInputFiles({
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      mimeType: 'image/png',
      name: 'gambar.png',
    })
    await page.getByRole('button', { name: 'Kirim laporan' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Alamat email tidak sah')
    await expect(page.getByLabel('Apa yang terjadi?')).toHaveValue(/tidak bisa dibuka/)
    await page.locator('#email').fill(newAddress())
    await page.getByLabel('Tangkapan layar (opsional)').setInputFiles({
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      mimeType: 'image/png',
      name: 'gambar.png',
    })
    await page.getByRole('button', { name: 'Kirim laporan' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Berkas ke-1 bukan gambar')
    await page.getByLabel('Tangkapan layar (opsional)').setInputFiles(await drawScreenshot())
    await page.getByRole('button', { name: 'Kirim laporan' }).click()
    await expect(page.getByRole('status')).toContainText('kami terima')
    await expect(page.getByText('1 gambar')).toBeVisible()
    await page.getByLabel('Pesan').fill('Satu hal lagi.')
    await page.getByRole('button', { exact: true, name: 'Kirim' }).click()
    await expect(page.getByText('Satu hal lagi.')).toBeVisible()
    await page.getByRole('button', { name: 'Sudah beres' }).click()
    await expect(page.getByText('Selesai', { exact: true }).first()).toBeVisible()
  })

  test('too large a form is refused as such, and the shop goes on', async ({ page }) => {
    await openReport(page)
    await fillReport(page)
    await page.getByLabel('Tangkapan layar (opsional)').setInputFiles(
      [1, 2, 3, 4].map((at) => ({
        buffer: Buffer.alloc(4_900_000),
        mimeType: 'image/png',
        name: `gambar-${at}.png`,
      })),
    )
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Kirim laporan' }).click(),
    ])
    expect(answer.status()).toBeGreaterThanOrEqual(400)
    await page.goto('/bantuan')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('from the order’s page nothing is asked twice, and the page names the report', async ({
  page,
}) => {
  test.slow()
  await orderOne(page, { email: newAddress(), name: 'Siti Aminah' })
  await payAndOpenOrder(page)
  const order = page.url()
  await page.getByRole('link', { name: 'Laporkan masalah' }).first().click()
  await expect(page.getByLabel('Nama', { exact: true })).toHaveValue('Siti Aminah')
  await expect(page.getByLabel('Nomor pesanan (opsional)')).toHaveCount(0)
  await page.getByLabel('Perihal').selectOption('notReceived')
  await page.getByLabel('Apa yang terjadi?').fill('Belum ada kabar.')
  await page.getByRole('button', { name: 'Kirim laporan' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('kami terima')
  await page.goto(order)
  await expect(page.getByRole('link', { name: /^Laporan M-/ })).toBeVisible()
  await expectFaultlessIn(page, LOOKS)
})

test('the form and its refusal have no accessibility fault, in both languages', async ({
  page,
}) => {
  test.slow()
  await openReport(page)
  await expectFaultlessIn(page, LOOKS)
  await page.getByRole('button', { name: 'Kirim laporan' }).press('Enter')
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expectFaultlessIn(page, LOOKS)
  await page.goto('/en/bantuan')
  await expect(page.getByRole('heading', { name: 'Report a problem' })).toBeVisible()
  await expectFaultlessIn(page, LOOKS)
})
