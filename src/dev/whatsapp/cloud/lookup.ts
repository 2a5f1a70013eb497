import type { Template } from '../config'
import type { ApiAnswer, Simulator } from '../types'

import { findDoorFault } from './answer'

type Question = {
  authorization: string
  path: string
  query: URLSearchParams
  simulator: Simulator
}

/** Of a simulator that was given none. */
const demoAccount = '100000000000001'

const PER_PAGE = 25

const toListed = ({ body, button, document, language, name, status }: Template, at: number) => ({
  name,
  parameter_format: 'POSITIONAL',
  components: [
    ...(document ? [{ type: 'HEADER', format: 'DOCUMENT' }] : []),
    { type: 'BODY', text: body },
    ...(button === undefined
      ? []
      : [
          {
            type: 'BUTTONS',
            buttons: [{ type: 'URL', text: 'Buka', url: `${button}{{1}}` }],
          },
        ]),
  ],
  language,
  status: status ?? 'APPROVED',
  category: 'UTILITY',
  id: String(900_000_000_000_000 + at),
})

const listTemplates = ({ query, simulator }: Question): ApiAnswer => {
  const { templates } = simulator.config
  const limit = Math.max(1, Number(query.get('limit') ?? PER_PAGE) || PER_PAGE)
  const from = Number(query.get('after') ?? 0) || 0
  const to = from + limit
  const cursors = { after: String(to), before: String(from) }
  const next = to < templates.length ? { next: 'https://graph.facebook.com/next' } : {}
  const data = templates.map(toListed).slice(from, to)
  return { json: { data, paging: { cursors, ...next } }, status: 200 }
}

/**
 * `GET /{version}/{phone number id}` and `GET /{version}/{account id}/message_templates` (Graph API,
 * "WhatsApp Business Account: message templates"), which change nothing.
 */
export const answerLookup = (question: Question): ApiAnswer => {
  const { path, simulator } = question
  const { accountId = demoAccount, phoneNumberId } = simulator.credentials
  const isList = path.endsWith('/message_templates')
  const doorFault = findDoorFault({ ...question, id: isList ? accountId : phoneNumberId })
  if (doorFault) {
    return doorFault
  }
  return isList
    ? listTemplates(question)
    : {
        json: {
          verified_name: 'Toko percobaan',
          code_verification_status: 'VERIFIED',
          display_phone_number: '+62 800-0000-0000',
          quality_rating: 'GREEN',
          id: phoneNumberId,
        },
        status: 200,
      }
}
