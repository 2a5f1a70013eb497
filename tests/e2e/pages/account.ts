import { expect, type Page } from '@playwright/test'

import { waitForMail } from './mail'

/** A password that the rules accept. */
export const goodPassword = 'kopi pahit pagi hari'

/** Who opens an account in these tests. */
export const member = { name: 'Siti Aminah', phone: '0813 2222 3333' }

/** Asks for an account from the footer on, and follows no mail yet. */
export const askForAccount = async (page: Page, email: string): Promise<void> => {
  await page.goto('/pesanan')
  await page.getByRole('link', { name: 'Punya akun?' }).click()
  await page.getByRole('link', { name: 'Belum punya akun? Buka akun' }).click()
  await page.getByLabel('Nama lengkap').fill(member.name)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Nomor WhatsApp').fill(member.phone)
  await page.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(page.getByRole('heading', { name: 'Periksa email Anda' })).toBeVisible()
}

/** The path of the link in the newest mail that sets a password. */
export const readPasswordLink = async (email: string): Promise<string> => {
  const { html, text } = await waitForMail({ subject: /^Atur kata sandi Anda$/, to: email })
  const found = /\/akun\/kata-sandi\?token=[0-9a-f]{40}/.exec(`${text} ${html}`)
  expect(found).not.toBeNull()
  return String(found?.[0])
}

/** Sets the password on the page of the link, and is logged in by it. */
export const setPassword = async (page: Page, link: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel('Kata sandi baru').fill(goodPassword)
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByRole('heading', { name: `Halo, ${member.name}` })).toBeVisible()
}

/** Opens an account and is logged in. */
export const becomeMember = async (page: Page, email: string): Promise<void> => {
  await askForAccount(page, email)
  await setPassword(page, await readPasswordLink(email))
}

/** Fills the login on the open page and presses its button, whatever comes of it. */
export const fillLogin = async (
  page: Page,
  login: { email: string; password: string },
): Promise<void> => {
  await page.getByLabel('Email', { exact: true }).fill(login.email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(login.password)
  await page.getByRole('button', { exact: true, name: 'Masuk' }).click()
}

/** Opens the login and tries it. */
export const tryLogin = async (
  page: Page,
  login: { email: string; password: string },
): Promise<void> => {
  await page.goto('/akun')
  await fillLogin(page, login)
}

/** Presses "Keluar" on the account page. */
export const logOut = async (page: Page): Promise<void> => {
  await page.goto('/akun')
  await page.getByRole('button', { name: 'Keluar' }).click()
  await expect(page.getByText('Anda sudah keluar.')).toBeVisible()
}
