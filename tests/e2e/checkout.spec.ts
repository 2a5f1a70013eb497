import { expect, test } from '@playwright/test'

import { buyer, fillCheckout, openCheckout, submitCheckout } from './pages/shop'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a wrong phone number is explained beside its field and nothing typed is lost', async ({
      page,
    }) => {
      await openCheckout(page)
      await fillCheckout(page, { phone: '123' })
      await page.getByRole('button', { name: /^Bayar Rp/ }).click()
      const phone = page.getByLabel('Nomor WhatsApp')
      await expect(page.getByRole('alert').first()).toContainText('Ada yang perlu diperbaiki')
      await expect(phone).toHaveAttribute('aria-invalid', 'true')
      await expect(phone).toHaveAccessibleDescription(/Nomor telepon tidak sah/)
      await expect(phone).toHaveValue('123')
      await expect(page.getByLabel('Nama lengkap')).toHaveValue(buyer.name)
      await expect(page.getByLabel('Catatan')).toHaveValue(buyer.notes)
      await expect(page.getByRole('checkbox', { name: /menyetujui/ })).toBeChecked()
      await phone.fill(buyer.phone)
      await submitCheckout(page)
    })

    test('a cart holds several products, changes, and leads to one order', async ({ page }) => {
      await page.goto('/keranjang')
      await expect(page.getByRole('heading', { name: 'Keranjang Anda masih kosong' })).toBeVisible()
      for (const slug of ['konsultasi-it-1-jam', 'template-portofolio-premium']) {
        await page.goto(`/produk/${slug}`)
        await page.getByRole('button', { name: 'Tambah ke keranjang' }).click()
        await expect(page).toHaveURL(/\/keranjang$/)
      }
      await page.getByLabel('Jumlah Konsultasi IT 1 Jam', { exact: true }).fill('2')
      await page.getByRole('button', { name: 'Ubah jumlah Konsultasi IT 1 Jam' }).click()
      await expect(page.getByText('Rp949.000')).toBeVisible()
      await page.getByRole('button', { name: 'Hapus Template Portofolio Premium' }).click()
      await expect(page.getByText('Template Portofolio Premium')).toHaveCount(0)
      await page.getByRole('link', { name: 'Lanjut ke checkout' }).click()
      await fillCheckout(page)
      await submitCheckout(page)
      await expect(page.getByText('Rp700.000').first()).toBeVisible()
      await page.goto('/keranjang')
      await expect(page.getByRole('heading', { name: 'Keranjang Anda masih kosong' })).toBeVisible()
    })
  })
}

test('a price that changed meanwhile is shown and must be agreed to', async ({ page }) => {
  await openCheckout(page)
  await fillCheckout(page)
  // The page as it would look had it been opened before the price went up.
  await page.locator('input[name=expectedTotal]').evaluate((input) => {
    input.setAttribute('value', '1000')
  })
  await page.getByRole('button', { name: /^Bayar Rp/ }).click()
  await expect(page.getByRole('alert').first()).toContainText('Total sekarang Rp350.000')
  await expect(page.getByLabel('Nama lengkap')).toHaveValue(buyer.name)
  await page.getByRole('checkbox', { name: /Saya setuju dengan total baru/ }).check()
  await submitCheckout(page)
})

test('pressing the button twice places one order', async ({ page }) => {
  await openCheckout(page)
  await fillCheckout(page)
  await page.getByRole('button', { name: /^Bayar Rp/ }).dblclick()
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
})

test('hosting is ordered by WhatsApp, with the product already in the message', async ({
  page,
}) => {
  await page.goto('/produk/vps')
  const link = page.getByRole('link', { name: 'Pesan lewat WhatsApp' })
  const href = (await link.count()) > 0 ? await link.getAttribute('href') : null
  test.skip(href === null, 'this shop has no WhatsApp number')
  expect(href).toMatch(/^https:\/\/wa\.me\/62\d+\?text=.*VPS/)
  await expect(page.getByRole('link', { name: 'Beli Sekarang' })).toHaveCount(0)
})
