import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailCatcher, startMailCatcher } from '@/dev/mail'
import { createMailTransport } from '@/plugin/notifications'

let catcher: MailCatcher

beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 13_225, webPort: 13_325 })
})

afterAll(() => catcher.stop())

it('a mail that comes as HTML alone leaves with its text', async () => {
  const from = 'Toko <toko@example.id>'
  const adapter = await createMailTransport({ from, smtpUrl: catcher.smtpUrl })
  const { sendEmail } = adapter({ payload: {} as never })
  const link = 'https://toko.example.id/akun/kata-sandi?token=abc'
  const html = `<p>Halo Budi,</p><p><a href="${link}">${link}</a></p>`
  await sendEmail({ html, subject: 'Kata sandi', to: 'budi@example.id' })
  await sendEmail({ html, subject: 'Sendiri', text: 'Tulisan sendiri', to: 'siti@example.id' })
  const response = await fetch(`${catcher.webUrl}/api/messages`)
  const { messages } = (await response.json()) as { messages: { text: string; to: string[] }[] }
  const textTo = (to: string) => messages.find((message) => message.to.includes(to))?.text
  expect(textTo('budi@example.id')).toContain(link)
  expect(textTo('budi@example.id')).not.toContain('<p>')
  expect(textTo('siti@example.id')?.trim()).toBe('Tulisan sendiri')
})
