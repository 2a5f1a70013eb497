import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, answerControl, asJson, toInbox, type WebParts } from './control'
import { type CaughtMail, type Inbox, subjectOf } from './inbox'
import { findHeader, parseMail } from './mime'
import { listPage, messagePage, missingPage, type View } from './pages'

/** A mail may hold anything: nothing but its looks and pictures may come alive. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src * data:; style-src 'unsafe-inline'; font-src *"

const describe = (mail: CaughtMail) => ({
  from: mail.from,
  id: mail.id,
  messageId: findHeader(mail.headers, 'message-id'),
  receivedAt: mail.receivedAt.toISOString(),
  subject: subjectOf(mail),
  to: mail.to,
})

const listMessages = (args: { inbox: Inbox; url: URL }): Answer => {
  const { inbox, url } = args
  const limit = Number(url.searchParams.get('limit') ?? 100)
  const to = url.searchParams.get('to') ?? undefined
  const found = inbox.find({ to })
  const isBrief = url.searchParams.has('brief')
  const messages = found.slice(0, limit).map((mail) => {
    const { html, text } = isBrief ? {} : parseMail(mail.raw)
    return { ...describe(mail), html, text }
  })
  return asJson({ messages, total: found.length })
}

const showMessage = (args: { mail: CaughtMail; part: string | undefined; url: URL }): Answer => {
  const parsed = parseMail(args.mail.raw)
  switch (args.part) {
    case 'html':
      return {
        body: `<base target="_blank">${parsed.html ?? ''}`,
        headers: { 'content-security-policy': mailPolicy },
      }
    case 'raw':
      return { body: args.mail.raw.toString('utf8'), type: 'text/plain; charset=utf-8' }
    default: {
      const wanted = args.url.searchParams.get('view')
      const view: View = wanted === 'text' || wanted === 'headers' ? wanted : 'html'
      return { body: messagePage({ mail: args.mail, parsed, view }) }
    }
  }
}

const showInbox = (args: { parts: WebParts; url: URL }): Answer => {
  const { faults, inbox } = args.parts
  const to = args.url.searchParams.get('to') ?? undefined
  const mails = inbox.find({ limit: 200, to })
  const recipients = inbox.recipients()
  return {
    body: listPage({
      fault: faults.current(),
      keeps: inbox.keeps(),
      mails,
      recipients,
      to,
      total: inbox.count(),
    }),
  }
}

const missing: Answer = { body: missingPage(), status: 404 }

const answerMessage = (args: { inbox: Inbox; url: URL }): Answer => {
  const [, root, id = '', part] = args.url.pathname.replace(/^\/api/, '').split('/')
  const mail = root === 'messages' ? args.inbox.findById(id) : undefined
  if (!mail) {
    return missing
  }
  return args.url.pathname.startsWith('/api/')
    ? asJson({ ...describe(mail), ...parseMail(mail.raw) })
    : showMessage({ mail, part, url: args.url })
}

const answer = async (args: { parts: WebParts; request: IncomingMessage }): Promise<Answer> => {
  const { parts, request } = args
  const url = new URL(request.url ?? '/', 'http://localhost')
  const controlled = await answerControl({ ...args, path: url.pathname })
  if (controlled) {
    return controlled
  }
  switch (`${request.method} ${url.pathname}`) {
    case 'DELETE /api/messages':
      parts.inbox.clear()
      return asJson({ total: 0 })
    case 'GET /':
      return showInbox({ parts, url })
    case 'GET /api/messages':
      return listMessages({ inbox: parts.inbox, url })
    case 'POST /clear':
      parts.inbox.clear()
      return toInbox
    default:
      return request.method === 'GET' ? answerMessage({ inbox: parts.inbox, url }) : missing
  }
}

/** A page on the internet must not read or clear the inbox through the developer's browser. */
const isForeign = (request: IncomingMessage): boolean => {
  const host = request.headers.host ?? ''
  const origin = request.headers.origin
  const isOurs = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host)
  return !isOurs || (origin !== undefined && origin !== 'null' && new URL(origin).host !== host)
}

const reply = (args: { answer: Answer; response: ServerResponse }): void => {
  const { body, headers, status = 200, type = 'text/html; charset=utf-8' } = args.answer
  args.response.writeHead(status, {
    'cache-control': 'no-store',
    'content-type': type,
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  args.response.end(body)
}

/** Builds the web half of the catcher; the caller listens. */
export const createMailPages = (parts: WebParts): Server =>
  createServer((request, response) => {
    if (isForeign(request)) {
      reply({ answer: asJson({ errors: [{ message: 'Only from this machine' }] }, 403), response })
      return
    }
    answer({ parts, request }).then(
      (found) => reply({ answer: found, response }),
      () => reply({ answer: asJson({ errors: [{ message: 'Broken request' }] }, 500), response }),
    )
  })
