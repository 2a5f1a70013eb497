/**
 * What our outbox is measured against: nodemailer's pool and nothing else. It renders and addresses
 * the same messages before the clock starts; then it sends them, as many at once as the pool takes.
 */
import nodemailer from 'nodemailer'

import { newId } from '@/plugin/kernel/payload/ids'
import { buildEnvelope } from '@/plugin/notifications/deliver/envelope'
import { renderMail } from '@/plugin/notifications/mail/renderMail'
import type { Notification } from '@/plugin/notifications/schema'

import { makeMessage } from '../support/outbox/messages'

type Order = { run: string; total: number }
type Mail = Parameters<ReturnType<typeof openPool>['sendMail']>[0]

const CONNECTIONS = Number(process.env.BARE_CONNECTIONS)
/** As the shop's own settings have it, so that both send the same bytes. */
const FRAME = { contact: { email: 'halo@hanzamas.tech' }, shopName: 'Hanzamas' }

const openPool = () =>
  nodemailer.createTransport({
    maxConnections: CONNECTIONS,
    pool: true,
    url: process.env.SMTP_URL,
  } as Parameters<typeof nodemailer.createTransport>[0])

const prepareMail = async (args: { index: number; run: string }): Promise<Mail> => {
  const message = makeMessage(args)
  const { address, kind, locale, name } = message.recipient
  const notification = {
    ...message,
    id: newId(),
    locale,
    recipientAddress: address,
    recipientKind: kind,
    recipientName: name,
    subjectId: message.subject.id,
    subjectType: message.subject.type,
  } as unknown as Notification
  const envelope = buildEnvelope({ domain: 'lunas.test', notification })
  const mail = await renderMail({ ...notification, frame: FRAME })
  return { ...envelope, ...mail, from: process.env.MAIL_FROM } as Mail
}

const transport = openPool()

const send = async ({ run, total }: Order): Promise<number> => {
  const mails: Mail[] = []
  for (let index = 0; index < total; index++) {
    mails.push(await prepareMail({ index, run }))
  }
  const startedAt = performance.now()
  await Promise.all(mails.map((mail) => transport.sendMail(mail)))
  return performance.now() - startedAt
}

process.on('message', (order: Order) => {
  void send(order).then(
    (ms) => process.send?.({ ms }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.once('disconnect', () => process.exit(0))
process.send?.({ ready: true })
