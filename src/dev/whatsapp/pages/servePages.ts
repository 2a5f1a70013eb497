import type { IncomingMessage, ServerResponse } from 'node:http'

import { readBody, seeOther, send } from '../../duitku/transport/messages'
import { stateOf } from '../chats'
import type { SimulatorControl } from '../control/control'
import { replySchema } from '../control/schema'
import { type FaultKind, faultWords } from '../faults'
import type { Simulator } from '../types'
import { chatPage } from './chatPage'
import { chatsPage } from './chatsPage'
import { missingPage } from './page'

type Visit = {
  control: SimulatorControl
  request: IncomingMessage
  response: ServerResponse
  simulator: Simulator
  url: URL
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

const show = (args: { body: string; response: ServerResponse; status?: number }): void => {
  const { body, response, status = 200 } = args
  send({ body, headers, response, status, type: 'text/html; charset=utf-8' })
}

const isFaultKind = (kind: string): kind is FaultKind => kind in faultWords

const planFault = (args: { control: SimulatorControl; form: URLSearchParams }): void => {
  const kind = args.form.get('kind') ?? ''
  if (isFaultKind(kind)) {
    const times = Number(args.form.get('times') ?? 1)
    args.control.addFault({ kind, takesEffect: args.form.has('takesEffect'), times })
  }
}

const readAll = (args: { control: SimulatorControl; number: string }): void => {
  const { control, number } = args
  for (const message of control.messages({ number })) {
    const state = stateOf(message)
    if (message.direction === 'out' && state !== 'read' && state !== 'failed') {
      control.move({ id: message.id, state: 'read' })
    }
  }
}

/** Does what a button says; gives where to go next. */
const act = (args: { form: URLSearchParams } & Visit): string | undefined => {
  const { control, form, url } = args
  const [, number = '', verb] = /^\/chats\/(\d{8,15})\/(read|reply)$/.exec(url.pathname) ?? []
  if (verb === 'read') {
    readAll({ control, number })
  } else if (verb === 'reply') {
    const reply = replySchema.safeParse({ number, text: form.get('text') })
    if (reply.success) {
      control.reply(reply.data)
    }
  } else if (url.pathname === '/faults') {
    planFault({ control, form })
  } else if (url.pathname === '/faults/clear') {
    control.clearFaults()
  } else if (url.pathname === '/clear') {
    args.simulator.chats.clear()
  } else {
    return undefined
  }
  return verb ? `/chats/${number}` : '/'
}

/** Shows the chats; every change is a form's POST. */
export const servePages = async (visit: Visit): Promise<void> => {
  const { request, response, simulator, url } = visit
  if (request.method === 'POST') {
    const form = new URLSearchParams(await readBody(request))
    const location = act({ ...visit, form })
    return location === undefined
      ? show({ body: missingPage(), response, status: 404 })
      : seeOther({ location, response })
  }
  if (url.pathname === '/') {
    return show({ body: chatsPage(simulator), response })
  }
  const number = /^\/chats\/(\d{8,15})$/.exec(url.pathname)?.[1] ?? ''
  const messages = number ? simulator.chats.find({ number }) : []
  return messages.length > 0
    ? show({ body: chatPage({ messages, number }), response })
    : show({ body: missingPage(), response, status: 404 })
}
