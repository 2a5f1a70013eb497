import { expect, type Page } from '@playwright/test'

import { readLogin } from './panel'

/** Logs a demo member of staff in; answers what his own calls to the API need. */
export const enterAs = async (page: Page, role: string): Promise<{ authorization: string }> => {
  const answer = await page.request.post('/api/staff/login', { data: readLogin(role) })
  expect(answer.ok(), await answer.text()).toBe(true)
  const { token } = (await answer.json()) as { token: string }
  return { authorization: `JWT ${token}` }
}

/** Enters as an admin, on the page of the delivery of a buyer's only order. */
export const openDelivery = async (desk: Page, email: string): Promise<void> => {
  const headers = await enterAs(desk, 'admin')
  const find = async (query: string): Promise<string> => {
    const found = await desk.request.get(`/api/${query}&depth=0&limit=1`, { headers })
    const { docs } = (await found.json()) as { docs: { id: string }[] }
    return docs[0]?.id ?? ''
  }
  const order = await find(`orders?where[email][equals]=${email}`)
  const id = await find(`fulfilments?where[order][equals]=${order}`)
  await desk.goto(`/admin/collections/fulfilments/${id}`)
}

/** Presses the button of a move and confirms it, by keyboard; a reason is given where one is asked for. */
export const confirmMove = async (desk: Page, button: string, reason?: string): Promise<void> => {
  await desk.getByRole('button', { exact: true, name: button }).press('Enter')
  const dialog = desk.getByRole('dialog')
  if (reason !== undefined) {
    await dialog.getByRole('textbox').first().fill(reason)
  }
  await dialog.getByRole('button', { exact: true, name: button }).press('Enter')
  await expect(dialog).toHaveCount(0)
}

/** Ends a delivery: nothing more is to be done for it. */
export const finishDelivery = async (desk: Page): Promise<void> => {
  await desk.reload()
  await confirmMove(desk, 'Selesaikan')
  await expect(desk.getByRole('button', { exact: true, name: 'Selesaikan' })).toHaveCount(0)
}

/** The customer reads on the page of his order that its only delivery is done. */
export const expectDone = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await expect(page.getByText('Selesai', { exact: true }).first()).toBeVisible()
}

/** Staff answer in the thread of the open page. */
export const answerThread = async (desk: Page, words: string): Promise<void> => {
  await desk.reload()
  await desk.getByLabel('Jawaban Anda kepada pelanggan').fill(words)
  await desk.getByRole('button', { name: 'Kirim jawaban' }).press('Enter')
  await expect(desk.getByText(words)).toBeVisible()
}
