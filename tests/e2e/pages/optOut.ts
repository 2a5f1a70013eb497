import { expect, type Page } from '@playwright/test'

import { endPayment, returnToShop } from './gateway'
import { countMails, type Mail, waitForMail } from './mail'
import { orderOne } from './shop'

const FAILED = /belum berhasil$/

/** Orders, and lets the payment fail: the shop has something to say that nobody need be told. */
export const failOne = async (page: Page, email: string): Promise<void> => {
  await orderOne(page, { email })
  await endPayment(page, 'Gagalkan')
  await returnToShop(page)
}

/** The mail that says so. */
export const waitForFailure = (email: string): Promise<Mail> =>
  waitForMail({ subject: FAILED, to: email })

/** The word in the link at the foot of such a mail. */
export const readWord = async (email: string): Promise<string> => {
  const { html, text } = await waitForFailure(email)
  const found = /\/akun\/berhenti\?tanda=([\w.-]+)/.exec(`${text} ${html}`)
  expect(found).not.toBeNull()
  return String(found?.[1])
}

/** Where that link leads to. */
export const pageOf = (word: string): string => `/akun/berhenti?tanda=${word}`

/** Buys once more without paying, and waits for the confirmation, which always comes. */
export const orderAndHear = async (page: Page, email: string): Promise<void> => {
  const before = await countMails(email)
  await orderOne(page, { email })
  await expect.poll(() => countMails(email), { timeout: 20_000 }).toBeGreaterThan(before)
}
