import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

import { endPayment, returnToShop } from './pages/gateway'
import { leaveGateway, orderOne } from './pages/shop'

const pages = [
  '/',
  '/en',
  '/produk',
  '/produk/konsultasi-it-1-jam',
  '/produk/vps',
  '/keranjang',
  '/checkout',
  '/checkout?produk=konsultasi-it-1-jam',
  '/pesanan',
  '/pembayaran/selesai',
  '/syarat-ketentuan',
  '/kebijakan-privasi',
  '/kebijakan-pengembalian-dana',
  '/kontak',
  '/tidak/ada',
]

const findFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)
  return overflow > 0 ? [...faults, `the page is ${overflow} px too wide`] : faults
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { height: 800, width } })

      for (const path of pages) {
        test(`${path} has no accessibility fault`, async ({ page }) => {
          await page.goto(path)
          expect(await findFaults(page)).toEqual([])
        })
      }
    })
  }

  test.describe(`orders, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { height: 800, width: 360 } })

    test('waiting, failed and paid orders have no accessibility fault', async ({ page }) => {
      await orderOne(page)
      const gateway = page.url()
      const path = await leaveGateway(page)
      expect(await findFaults(page)).toEqual([])
      const token = path.split('/').at(-1)
      await page.goto(`/pembayaran/gagal?token=${token}`)
      expect(await findFaults(page)).toEqual([])
      await page.goto(gateway)
      await endPayment(page, 'Bayar sekarang')
      await returnToShop(page)
      await expect(page.getByRole('heading', { name: 'Pembayaran berhasil' })).toBeVisible()
      expect(await findFaults(page)).toEqual([])
      await page.goto(path)
      expect(await findFaults(page)).toEqual([])
    })
  })
}

test('the keyboard reaches the content at once and never loses sight of the focus', async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Langsung ke isi' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
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
