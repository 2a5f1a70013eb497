import { expect, type Page, test } from '@playwright/test'

import { expectFaultlessIn, LOOKS } from './pages/faults'
import { endPayment, returnToShop } from './pages/gateway'
import { addToCart, leaveGateway, orderOne, pressPay } from './pages/shop'

const pages = [
  '/',
  '/en',
  '/produk',
  '/produk/konsultasi-it-1-jam',
  '/produk/vps',
  '/keranjang',
  '/checkout',
  '/checkout?produk=konsultasi-it-1-jam',
  '/checkout?produk=vps&plan=12x&jumlah=2',
  '/checkout?produk=vps&plan=99x',
  '/pesanan',
  '/akun/hosting',
  '/en/akun/hosting',
  '/masuk-bayar?host=toko.situs.localhost',
  '/pembayaran/selesai',
  '/syarat-ketentuan',
  '/kebijakan-privasi',
  '/kebijakan-pengembalian-dana',
  '/kontak',
  '/tidak/ada',
]

/** Looks at the open page in light and dark, narrow and wide. */
const expectFaultless = (page: Page): Promise<void> => expectFaultlessIn(page, LOOKS)

for (const path of pages) {
  test(`${path} has no accessibility fault in light and dark, narrow and wide`, async ({
    page,
  }) => {
    await page.goto(path)
    await expectFaultless(page)
  })
}

test('a full cart and a refused checkout have no accessibility fault', async ({ page }) => {
  test.slow()
  await addToCart(page, 'konsultasi-it-1-jam')
  await expectFaultless(page)
  await page.goto('/checkout')
  await pressPay(page)
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectFaultless(page)
})

test('waiting, failed and paid orders have no accessibility fault', async ({ page }) => {
  test.slow()
  await orderOne(page)
  const gateway = page.url()
  await expectFaultless(page)
  const path = await leaveGateway(page)
  await expectFaultless(page)
  const token = path.split('/').at(-1)
  await page.goto(gateway)
  await endPayment(page, 'Gagalkan')
  await returnToShop(page)
  await expect(page.getByRole('heading', { name: 'Pembayaran gagal' })).toBeVisible()
  await expectFaultless(page)
  await page.goto(path)
  await expectFaultless(page)
  await page.getByRole('button', { name: 'Coba bayar lagi' }).click()
  await endPayment(page, 'Bayar sekarang')
  await returnToShop(page)
  await expect(page.getByRole('heading', { name: 'Pembayaran berhasil' })).toBeVisible()
  await expectFaultless(page)
  await page.goto(`/pesanan/${token}`)
  await expect(page.getByRole('status')).toContainText('Lunas')
  await expectFaultless(page)
})

test('the choice of light or dark is remembered and needs no reload', async ({ page }) => {
  await page.goto('/')
  await page.getByText('Gelap', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'gelap')
  await page.goto('/produk')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'gelap')
  await page.getByText('Ikut sistem', { exact: true }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})
