import { expect, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import {
  addPicture,
  publish,
  signInToPanel,
  takeOut,
  throwAway,
  writeProduct,
} from './pages/editorPanel'

test.use({ viewport: { height: 900, width: 1280 } })

test('an editor writes, publishes, illustrates, throws away and brings back a product in the panel', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const title = `Pelatihan Git ${randomUUID().slice(0, 6)}`
  await signInToPanel(page)
  await writeProduct(page, title)
  await publish(page)
  const slug = await page.locator('#field-slug').inputValue()
  expect(slug).toBe(title.toLowerCase().replaceAll(' ', '-'))
  const address = `/produk/${slug}`
  const shop = await page.context().newPage()
  await expect(async () => {
    await shop.goto(address)
    await expect(shop.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }).toPass()
  await expect(shop.getByText('Rp275.000').first()).toBeVisible()

  await addPicture(page, { alt: 'Logo toko', file: 'public/icon-512.png' })
  await publish(page)
  await expect(async () => {
    await shop.goto(address)
    await expect(shop.getByRole('img', { name: 'Logo toko' })).toBeVisible({ timeout: 1_000 })
  }).toPass()

  await throwAway(page)
  await expect(async () => {
    expect((await shop.request.get(address)).status()).toBe(404)
  }).toPass()
  await takeOut(page, title)
  await page.goto('/admin/collections/products')
  await expect(page.getByRole('link', { name: title })).toBeVisible()
})
