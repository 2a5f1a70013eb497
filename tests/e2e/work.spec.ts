import { expect, type Locator, type Page, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import { expectFaultlessIn } from './pages/faults'
import { endPayment, returnToShop } from './pages/gateway'
import { readLogin } from './pages/panel'
import { newAddress, orderOne } from './pages/shop'

const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
] as const

const enterAs = async (page: Page, role: string): Promise<void> => {
  const answer = await page.request.post('/api/staff/login', { data: readLogin(role) })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Buys and pays one consultation; answers with the page of the order. */
const buyOne = async (page: Page, name: string): Promise<string> => {
  await orderOne(page, { email: newAddress(), name })
  await endPayment(page, 'Bayar sekarang')
  await returnToShop(page)
  await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
  await expect(page.getByText('Menunggu giliran').first()).toBeVisible()
  return new URL(page.url()).pathname
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
  await confirm(desk, item, 'Mulai: hubungi pelanggan')
  await expect(item).toContainText('Menghubungi pelanggan')
  await expectFaultlessIn(desk, looks)

  await page.goto(address)
  await expect(page.getByText('Kami mengatur waktu dengan Anda').first()).toBeVisible()
  await expect(page.getByText(/^Kami serahkan paling lambat .* WIB\.$/)).toBeVisible()
  await expect(page.getByText('Ditangani oleh Adi Admin.')).toBeVisible()

  await item.getByRole('link', { name: /Konsultasi/ }).click()
  await expect(desk.getByRole('heading', { name: 'Daftar periksa' })).toBeVisible()
  await confirm(desk, desk, 'Sesi terjadwal')
  await confirm(desk, desk, 'Sesi sudah berlangsung')

  await desk.getByRole('button', { name: 'Ringkasan terkirim' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Ringkasan terkirim' }).click()
  await expect(desk.getByRole('alert').filter({ hasText: 'masih perlu dicentang' })).toBeVisible()
  await desk.keyboard.press('Escape')
  for (const box of await desk.getByRole('checkbox').all()) {
    await box.click()
    await expect(box).toBeChecked()
    await expect(box).toBeEnabled()
  }
  await confirm(desk, desk, 'Ringkasan terkirim')
  await expect(desk.getByText('Masa tanya jawab').first()).toBeVisible()
  await expect(desk.getByRole('listitem').filter({ hasText: 'Ringkasan dikirim' })).toContainText(
    'oleh Adi Admin',
  )
  await desk.goto('/admin/pekerjaan')
  await expect(itemOf(desk, name)).toHaveCount(0)

  await page.goto(address)
  await expect(page.getByText(/^Anda dapat bertanya sampai .* 23\.59 WIB\.$/)).toBeVisible()
  await page.getByText('Yang sudah terjadi').click()
  await expect(page.getByText('Sesi sudah dijadwalkan')).toBeVisible()
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
