import { expect, test } from '@playwright/test'

import { changeProduct, publishProduct, readEditor, unpublish } from './pages/panel'

test('what an editor publishes is on the ready-made pages within seconds', async ({ page }) => {
  const product = await publishProduct(100_000)
  const address = `/produk/${product.slug}`
  const first = await page.request.get(address)
  expect(first.headers()['cache-control']).toContain('s-maxage')
  await page.goto(address)
  await expect(page.getByText('Rp100.000').first()).toBeVisible()
  await changeProduct(product, { price: 175_000 })
  for (const path of [address, '/produk', '/']) {
    await expect(async () => {
      await page.goto(path)
      await expect(page.getByText('Rp175.000').first()).toBeVisible({ timeout: 500 })
    }, path).toPass({ timeout: 10_000 })
  }
  await unpublish(product)
  await expect(async () => {
    expect((await page.request.get(address)).status()).toBe(404)
  }).toPass({ timeout: 10_000 })
})

test('a draft is seen by a signed-in editor and by nobody else', async ({ browser, page }) => {
  const product = await publishProduct(100_000)
  await changeProduct(product, { _status: 'draft', title: 'Judul baru' }, '&draft=true')
  const preview = `/pratinjau/produk/${product.slug}?locale=id`
  const stranger = await browser.newContext()
  expect((await stranger.request.get(preview)).status()).toBe(403)
  await stranger.close()
  await page.request.post('/api/staff/login', { data: readEditor() })
  await page.goto(preview)
  await expect(page).toHaveURL(new RegExp(`/produk/${product.slug}$`))
  await expect(page.getByRole('heading', { level: 1, name: 'Judul baru' })).toBeVisible()
  await page.getByRole('link', { name: 'Keluar dari pratinjau' }).click()
  await page.goto(`/produk/${product.slug}`)
  await expect(page.getByRole('heading', { level: 1, name: product.title })).toBeVisible()
  await page.goto('/pratinjau/halaman/syarat-ketentuan?locale=en')
  await expect(page).toHaveURL(/\/en\/syarat-ketentuan$/)
  await unpublish(product)
})
