import { randomBytes } from 'node:crypto'

import type { ApiAnswer, KeptMessage, Simulator } from '../types'
import { cloudError } from './errors'
import { type CloudMessage, messageSchema } from './schema'
import { findTemplateFault, showTemplate } from './template'

type Call = { authorization: string; body: string; path: string; simulator: Simulator }

const DAY_MS = 86_400_000

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What Meta says before it looks at a call: the token, then the object of the address. */
export const findDoorFault = (args: {
  authorization: string
  id: string | undefined
  path: string
  simulator: Simulator
}): ApiAnswer | undefined => {
  const { authorization, id, path, simulator } = args

  const { cloudToken } = simulator.credentials
  if (authorization !== `Bearer ${cloudToken}`) {
    return cloudError({ code: 190, details: 'Invalid OAuth access token', status: 401 })
  }
  if (path.split('/')[2] !== id) {
    const details = 'Unsupported post request. Object with this ID does not exist'
    return cloudError({ code: 100, details, subcode: 33 })
  }
  return undefined
}

const shownOf = (args: { message: CloudMessage; simulator: Simulator }) => {
  const { message, simulator } = args
  switch (message.type) {
    case 'document': {
      const { caption = '', filename = 'document', link } = message.document
      return { document: { filename, url: link }, text: caption }
    }
    case 'template':
      return showTemplate({ config: simulator.config, sent: message.template })
    case 'text':
      return { text: message.text.body }
  }
}

/** Meta takes these messages, and says later that they did not arrive. */
const laterFault = (args: { message: CloudMessage; number: string; simulator: Simulator }) => {
  const { message, number, simulator } = args
  const { config, chats, now } = simulator
  if (config.strangers.includes(number)) {
    return { code: 131026, title: 'Message undeliverable' }
  }
  const isOpen = now() - (chats.lastWrittenAt(number) ?? 0) < DAY_MS
  return message.type !== 'template' && config.window && !isOpen
    ? { code: 131047, title: 'Re-engagement message' }
    : undefined
}

const keep = (args: { message: CloudMessage; simulator: Simulator }): KeptMessage => {
  const { message, simulator } = args
  const number = message.to.replace('+', '')
  const error = laterFault({ message, number, simulator })
  return simulator.chats.add({
    ...shownOf({ message, simulator }),
    at: simulator.now(),
    direction: 'out',
    ...(error ? { error } : {}),
    id: `wamid.${randomBytes(24).toString('base64')}`,
    number,
    reference: message.biz_opaque_callback_data,
    states: [],
    vendor: 'cloud',
  })
}

/** `POST /{version}/{phone number id}/messages`, as Meta checks and answers it. */
export const answerCloud = (call: Call): ApiAnswer => {
  const { simulator } = call
  const id = simulator.credentials.phoneNumberId
  const doorFault = findDoorFault({ ...call, id })
  if (doorFault) {
    return doorFault
  }
  const parsed = messageSchema.safeParse(parse(call.body))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return cloudError({ code: 100, details: `${issue?.path.join('.')}: ${issue?.message}` })
  }
  const message = parsed.data
  const templateFault =
    message.type === 'template'
      ? findTemplateFault({ config: simulator.config, sent: message.template })
      : undefined
  if (templateFault) {
    return templateFault
  }
  const kept = keep({ message, simulator })
  simulator.sender.report(kept)
  return {
    json: {
      messaging_product: 'whatsapp',
      contacts: [{ input: message.to, wa_id: kept.number }],
      messages: [{ id: kept.id, ...(kept.template ? { message_status: 'accepted' } : {}) }],
    },
    status: 200,
  }
}
