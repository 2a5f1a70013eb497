import { expect, type Page } from '@playwright/test'

import { findPorts } from '../ports'

/** How a payment at the simulated gateway ends. */
export type Ending = 'Bayar sekarang' | 'Gagalkan' | 'Kedaluwarsakan'

/** Chooses QRIS and ends the payment; the simulator then knows the outcome. */
export const endPayment = async (page: Page, ending: Ending): Promise<void> => {
  await page.getByRole('button', { name: /QRIS/ }).first().click()
  await page.getByRole('button', { exact: true, name: ending }).click()
}

/** Follows "Kembali ke toko" where the gateway does not send the customer back by itself. */
export const returnToShop = async (page: Page): Promise<void> => {
  const back = page.getByRole('link', { name: 'Kembali ke toko' })
  await expect(
    back.or(page.getByRole('link', { name: 'Buka halaman pesanan' })).first(),
  ).toBeVisible()
  if (await back.isVisible()) {
    await back.click()
  }
  await expect(page).toHaveURL(/\/pembayaran\/selesai/)
}

const control = async (args: {
  body?: unknown
  method: 'DELETE' | 'POST'
  name: string
}): Promise<void> => {
  const { simulator } = await findPorts()
  const response = await fetch(`http://127.0.0.1:${simulator}/__control/${args.name}`, {
    method: args.method,
    ...(args.body === undefined
      ? {}
      : { body: JSON.stringify(args.body), headers: { 'Content-Type': 'application/json' } }),
  })
  expect(response.ok, `${args.method} ${args.name}`).toBe(true)
}

/** The gateway stops taking invoices, until `mendGateway`. */
export const breakGateway = (): Promise<void> =>
  control({
    body: { endpoint: 'createInvoice', kind: 'drop', times: 0 },
    method: 'POST',
    name: 'faults',
  })

/** The gateway works again. */
export const mendGateway = (): Promise<void> => control({ method: 'DELETE', name: 'faults' })

/** The money arrives, paid on another device; resolves when the shop has answered the callback. */
export const payElsewhere = (gatewayPage: string): Promise<void> =>
  control({
    body: { reference: new URL(gatewayPage).searchParams.get('reference'), wait: true },
    method: 'POST',
    name: 'pay',
  })
