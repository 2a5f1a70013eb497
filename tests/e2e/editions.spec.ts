import { expect, test } from '@playwright/test'

import { expectFaultlessIn, LOOKS } from './pages/faults'
import { leaveGateway, openCheckout, orderOne } from './pages/shop'

test('the checkout names what the buyer agrees to, each with its page', async ({ page }) => {
  await openCheckout(page)
  const agreement = page.getByText(/^Saya menyetujui/)
  for (const name of ['Syarat dan Ketentuan', 'Kebijakan Privasi']) {
    const link = agreement.getByRole('link', { exact: true, name })
    const address = await link.getAttribute('href')
    expect((await page.request.get(address ?? '')).status(), name).toBe(200)
  }
})

test('the order’s page leads to the terms as they read when it was placed', async ({ page }) => {
  await orderOne(page)
  await leaveGateway(page)
  await page.getByRole('link', { name: 'Syarat dan Ketentuan, edisi 1' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Syarat dan Ketentuan' })).toBeVisible()
  await expect(page.getByText('Ini edisi yang berlaku sekarang.')).toBeVisible()
  await expectFaultlessIn(page, LOOKS)
})

test('an edition that never was is a page that does not exist', async ({ page }) => {
  const answer = await page.goto('/edisi/0193a7c8-0000-7000-8000-000000000000')
  expect(answer?.status()).toBe(404)
})
