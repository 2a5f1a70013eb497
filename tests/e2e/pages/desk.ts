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
