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

/** An owner on the page of the only refund of an order. */
const openRefund = async (desk: Page, email: string): Promise<void> => {
  const headers = await enterAs(desk, 'owner')
  const query = `where[order.email][equals]=${email}&where[state][equals]=requested&depth=0`
  const answer = await desk.request.get(`/api/refunds?${query}`, { headers })
  const { docs } = (await answer.json()) as { docs: { id: string }[] }
  await desk.goto(`/admin/collections/refunds/${docs[0]?.id ?? ''}`)
}

/** Looks again until a job has done its part. */
const waitFor = (desk: Page, words: string): Promise<void> =>
  expect(async () => {
    await desk.reload()
    await expect(desk.getByText(words, { exact: true }).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })

const press = async (desk: Page, button: string): Promise<void> => {
  await desk.getByRole('button', { exact: true, name: button }).press('Enter')
  await desk.getByRole('dialog').getByRole('button', { exact: true, name: button }).press('Enter')
  await expect(desk.getByRole('dialog')).toHaveCount(0)
}

test('what was asked back is withdrawn without JavaScript, asked for again, and sent by the disbursement', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const email = newAddress()
  await orderOne(page, { email })
  const address = await payAndOpenOrder(page)
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const bare = await plain.newPage()
  const ask = async (): Promise<void> => {
    await bare.goto(address)
    await bare.getByRole('link', { name: 'Ajukan pengembalian dana' }).click()
    await bare.getByLabel('Alasan').fill('Salah memilih produk.')
    await bare.getByLabel('Rekening tujuan').fill('BCA 1234567890 a.n. Budi Santoso')
    await bare.getByRole('button', { name: 'Ajukan' }).click()
    await expect(bare.getByText('Diajukan', { exact: true })).toBeVisible()
  }
  await ask()
  await bare.getByRole('button', { name: /^Batalkan pengajuan/ }).click()
  await expect(bare.getByText('Diajukan', { exact: true })).toHaveCount(0)
  await ask()

  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  await openRefund(desk, email)
  await press(desk, 'Setujui')
  await desk.getByLabel('Bank', { exact: true }).selectOption({ label: 'BCA' })
  await expect(desk.getByLabel('Nomor rekening')).toHaveValue('1234567890')
  await expectFaultlessIn(desk, LOOKS, 'main')
  await desk.getByRole('button', { name: 'Periksa rekening' }).press('Enter')
  await waitFor(desk, 'Rekening ditemukan, perlu dikirim')
  await expectFaultlessIn(desk, LOOKS, 'main')
  await press(desk, 'Kirim uang')
  await waitFor(desk, 'Terkirim')
  await expectFaultlessIn(desk, LOOKS, 'main')
  await bare.goto(address)
  await expect(bare.getByText('Uang sudah dikirim', { exact: true })).toBeVisible()
})
