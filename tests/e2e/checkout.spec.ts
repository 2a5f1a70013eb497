import { expect, test } from '@playwright/test'

import { becomeMember } from './pages/account'
import { countMails, waitForMail } from './pages/mail'
import { changeProduct, publishProduct, unpublish } from './pages/panel'
import {
  addToCart,
  buyer,
  expectFilled,
  fillCheckout,
  newAddress,
  openCheckout,
  pressPay,
  submitCheckout,
} from './pages/shop'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('each wrong field is explained beside it, in Indonesian, and nothing typed is lost', async ({
      page,
    }) => {
      await openCheckout(page)
      await pressPay(page)
      for (const [label, text] of [
        ['Nama lengkap', 'Isi nama lengkap Anda.'],
        ['Email', 'Isi alamat email Anda.'],
        ['Nomor WhatsApp', 'Isi nomor WhatsApp Anda.'],
      ] as const) {
        await expect(page.getByLabel(label, { exact: true })).toHaveAccessibleDescription(
          new RegExp(text),
        )
      }
      const wrong = { email: 'budi@contoh', phone: '123' }
      await fillCheckout(page, wrong)
      await pressPay(page)
      await expect(page.getByLabel('Email', { exact: true })).toHaveAccessibleDescription(
        /belum benar/,
      )
      await expectFilled(page, wrong)
      await page.getByLabel('Email', { exact: true }).fill(buyer.email)
      await pressPay(page)
      const phone = page.getByLabel('Nomor WhatsApp')
      await expect(phone).toHaveAccessibleDescription(/Nomor telepon tidak sah/)
      await expect(phone).toHaveAttribute('aria-invalid', 'true')
      await expect(page.getByRole('alert').first()).toContainText('Ada yang perlu diperbaiki')
      await expectFilled(page, { phone: '123' })
      await phone.fill(buyer.phone)
      await submitCheckout(page)
    })

    test('a cart holds several products, refuses nonsense, changes, and leads to one order', async ({
      page,
    }) => {
      await page.goto('/keranjang')
      await expect(page.getByRole('heading', { name: 'Keranjang Anda masih kosong' })).toBeVisible()
      await addToCart(page, 'konsultasi-it-1-jam')
      await addToCart(page, 'template-portofolio-premium')
      const quantity = page.getByLabel('Jumlah Konsultasi IT 1 Jam', { exact: true })
      await quantity.fill('100')
      await page.getByRole('button', { name: 'Ubah jumlah Konsultasi IT 1 Jam' }).click()
      await expect(quantity).toHaveAccessibleDescription(/dari 1 sampai 99/)
      await expect(quantity).toHaveValue('100')
      await quantity.fill('2')
      await page.getByRole('button', { name: 'Ubah jumlah Konsultasi IT 1 Jam' }).click()
      await expect(page.getByText('Rp949.000')).toBeVisible()
      await page.getByRole('button', { name: 'Hapus Template Portofolio Premium' }).click()
      await expect(page.getByText('Template Portofolio Premium')).toHaveCount(0)
      await addToCart(page, 'analisis-keamanan-web')
      await page.getByRole('link', { name: 'Lanjut ke checkout' }).click()
      await fillCheckout(page)
      await submitCheckout(page)
      await expect(page.getByText('Rp2.450.000').first()).toBeVisible()
      await page.goto('/keranjang')
      await expect(page.getByRole('heading', { name: 'Keranjang Anda masih kosong' })).toBeVisible()
    })

    test('a price that an editor changed meanwhile is shown and must be agreed to', async ({
      page,
    }) => {
      const product = await publishProduct(100_000)
      await page.goto(`/checkout?produk=${product.slug}`)
      await fillCheckout(page)
      await changeProduct(product, { price: 125_000 })
      await pressPay(page)
      const news = page.getByRole('alert').filter({ hasText: 'Harga berubah' })
      await expect(news).toContainText('dari Rp100.000 menjadi Rp125.000')
      await expectFilled(page)
      await pressPay(page)
      await expect(news).toContainText('Centang untuk menyetujui total yang baru')
      await page.getByRole('checkbox', { name: /Saya setuju dengan total baru/ }).check()
      await submitCheckout(page)
      await expect(page.getByText('Rp125.000').first()).toBeVisible()
      await unpublish(product)
    })

    test('a product that went off sale meanwhile is told, and nothing typed is lost', async ({
      page,
    }) => {
      const product = await publishProduct(50_000)
      await addToCart(page, product.slug)
      await addToCart(page, 'konsultasi-it-1-jam')
      await page.getByRole('link', { name: 'Lanjut ke checkout' }).click()
      await fillCheckout(page)
      await unpublish(product)
      await pressPay(page)
      await expect(page.getByRole('alert').first()).toContainText('baru saja berhenti dijual')
      await expectFilled(page)
      await expect(page.getByText('tidak ikut dipesan')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Bayar Rp350.000' })).toBeVisible()
      await submitCheckout(page)
    })
  })
}

