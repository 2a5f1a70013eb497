import { expect, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { endPayment, returnToShop } from './gateway'

/** The seeded plan that these tests buy by: a fifth at once, then six instalments. */
export const PLAN = { count: 7, key: '6x', product: 'vps' }

/** Places a contract of a member so many days ago; answers with the path of its page. */
export const orderEarlier = async (email: string, days: number): Promise<string> => {
  const settings = [
    '--conditions=production',
    '--import',
    'tsx',
    '--import',
    './src/dev/dotenv.mjs',
  ]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...settings, 'tests/e2e/earlier.ts', email, String(days), PLAN.product, PLAN.key],
    { env: { ...process.env, LUNAS_STATE: '.lunas/e2e' } },
  )
  const token = /token=([\w-]{20,})/.exec(stdout)?.[1]
  expect(token, stdout).toBeDefined()
  return `/pesanan/${String(token)}`
}

/** A member orders by the plan from its checkout and stops on the gateway's page. */
export const orderByPlan = async (page: Page): Promise<void> => {
  await page.goto(`/checkout?produk=${PLAN.product}&plan=${PLAN.key}`)
  await page.getByRole('checkbox', { name: /Saya menyetujui/ }).check()
  await page.getByRole('button', { name: /^Pesan dan bayar Rp/ }).click()
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
}

/** Pays at the gateway and comes back to the page of the order. */
export const payPart = async (page: Page, progress: string): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
  await endPayment(page, 'Bayar sekarang')
  await returnToShop(page)
  // The callback may come a moment later; without JavaScript the page itself looks again after half a minute.
  await expect(async () => {
    const isThere = await page.getByText(progress).first().isVisible()
    await (isThere ? Promise.resolve() : page.reload())
    await expect(page.getByText(progress).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
  await expect(page).toHaveURL(/\/pesanan\/[\w-]{20,}$/)
}

/** The lines of the schedule, the oldest first. */
export const debts = (page: Page) =>
  page.getByRole('table', { name: 'Rincian cicilan' }).getByRole('row')
