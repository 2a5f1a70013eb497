import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

import { enterAs } from './pages/desk'
import { expectFaultlessIn, LOOKS } from './pages/faults'
import { drawScreenshot } from './pages/problem'
import { payAndOpenOrder } from './pages/purchase'
import { newAddress, orderOne } from './pages/shop'

/** The page itself; the frame around it is Payload's own. */
const expectFaultlessMain = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
}

test('a customer asks for his money back; an owner approves it, sends it and records the proof', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  await orderOne(page, { email: newAddress() })
  await payAndOpenOrder(page)
  await page.getByRole('link', { name: 'Ajukan pengembalian dana' }).click()
  await page.getByRole('button', { name: 'Ajukan' }).press('Enter')
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectFaultlessIn(page, LOOKS)
  await page.getByLabel('Alasan').fill('Salah memilih produk.')
  await page.getByLabel('Rekening tujuan').fill('BCA 1234567890 a.n. Budi Santoso')
  await page.getByRole('button', { name: 'Ajukan' }).press('Enter')
  await expect(page.getByText('Diajukan', { exact: true })).toBeVisible()
  await expectFaultlessIn(page, LOOKS)

  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  await enterAs(desk, 'owner')
  await desk.goto('/admin')
  await desk.getByRole('link', { name: /Pengembalian dana perlu diputuskan/ }).click()
  await desk
    .getByRole('link', { name: /^R-\d{6}$/ })
    .first()
    .click()
  await desk.getByRole('button', { exact: true, name: 'Setujui' }).press('Enter')
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('button', { exact: true, name: 'Setujui' }).press('Enter')
  await expect(desk.getByLabel('Nomor transfer')).toBeVisible()
  await expectFaultlessMain(desk)
  await desk.getByLabel('Nomor transfer').fill('BCA 20261122-0042')
  await desk.getByLabel(/^Bukti/).setInputFiles(await drawScreenshot())
  await desk.getByRole('button', { name: 'Catat sudah dikirim' }).press('Enter')
  await expect(desk.getByRole('link', { name: 'Bukti 1' })).toBeVisible()
  await expectFaultlessMain(desk)

  await page.reload()
  await expect(page.getByText('Uang sudah dikirim', { exact: true })).toBeVisible()
})
