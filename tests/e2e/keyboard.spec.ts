import { expect, test } from '@playwright/test'

import { tabTo } from './pages/keyboard'
import { buyer } from './pages/shop'

test('a whole purchase by keyboard: every stop is visible and in reading order', async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Langsung ke isi' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('link', { exact: true, name: 'Konsultasi IT 1 Jam' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Konsultasi IT 1 Jam' })).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'Beli Sekarang' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible()
  await tabTo(page, page.getByLabel('Nama lengkap'))
  await page.keyboard.type(buyer.name)
  for (const [label, text] of [
    ['Email', buyer.email],
    ['Nomor WhatsApp', buyer.phone],
    ['Catatan (opsional)', buyer.notes],
  ] as const) {
    await page.keyboard.press('Tab')
    await expect(page.getByLabel(label, { exact: true })).toBeFocused()
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: /Saya menyetujui/ })).toBeFocused()
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: /^Bayar Rp/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: /BCA/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Bayar dengan BCA/ })).toBeVisible()
  await tabTo(page, page.getByRole('button', { exact: true, name: 'Bayar sekarang' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Pembayaran berhasil' })).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'Buka halaman pesanan' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Lunas')
})

test('a refused form puts the focus on its problems, and each leads to its field', async ({
  page,
}) => {
  await page.goto('/checkout?produk=konsultasi-it-1-jam')
  await page.getByRole('button', { name: /^Bayar Rp/ }).click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nama lengkap')).toBeFocused()
})

test('a page opens at its top, however far down the last one was read', async ({ page }) => {
  const place = () => page.evaluate(() => Math.round(window.scrollY))
  await page.goto('/produk/konsultasi-it-1-jam')
  await page.getByRole('link', { exact: true, name: 'Kontak' }).scrollIntoViewIfNeeded()
  await expect.poll(place).toBeGreaterThan(500)
  await page.getByRole('link', { exact: true, name: 'Kontak' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Kontak/ })).toBeVisible()
  // Gliding there, it once passed the top and came to rest at the foot of the page.
  await page.waitForTimeout(800)
  expect(await place()).toBe(0)
})
