import type { PeruriSettings } from './options'

import { redactText } from '../../../kernel/redact'
import { readJson, saysYes, textOf, wordsOf } from './answer'
import { apiUrl, ask, type HttpAsk } from './http'

/**
 * How a call ended. `refused`: the service read it and said no; `unheard`: it certainly did nothing;
 * `lost`: nobody knows.
 */
export type CallEnd =
  | { bytes: Uint8Array; json: unknown; kind: 'done' }
  | { kind: 'lost' | 'refused' | 'unheard'; reason: string }

/** What is asked of the service; `build` gets the token, which some bodies carry, too. */
export type Call = {
  build?: (token: string) => Pick<HttpAsk, 'form' | 'json'>
  maxBytes?: number
  method: 'GET' | 'POST'
  url: URL
}

/** One account: logs in when it must, and makes one call after the other. */
export type Session = {
  call: (call: Call) => Promise<CallEnd>
  /** Runs whole works one after the other: the service treats an account as one slot. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
}

const MAX_ANSWER = 1_000_000
const MAX_REASON = 200

/** Words about the token itself: the call was not looked at. */
const TOKEN_WORDS = /\b(?:token|jwt|unauthori[sz]ed|expired|kedaluwarsa|kadaluarsa)\b/i

type Known = { settings: PeruriSettings; token: string }

const tidy = ({ settings, token }: Known, text: string): string =>
  redactText(text, [settings.password, token].filter(Boolean))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_REASON)

type Answered = { bytes: Uint8Array; json: unknown; status: number }

const judge = (known: Known, { bytes, json, status }: Answered): CallEnd => {
  const answer = saysYes(json)
  const reason = tidy(known, wordsOf(json) || `HTTP ${status}`)
  if (status < 300 && answer !== false) {
    return { bytes, json, kind: 'done' }
  }
  if (status === 429 || status === 503 || (status >= 300 && status < 400)) {
    return { kind: 'unheard', reason }
  }
  return { kind: answer === false || status < 500 ? 'refused' : 'lost', reason }
}

const isAboutToken = ({ json, status }: Answered): boolean =>
  status === 401 || (saysYes(json) === false && TOKEN_WORDS.test(wordsOf(json)))

const send = async (known: Known, call: Call): Promise<Answered | CallEnd> => {
  const { build, maxBytes = MAX_ANSWER, method, url } = call
  const { settings, token } = known
  const body = build?.(token)
  const end = await ask({ ...body, maxBytes, method, timeoutMs: settings.timeoutMs, token, url })
  if (end.kind !== 'answered') {
    return { kind: end.kind === 'lost' ? 'lost' : 'unheard', reason: tidy(known, end.reason) }
  }
  return { bytes: end.bytes, json: readJson(end.bytes), status: end.status }
}

const logIn = async (settings: PeruriSettings): Promise<CallEnd | { token: string }> => {
  const { backendUrl, password, user } = settings
  const known: Known = { settings, token: '' }
  const url = apiUrl(backendUrl, '/api/users/login')
  const answer = await send(known, {
    build: () => ({ json: { password, user } }),
    method: 'POST',
    url,
  })
  if ('kind' in answer) {
    return { kind: 'unheard', reason: `login: ${'reason' in answer ? answer.reason : ''}` }
  }
  const token = textOf(answer.json, 'token')
  const isIn = answer.status < 300 && saysYes(answer.json) !== false && token !== ''
  const said = tidy({ settings, token }, wordsOf(answer.json) || `HTTP ${answer.status}`)
  // Whatever happens here, what was really wanted was not asked yet.
  return isIn ? { token } : { kind: 'unheard', reason: `login: ${said}` }
}

/**
 * Opens an account. A token is used until the service refuses it; then there is one new login and the
 * call is made once more, because a call with a dead token did nothing.
 */
export function openSession(settings: PeruriSettings): Session {
  let token: string | undefined
  let last: Promise<unknown> = Promise.resolve()
  const attempt = async (call: Call): Promise<Answered | CallEnd> => {
    if (token === undefined) {
      const entry = await logIn(settings)
      if (!('token' in entry)) {
        return entry
      }
      token = entry.token
    }
    return send({ settings, token }, call)
  }
  const finish = (answer: Answered | CallEnd): CallEnd =>
    'kind' in answer ? answer : judge({ settings, token: token ?? '' }, answer)
  return {
    call: async (call) => {
      const first = await attempt(call)
      if ('kind' in first || !isAboutToken(first)) {
        return finish(first)
      }
      token = undefined
      const second = await attempt(call)
      if ('kind' in second || !isAboutToken(second)) {
        return finish(second)
      }
      token = undefined
      return { kind: 'unheard', reason: 'the service refuses a new token' }
    },
    inTurn: (work) => {
      const turn = last.then(work, work)
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
