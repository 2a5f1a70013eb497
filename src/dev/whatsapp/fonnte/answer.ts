import { randomInt } from 'node:crypto'

import type { ApiAnswer, KeptMessage, Simulator } from '../types'

const refuse = (reason: string): ApiAnswer => ({ json: { reason, status: false }, status: 200 })

/** `countryCode` replaces a leading zero. */
const numberOf = (form: URLSearchParams): string =>
  (form.get('target') ?? '').replace(/^0/, form.get('countryCode') ?? '62')

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const findFault = (form: URLSearchParams): ApiAnswer | undefined => {
  const url = form.get('url')
  if (!/^[1-9]\d{7,14}$/.test(numberOf(form))) {
    return refuse('target invalid')
  }
  if (url !== null && !isWebAddress(url)) {
    return refuse('url invalid')
  }
  return form.get('message') || url ? undefined : refuse('invalid/empty body value')
}

const keep = (args: { form: URLSearchParams; simulator: Simulator }): KeptMessage => {
  const { form, simulator } = args
  const number = numberOf(form)
  const url = form.get('url')
  const isStranger = simulator.config.strangers.includes(number)
  return simulator.chats.add({
    at: simulator.now(),
    direction: 'out',
    ...(url ? { document: { filename: form.get('filename') ?? 'document', url } } : {}),
    ...(isStranger ? { error: { code: 0, title: 'invalid target number' } } : {}),
    id: String(randomInt(10_000_000, 99_999_999)),
    number,
    states: [],
    text: form.get('message') ?? '',
    vendor: 'fonnte',
  })
}

/** `POST /send`, as Fonnte checks and answers it: nearly always with HTTP 200. */
export const answerFonnte = (args: {
  authorization: string
  body: string
  simulator: Simulator
}): ApiAnswer => {
  const { authorization, body, simulator } = args
  if (authorization !== simulator.credentials.fonnteToken) {
    return { json: { Status: false, reason: 'token invalid' }, status: 200 }
  }
  const form = new URLSearchParams(body)
  const fault = findFault(form)
  if (fault) {
    return fault
  }
  const kept = keep({ form, simulator })
  simulator.sender.report(kept)
  const requestid = randomInt(1_000_000, 9_999_999)
  const detail = 'success! message in queue'
  return {
    json: {
      detail,
      id: [kept.id],
      process: 'pending',
      requestid,
      status: true,
      target: [kept.number],
    },
    status: 200,
  }
}
