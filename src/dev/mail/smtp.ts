import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { FaultSwitch } from './faults'
import type { Inbox } from './inbox'

/** The mail server half of the catcher. */
export type SmtpCatcher = {
  /** Opens or closes the door: the fault `refuse`. */
  setListening: (isWanted: boolean) => Promise<void>
  stop: () => Promise<void>
}

type CatcherParts = { faults: FaultSwitch; inbox: Inbox; port: number }

const largestMail = 25 * 1024 * 1024

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

const recipientsOf = (session: SMTPServerSession): string[] =>
  session.envelope.rcptTo.map(({ address }) => address)

const readAll = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

const catchMail = async (args: {
  parts: CatcherParts
  raw: Buffer
  session: SMTPServerSession
}): Promise<'answer' | 'cut' | 'hang'> => {
  const { faults, inbox } = args.parts
  const to = recipientsOf(args.session)
  if (faults.strikes({ kind: 'hang', to })) {
    return 'hang'
  }
  if (faults.strikes({ kind: 'swallow', to })) {
    return 'answer'
  }
  const { mailFrom } = args.session.envelope
  inbox.add({ from: mailFrom === false ? '' : mailFrom.address, raw: args.raw, to })
  if (faults.strikes({ kind: 'stall', to })) {
    return 'hang'
  }
  return faults.strikes({ kind: 'cut', to }) ? 'cut' : 'answer'
}

const buildServer = (args: { parts: CatcherParts; sockets: Map<number, Socket> }): SMTPServer => {
  const { faults } = args.parts
  return new SMTPServer({
    authOptional: true,
    closeTimeout: 200,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    maxClients: 1000,
    size: largestMail,
    onAuth: ({ username }, _, done) => done(null, { user: username ?? 'anybody' }),
    onConnect: (_, done) =>
      done(faults.strikes({ kind: '421' }) ? refusal(421, 'Service not available') : null),
    onData: (stream, session, done) => {
      void readAll(stream)
        .then((raw) => catchMail({ parts: args.parts, raw, session }))
        .then((end) => {
          if (end === 'cut') {
            args.sockets.get(session.remotePort)?.destroy()
          }
          if (end === 'answer') {
            done(null, 'Caught')
          }
        }, done)
    },
    onRcptTo: ({ address }, _, done) => {
      if (faults.strikes({ kind: '451', to: [address] })) {
        return done(refusal(451, 'Try again later'))
      }
      return done(
        faults.strikes({ kind: '550', to: [address] }) ? refusal(550, 'No such mailbox') : null,
      )
    },
  })
}

const listen = (args: { port: number; server: SMTPServer }): Promise<void> =>
  new Promise((resolve, reject) => {
    args.server.server.once('error', reject)
    args.server.listen(args.port, '127.0.0.1', () => {
      args.server.server.off('error', reject)
      resolve()
    })
  })

/** Starts the mail server on 127.0.0.1. It takes every mail for everybody, and delivers none. */
export const startSmtpCatcher = async (parts: CatcherParts): Promise<SmtpCatcher> => {
  const sockets = new Map<number, Socket>()
  const smtp = buildServer({ parts, sockets })
  const server = smtp.server
  smtp.on('error', () => undefined)
  server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    socket.once('close', () => sockets.delete(port))
  })
  await listen({ port: parts.port, server: smtp })

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      sockets.forEach((socket) => socket.destroy())
    })
  return {
    setListening: async (isWanted) => {
      if (isWanted !== server.listening) {
        await (isWanted ? listen({ port: parts.port, server: smtp }) : close())
      }
    },
    stop: async () => {
      if (server.listening) {
        await close()
      }
    },
  }
}
