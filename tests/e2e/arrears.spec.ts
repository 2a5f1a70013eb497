import { expect, type Page, test } from '@playwright/test'

import { becomeMember } from './pages/account'
import { orderEarlier } from './pages/contract'
import { enterAs } from './pages/desk'
import { expectFaultlessIn } from './pages/faults'
import { newAddress } from './pages/shop'
import { drawScreenshot } from './pages/problem'

const PANEL_LOOKS = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const

/** A member whose contract is overdue, and who has chosen to be suspended. */
const chooseSuspension = async (page: Page): Promise<string> => {
  const email = newAddress()
  await becomeMember(page, email)
  const address = await orderEarlier(email, 45)
  await page.goto(`${address}/tunggakan?langkah=tangguhkan`)
  await page.getByRole('checkbox', { name: /Saya mengerti/ }).check()
  await page.getByRole('button', { name: 'Ya, tangguhkan layanan' }).click()
  await expect(page.getByText('Pilihan Anda tercatat')).toBeVisible()
  await page.goto(address)
  const number = await page
    .getByText(/HZ\/\d{4}\/\d{6}/)
    .first()
    .textContent()
  return /HZ\/\d{4}\/\d{6}/.exec(number ?? '')?.[0] ?? ''
}

const openCases = async (desk: Page, number: string) => {
  await desk.goto('/admin/tunggakan')
  await expect(desk.getByRole('heading', { name: /^Tunggakan/ })).toBeVisible()
  return desk.getByRole('listitem').filter({ hasText: number })
}

test('staff write to who is in arrears, and what became of it is said row by row', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const number = await chooseSuspension(page)
  const desk = await (await browser.newContext()).newPage()
  await enterAs(desk, 'admin')
  const row = await openCases(desk, number)
  await expect(row).toContainText('Layanan dimatikan')
  await expectFaultlessIn(desk, PANEL_LOOKS, 'main')
  await row.getByRole('checkbox').check()
  await desk.getByRole('button', { name: 'Kirim pemberitahuan' }).press('Enter')
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Kata-kata Anda').fill('Mohon kabari kami.')
  await dialog.getByRole('button', { name: 'Tampilkan pratinjau' }).click()
  await expect(dialog.getByText('Mohon kabari kami.').last()).toBeVisible()
  await dialog.getByRole('button', { exact: true, name: 'Kirim pemberitahuan' }).click()
  await expect(dialog.getByRole('status')).toContainText(number)
  await dialog.getByRole('button', { name: 'Tutup' }).last().click()
  await page.goto('/akun/notifikasi')
  await expect(page.getByText('Tentang pembayaran Anda yang terlambat')).toBeVisible()
})

test('staff give a chance, which puts the service on again, and record a transfer with its proof', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const number = await chooseSuspension(page)
  const address = page.url()
  const desk = await (await browser.newContext()).newPage()
  await enterAs(desk, 'owner')
  await (await openCases(desk, number)).getByRole('link', { name: number }).click()
  const part = desk.getByRole('region', { name: 'Kontrak cicilan' })
  await expect(part).toContainText('Harus mati')
  await part.locator('summary', { hasText: 'Beri kesempatan' }).click()
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await part.getByLabel('Sampai', { exact: true }).fill(day)
  await part.getByLabel('Alasan').first().fill('Janji bayar setelah gajian')
  await part.getByRole('button', { name: 'Beri kesempatan' }).click()
  await expect(part).toContainText('Harus menyala')
  await page.goto(address)
  await expect(page.getByText(/Layanan ditangguhkan/)).toHaveCount(0)
  await expect(page.getByText(/Kesempatan sampai/).first()).toBeVisible()
  await part.locator('summary', { hasText: 'Catat transfer' }).click()
  await part.getByLabel('Jumlah dalam rupiah').fill('100000')
  await part.getByLabel('Nomor referensi bank').fill(`BCA ${number}`)
  await part.getByLabel(/^Bukti/).setInputFiles(await drawScreenshot())
  await part.getByRole('button', { name: 'Catat transfer' }).click()
  await expect(desk.getByText('Rp100.000 tercatat.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Rp100.000').first()).toBeVisible()
})

test('staff see what tonight will do, and how arrears age', async ({ browser, page }) => {
  const number = await chooseSuspension(page)
  const desk = await (await browser.newContext()).newPage()
  await enterAs(desk, 'admin')
  await desk.goto('/admin/uji-jalan')
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(desk.getByRole('table')).toContainText(number)
  await expectFaultlessIn(desk, PANEL_LOOKS, 'main')
  await desk.goto('/admin/laporan-cicilan')
  await expect(desk.getByRole('table').first()).toBeVisible()
  await expectFaultlessIn(desk, PANEL_LOOKS, 'main')
  const guest = await (await browser.newContext()).newPage()
  for (const path of ['tunggakan', 'uji-jalan', 'laporan-cicilan']) {
    await guest.goto(`/admin/${path}`)
    await expect(guest).toHaveURL(/\/admin\/login/)
  }
})
