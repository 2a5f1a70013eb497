import type { Server } from 'node:http'
import { findFreePort } from '../ports'
import { createFaultSwitch, type Fault } from './faults'
import { createInbox, type Inbox } from './inbox'
import { startSmtpCatcher } from './smtp'
import { createMailPages } from './web'

export type { Fault, FaultKind } from './faults'
export { type CaughtMail, type Inbox, subjectOf } from './inbox'
export { type ParsedMail, parseMail } from './mime'

/** A running mail catcher. */
export type MailCatcher = {
  /** The caught mails, for tests in the same process. */
  inbox: Inbox
  /** Switches a fault on, or off with `{ kind: 'none' }`; the same as `POST /__control/faults`. */
  setFault: (fault: Fault) => Promise<void>
  /** For `SMTP_URL`. */
  smtpUrl: string
  stop: () => Promise<void>
  webUrl: string
}

const listen = (args: { port: number; server: Server }): Promise<void> =>
  new Promise((resolve, reject) => {
    args.server.once('error', reject)
    args.server.listen(args.port, '127.0.0.1', resolve)
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/**
 * Starts the mail server and its inbox page on 127.0.0.1. Taken ports move to the next free one.
 */
export const startMailCatcher = async (wanted: {
  smtpPort: number
  webPort: number
}): Promise<MailCatcher> => {
  const smtpPort = await findFreePort({ wanted: wanted.smtpPort })
  const webPort = await findFreePort({ taken: [smtpPort], wanted: wanted.webPort })
  const faults = createFaultSwitch()
  const inbox = createInbox()
  const smtp = await startSmtpCatcher({ faults, inbox, port: smtpPort })
  const onFault = () => smtp.setListening(faults.current().kind !== 'refuse')
  const server = createMailPages({ faults, inbox, onFault })
  await listen({ port: webPort, server })
  return {
    inbox,
    setFault: async (fault) => {
      faults.set(fault)
      await onFault()
    },
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    stop: async () => {
      await Promise.all([smtp.stop(), close(server)])
    },
    webUrl: `http://localhost:${webPort}`,
  }
}