test('the only product went off sale: the page says so and keeps what was typed', async ({
  page,
}) => {
  const product = await publishProduct(50_000)
  await page.goto(`/checkout?produk=${product.slug}`)
  await fillCheckout(page)
  await unpublish(product)
  await pressPay(page)
  await expect(page.getByRole('alert').first()).toContainText('baru saja berhenti dijual')
  await expectFilled(page)
  await expect(page.getByRole('link', { name: 'Lihat produk lain' })).toBeVisible()
  await page.goto(`/checkout?produk=${product.slug}`)
  await expect(page.getByRole('heading', { name: 'Produk ini tidak dijual di sini' })).toBeVisible()
})

test('a cart emptied in another window orders nothing', async ({ context, page }) => {
  await addToCart(page, 'konsultasi-it-1-jam')
  await page.getByRole('link', { name: 'Lanjut ke checkout' }).click()
  await fillCheckout(page)
  const other = await context.newPage()
  await other.goto('/keranjang')
  await other.getByRole('button', { name: 'Hapus Konsultasi IT 1 Jam' }).click()
  await expect(other.getByRole('heading', { name: 'Keranjang Anda masih kosong' })).toBeVisible()
  await pressPay(page)
  await expect(page.getByRole('alert').first()).toContainText('sudah dikosongkan')
  await expectFilled(page)
  await expect(page).toHaveURL(/\/checkout$/)
})

test('pressing the button twice places one order', async ({ page }) => {
  const email = newAddress()
  await openCheckout(page)
  await fillCheckout(page, { email })
  await page.getByRole('button', { name: /^Bayar Rp/ }).dblclick()
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
  await waitForMail({ subject: /^Pesanan/, to: email })
  expect(await countMails(email)).toBe(1)
})

test.describe('hosting in instalments, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('shows schedule, total, difference and rules before the order, and the choice is the address', async ({
    page,
  }) => {
    await page.goto('/produk/vps')
    await expect(page.getByText('per bulan', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: /^6x/ }).click()
    const plan = page.locator('#cicilan-6x')
    await expect(plan.getByText('Total sama dengan harga tunai.')).toBeVisible()
    await expect(plan.getByRole('row')).toHaveCount(8)
    await expect(plan.getByText(/Tidak ada denda/)).toBeVisible()
    await plan.getByRole('link', { name: 'Pesan dengan cicilan ini' }).click()
    await expect(page).toHaveURL(/\/checkout\?produk=vps&plan=6x$/)
    await expect(page.getByText('Rp357.600')).toHaveCount(2)
    await page.getByRole('link', { name: /^12x/ }).click()
    await expect(page).toHaveURL(/plan=12x$/)
    await expect(page.getByText(/^Denda Rp10\.000/)).toBeVisible()
    await page.getByLabel('Jumlah').fill('2')
    await page.getByRole('button', { name: 'Ubah' }).click()
    await expect(page).toHaveURL(/produk=vps&plan=12x&jumlah=2$/)
    await expect(page.getByRole('link', { name: 'Masuk lalu lanjutkan' })).toHaveAttribute(
      'href',
      `/akun?lanjut=${encodeURIComponent('/checkout?produk=vps&plan=12x&jumlah=2')}`,
    )
    await expect(page.getByRole('button', { name: /^Pesan/ })).toHaveCount(0)
  })

  test('is paid at once by whoever does not choose a plan', async ({ page }) => {
    await page.goto('/produk/vps')
    await page.getByRole('link', { name: 'Bayar tunai Rp1.788.000' }).click()
    await expect(page.getByRole('button', { name: 'Bayar Rp1.788.000' })).toBeVisible()
  })

  test('offers what there is when the address names a plan that there is not', async ({ page }) => {
    await page.goto('/checkout?produk=vps&plan=99x')
    await expect(
      page.getByRole('heading', { name: 'Rencana cicilan ini tidak tersedia' }),
    ).toBeVisible()
    await expect(page.getByRole('link', { name: /^3x/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Bayar|^Pesan/ })).toHaveCount(0)
  })
})

test('a member orders by a plan, agrees to what he saw, and pays what is due today', async ({
  page,
}) => {
  await becomeMember(page, newAddress())
  await page.goto('/checkout?produk=vps&plan=6x')
  await page.getByRole('checkbox', { name: /Saya menyetujui/ }).check()
  await page.getByRole('button', { name: 'Pesan dan bayar Rp357.600' }).click()
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
  await expect(page.getByText('Rp357.600').first()).toBeVisible()
})
