import { expect, test } from '@playwright/test'

import { endPayment, returnToShop } from './pages/gateway'
import { leaveGateway, orderOne } from './pages/shop'

const phone = { height: 740, width: 360 }
const laptop = { height: 800, width: 1280 }

for (const javaScriptEnabled of [true, false]) {
  for (const viewport of [phone, laptop]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
    test.describe(`${how}, ${viewport.width} px wide`, () => {
      test.use({ javaScriptEnabled, viewport })

      test('a customer browses, orders, pays at the gateway and reads Lunas', async ({ page }) => {
        await orderOne(page)
        await endPayment(page, 'Bayar sekarang')
        await returnToShop(page)
        await expect(async () => {
          if (!javaScriptEnabled) {
            await page.reload()
          }
          await expect(page.getByRole('heading', { name: 'Pembayaran berhasil' })).toBeVisible()
        }).toPass({ timeout: 15_000 })
        await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
        await expect(page.getByRole('status')).toContainText('Lunas')
        await expect(page.getByRole('button', { name: /Bayar/ })).toHaveCount(0)
      })
    })
  }
}

test('an open order page turns to Lunas within five seconds of the payment, without a reload', async ({
  context,
  page,
}) => {
  await orderOne(page)
  const gateway = page.url()
  await leaveGateway(page)
  await expect(page.getByRole('status')).toContainText('Menunggu pembayaran')
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', 'yes'))
  const other = await context.newPage()
  await other.goto(gateway)
  await endPayment(other, 'Bayar sekarang')
  await page.bringToFront()
  await expect(page.getByRole('status')).toContainText('Lunas', { timeout: 5_000 })
  await expect(page.locator('body')).toHaveAttribute('data-not-reloaded', 'yes')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a refused payment shows the reason, and paying again works', async ({ page }) => {
      await orderOne(page)
      await endPayment(page, 'Gagalkan')
      await returnToShop(page)
      await expect(async () => {
        if (!javaScriptEnabled) {
          await page.reload()
        }
        await expect(page.getByRole('heading', { name: 'Pembayaran gagal' })).toBeVisible()
      }).toPass({ timeout: 20_000 })
      await expect(page.getByText('Duitku menolak pembayaran terakhir')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Cara mencoba lagi' })).toBeVisible()
      await page.getByRole('button', { name: 'Coba bayar lagi' }).click()
      await endPayment(page, 'Bayar sekarang')
      await returnToShop(page)
    })
  })
}
