import { expect, type Locator, type Page, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import { enterAs } from './pages/desk'
import { forgetHandedOver, handOver } from './pages/outbox'

test.use({ viewport: { height: 900, width: 1280 } })

const listenForFaults = (page: Page): string[] => {
  const faults: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error') {
      faults.push(line.text())
    }
  })
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}

const factOf = (page: Page, name: string): Locator =>
  page.locator('.lunas-json > div').filter({ has: page.getByText(name, { exact: true }) })

test('the page of a message says in plain words what it is about, and who did what with it', async ({
  context,
  page,
}) => {
  test.slow()
  await context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))
  const faults = listenForFaults(page)
  const name = `Sari ${randomUUID().slice(0, 6)}`
  await forgetHandedOver()
  const id = await handOver(name)
  await enterAs(page, 'admin')
  await page.goto(`/admin/collections/notifications/${id}`)
  const title = page.getByRole('heading', { level: 1, name: 'Pesanan dibuat' })
  await expect(title).toBeVisible()
  await expect(page.getByText('order.placed')).toHaveCount(0)
  await expect(factOf(page, 'Total')).toContainText('Rp1.250.000')
  await expect(factOf(page, 'Pelanggan')).toContainText(name)
  await expect(page.getByText('Belum ada: pesan ini diproses otomatis.')).toBeVisible()

  const deeds = page.locator('.lunas-deeds li')
  const window = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Buka di WhatsApp' }).click()
  await (await window).close()
  await expect(deeds).toHaveCount(1)
  await page.getByRole('button', { name: 'Sudah saya kirim' }).click()
  await expect(deeds).toHaveCount(2)
  await expect(deeds.first()).toContainText(/Dicatat terkirim manual.*WIB · oleh \S+/s)
  await expect(deeds.last()).toContainText('Dibuka di WhatsApp')
  await expect(title).toBeVisible()
  expect(faults).toEqual([])
})

test('the page of a message’s own words has the message’s name for its title', async ({ page }) => {
  const headers = await enterAs(page, 'admin')
  const data = { event: 'payment.inReview', subject: 'Sedang kami tinjau' }
  const answer = await page.request.post('/api/message-texts', { data, headers })
  const { doc } = (await answer.json()) as { doc: { id: string } }
  await page.goto(`/admin/collections/message-texts/${doc.id}`)
  await expect(
    page.getByRole('heading', { level: 1, name: 'Pembayaran sedang ditinjau' }),
  ).toBeVisible()
  await page.request.delete(`/api/message-texts/${doc.id}`, { headers })
})
