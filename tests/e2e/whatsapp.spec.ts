import { expect, type Locator, type Page, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import { enterAs } from './pages/desk'
import { expectFaultlessIn } from './pages/faults'
import { forgetHandedOver, handOver } from './pages/outbox'

const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
] as const

const bell = (page: Page): Locator => page.getByRole('link', { name: /perlu tindakan$/ })

/** What the bell says. Other tests leave messages behind, so that only differences mean something. */
const readBell = async (page: Page): Promise<number> =>
  Number(/^(\d+) perlu/.exec((await bell(page).innerText()).trim())?.[1] ?? 0)

const messageTo = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })

test('an admin sends WhatsApp messages by hand, one after the other, on a telephone', async ({
  context,
  page,
}) => {
  test.slow()
  await page.setViewportSize({ height: 740, width: 360 })
  // Nothing is sent to anybody: WhatsApp's own page stays away.
  await context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))
  const run = randomUUID().slice(0, 6)
  const [first, second, third] = ['Satu', 'Dua', 'Tiga'].map((name) => `${name} ${run}`)
  await forgetHandedOver()
  for (const name of [first, second, third]) {
    await handOver(name ?? '')
  }
  await enterAs(page, 'admin')
  await page.goto('/admin')
  const before = await readBell(page)
  expect(before).toBeGreaterThanOrEqual(3)
  await expect(bell(page)).toHaveAttribute('href', '/admin#lunas-todos')
  await page.getByRole('link', { name: /Pesan WhatsApp perlu dikirim/ }).click()
  await expect(page).toHaveURL(/\/admin\/whatsapp$/)

  const card = messageTo(page, String(first))
  await expect(card).toContainText('+62 812 3456 7890')
  await expect(card.getByRole('link', { name: /^Pesanan / })).toBeVisible()
  await card.getByText('Baca pesan').click()
  await expect(card.getByText(/Halo Satu/)).toBeVisible()

  const window = context.waitForEvent('page')
  await card.getByRole('button', { name: /^Buka di WhatsApp/ }).click()
  const opened = await window
  expect(new URL(opened.url()).pathname).toBe('/6281234567890')
  expect(new URL(opened.url()).searchParams.get('text')).toContain('HZ-000123')
  await opened.close()
  await expect(card.getByText('Dibuka di WhatsApp')).toBeVisible()
  const next = messageTo(page, String(second)).getByRole('button', { name: /^Buka/ })
  await expect(next).toBeFocused()
  expect(await readBell(page)).toBe(before)

  await card.getByRole('button', { name: /^Sudah saya kirim/ }).click()
  await expect(card).toHaveCount(0)
  await expect(next).toBeFocused()
  expect(await readBell(page)).toBe(before - 1)

  for (const name of [second, third]) {
    const other = context.waitForEvent('page')
    await messageTo(page, String(name)).getByRole('button', { name: /^Buka/ }).press('Enter')
    await (await other).close()
    await expect(messageTo(page, String(name)).getByText('Dibuka di WhatsApp')).toBeVisible()
  }
  await expectFaultlessIn(page, looks)
  await page.getByRole('button', { name: /^Tandai semua yang dibuka/ }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('tidak dapat dibatalkan')
  await question.getByRole('button', { name: /^Tandai semua/ }).click()
  await expect(messageTo(page, String(third))).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect.poll(() => readBell(page)).toBe(before - 3)
})

test('nobody but admins and owners comes to the page, and only they have the bell', async ({
  page,
}) => {
  await page.goto('/admin/whatsapp')
  await expect(page).toHaveURL(/\/admin\/login/)
  await enterAs(page, 'editor')
  await page.goto('/admin/whatsapp')
  await expect(page).toHaveURL(/\/admin\/?$/)
  await expect(page.getByRole('heading', { name: 'Katalog' })).toBeVisible()
  await expect(bell(page)).toHaveCount(0)
  await enterAs(page, 'owner')
  await page.goto('/admin/whatsapp')
  await expect(page.getByRole('heading', { level: 1, name: /^Pesan WhatsApp/ })).toBeVisible()
  await expect(bell(page)).toHaveCount(1)
})
