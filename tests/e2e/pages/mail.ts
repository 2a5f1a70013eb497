import { expect } from '@playwright/test'

import { findPorts } from '../ports'

/** One caught mail, as the catcher's API tells it. */
export type Mail = { html: string; subject: string; text: string; to: string[] }

const readMails = async (to: string): Promise<Mail[]> => {
  const { mailWeb } = await findPorts()
  const query = new URLSearchParams({ limit: '50', to })
  const response = await fetch(`http://127.0.0.1:${mailWeb}/api/messages?${query.toString()}`)
  return ((await response.json()) as { messages: Mail[] }).messages
}

/** How many mails an address has had so far. */
export const countMails = async (to: string): Promise<number> => (await readMails(to)).length

/** Waits for a mail to an address whose subject and text hold what is asked for. */
export const waitForMail = async (args: {
  holds?: string
  subject: RegExp
  to: string
}): Promise<Mail> => {
  const { holds = '', subject, to } = args
  const find = async () =>
    (await readMails(to)).find((mail) => subject.test(mail.subject) && mail.text.includes(holds))
  await expect.poll(find, { message: `${subject} to ${to}`, timeout: 20_000 }).toBeDefined()
  const mail = await find()
  if (!mail) {
    throw new Error('The mail went away again')
  }
  return mail
}
