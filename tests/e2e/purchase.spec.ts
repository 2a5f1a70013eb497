import { expect, type Page, test } from '@playwright/test'

import { breakGateway, endPayment, mendGateway, payElsewhere, returnToShop } from './pages/gateway'
import { waitForMail } from './pages/mail'
import {
  fillCheckout,
  leaveGateway,
  newAddress,
  openCheckout,
  orderOne,
  pressPay,
} from './pages/shop'

const phone = { height: 740, width: 360 }
const laptop = { height: 800, width: 1280 }

/** The page turns by itself: with JavaScript by polling, without by the refresh in its head. */
const expectHeading = async (
  page: Page,
  parts: { javaScriptEnabled: boolean; name: string },
): Promise<void> => {
  await expect(async () => {
    if (!parts.javaScriptEnabled) {
      await page.reload()
    }
    await expect(page.getByRole('heading', { name: parts.name })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 20_000 })
}

for (const javaScriptEnabled of [true, false]) {
  for (const viewport of [phone, laptop]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
    test.describe(`${how}, ${viewport.width} px wide`, () => {
      test.use({ javaScriptEnabled, viewport })

      test('a customer browses, orders, pays and reads Lunas; he and the admin have mail', async ({
        page,
      }) => {
        const email = newAddress()
        await orderOne(page, { email })
        await endPayment(page, 'Bayar sekarang')
        await returnToShop(page)
        await expectHeading(page, { javaScriptEnabled, name: 'Pembayaran berhasil' })
        await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
        await expect(page).toHaveURL(/\/pesanan\/[\w-]{20,}$/)
        await expect(page.getByRole('status')).toContainText('Lunas')
        await expect(page.getByRole('button', { name: /Bayar/ })).toHaveCount(0)
        const placed = await waitForMail({ subject: /^Pesanan .* kami terima/, to: email })
        expect(placed.text).toContain(new URL(page.url()).pathname)
        await waitForMail({ subject: /^Pembayaran pesanan .* kami terima/, to: email })
        const note = { holds: email, subject: /^Pembayaran Rp350\.000 masuk/ }
        expect((await waitForMail({ ...note, to: 'admin@lunas.test' })).text).toContain('Budi')
      })
    })
  }

  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a refused payment shows the reason and whom to ask, and paying again works', async ({
      page,
    }) => {
      await orderOne(page)
      await endPayment(page, 'Gagalkan')
      await returnToShop(page)
      await expectHeading(page, { javaScriptEnabled, name: 'Pembayaran gagal' })
      await expect(page.getByText('Duitku menolak pembayaran terakhir')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Cara mencoba lagi' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Butuh bantuan?' })).toBeVisible()
      await page.getByRole('button', { name: 'Coba bayar lagi' }).click()
      await endPayment(page, 'Bayar sekarang')
      await returnToShop(page)
      await expectHeading(page, { javaScriptEnabled, name: 'Pembayaran berhasil' })
    })

    test('when the gateway is down the order stands, and can be paid once it is back', async ({
      page,
    }) => {
      await breakGateway()
      try {
        await openCheckout(page)
        await fillCheckout(page)
        await pressPay(page)
        await expect(page).toHaveURL(/\/pesanan\/[\w-]{20,}\?kabar=gateway/, { timeout: 30_000 })
        await expect(page.getByText('Pesanan Anda aman')).toBeVisible()
      } finally {
        await mendGateway()
      }
      // The first attempt may still be in flight as far as the shop knows; then it asks for patience.
      await expect(async () => {
        await page.getByRole('button', { exact: true, name: 'Bayar sekarang' }).click()
        await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible({
          timeout: 5000,
        })
      }).toPass({ timeout: 40_000 })
      await endPayment(page, 'Bayar sekarang')
      await returnToShop(page)
      await expectHeading(page, { javaScriptEnabled, name: 'Pembayaran berhasil' })
    })
  })
}

test('a payment that ran out of time says so, and paying again works', async ({ page }) => {
  await orderOne(page)
  await endPayment(page, 'Kedaluwarsakan')
  await returnToShop(page)
  await expectHeading(page, { javaScriptEnabled: true, name: 'Pembayaran gagal' })
  await page.getByRole('button', { name: 'Coba bayar lagi' }).click()
  await endPayment(page, 'Bayar sekarang')
  await returnToShop(page)
  await expectHeading(page, { javaScriptEnabled: true, name: 'Pembayaran berhasil' })
})

test('an open order page turns to Lunas within five seconds of the callback, without a reload', async ({
  page,
}) => {
  await orderOne(page)
  const gateway = page.url()
  await leaveGateway(page)
  await expect(page.getByRole('status')).toContainText('Menunggu pembayaran')
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', 'yes'))
  await payElsewhere(gateway)
  await expect(page.getByRole('status')).toContainText('Lunas', { timeout: 5000 })
  await expect(page.locator('body')).toHaveAttribute('data-not-reloaded', 'yes')
})

test('the return page needs no cookie: another browser reads the same result', async ({
  browser,
  page,
}) => {
  await orderOne(page)
  await endPayment(page, 'Bayar sekarang')
  await returnToShop(page)
  const stranger = await browser.newContext()
  const other = await stranger.newPage()
  await other.goto(page.url())
  await expectHeading(other, { javaScriptEnabled: true, name: 'Pembayaran berhasil' })
  await stranger.close()
})

test('the whole purchase reads English beside Indonesian, back from the gateway too', async ({
  page,
}) => {
  await page.goto('/en')
  await page.getByRole('link', { exact: true, name: 'One-hour IT consultation' }).click()
  await page.getByRole('link', { name: 'Buy Now' }).click()
  await page.getByRole('button', { name: /^Pay Rp/ }).click()
  await expect(page.getByLabel('WhatsApp number')).toHaveAccessibleDescription(/Enter your/)
  await page.getByLabel('Full name').fill('Ann Smith')
  const email = newAddress()
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('WhatsApp number').fill('+62 812 3456 7890')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Pay Rp350,000' }).click()
  await endPayment(page, 'Bayar sekarang')
  await expect(page).toHaveURL(/\/en\/pembayaran\/selesai/)
  await expect(page.getByRole('heading', { name: 'Payment successful' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the order page' }).click()
  await expect(page.getByRole('status')).toContainText('Paid')
  await waitForMail({ subject: /received/i, to: email })
})
