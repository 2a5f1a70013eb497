import { expect, test } from '@playwright/test'

import { leaveGateway, orderOne } from './pages/shop'

test('the order page copies the digits of the amount and nothing else', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await orderOne(page)
  await leaveGateway(page)
  await page.getByRole('button', { name: 'Salin nominal' }).click()
  await expect(page.getByText('Nominal disalin')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('350000')
})

test('the order page keeps its address to itself', async ({ page }) => {
  await orderOne(page)
  const path = await leaveGateway(page)
  const response = await page.request.get(path)
  expect(response.headers()['x-robots-tag']).toContain('noindex')
  expect(response.headers()['referrer-policy']).toBe('same-origin')
  expect(response.headers()['cache-control']).toContain('no-store')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Cek status asks the gateway, and the page shows digits and deadline', async ({ page }) => {
    await orderOne(page)
    await leaveGateway(page)
    await expect(page.locator('noscript p')).toHaveText('Nominal tanpa titik: 350000')
    await expect(page.getByText(/Bayar sebelum .* pukul .* WIB/)).toBeVisible()
    const refresh = page.locator('noscript meta[http-equiv=refresh]')
    await expect(refresh).toHaveAttribute('content', `30;url=${new URL(page.url()).pathname}`)
    await page.getByRole('button', { name: 'Cek status' }).click()
    await expect(page).toHaveURL(/kabar=(diperiksa|tunggu)/)
    await expect(page.getByText(/Status baru saja diperiksa/)).toBeVisible()
  })

  test('Ganti metode leads to a fresh page of the gateway', async ({ page }) => {
    await orderOne(page)
    const first = page.url()
    await leaveGateway(page)
    await page.getByRole('button', { name: 'Ganti metode' }).click()
    await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
    expect(page.url()).not.toBe(first)
  })
})

test('a link nobody was given leads nowhere', async ({ page }) => {
  const response = await page.goto('/pesanan/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Halaman tidak ditemukan' })).toBeVisible()
})
