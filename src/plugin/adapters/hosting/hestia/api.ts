import type { ServerAccess } from '../../../hosting/port'
import type { HestiaSettings } from './settings'

import { failureOf, type HttpEnd, type Send } from '../http'
import { type Failure, readJson, unclear, verdictOfStatus } from '../panels'

/** How a command ended: with an exit code, or nobody knows. `json`: what a list printed. */
export type HestiaEnd =
  { code: number; json: unknown; kind: 'exit' } | { kind: 'failed'; outcome: Failure }

/** One server for the time of one verb. */
export type HestiaWay = {
  callMs: number
  send: Send
  server: ServerAccess
  settings: HestiaSettings
  signal: AbortSignal
}

/** Runs a command of Hestia. `isLook`: it changes nothing and prints JSON. */
export type HestiaCall = (
  command: string,
  args: readonly string[],
  options?: { isLook?: boolean },
) => Promise<HestiaEnd>

const failed = (outcome: Failure): HestiaEnd => ({ kind: 'failed', outcome })

const wholeOf = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : undefined

/**
 * The code stands in the header, and in the body where only the code was asked for. The panel's own
 * statuses (401, 422, 400) repeat it, so that a status counts only where there is no code.
 */
export const readHestia = (end: HttpEnd, isLook: boolean): HestiaEnd => {
  if (end.kind !== 'answered') {
    return failed(failureOf(end, { isLook }))
  }
  const header = wholeOf(String(end.headers['hestia-exit-code'] ?? ''))
  const body = isLook ? header : wholeOf(end.text)
  const code = header ?? body
  // A refusal in words has its code in the header alone; success has to be said in both places.
  const isRefusal = code !== undefined && code !== 0 && body === undefined
  if (code !== undefined && (code === body || isRefusal)) {
    return { code, json: isLook ? readJson(end.text) : undefined, kind: 'exit' }
  }
  return failed(
    verdictOfStatus(end.status, isLook) ??
      unclear(isLook, 'this is no answer of the API of Hestia (1.6 or later)'),
  )
}

/** As `v-add-access-key` makes them: 20 and 40 characters. */
const KEY = /^[\w-]{20}:[\w=+/-]{40}$/

/** Opens a way to one server for one verb. */
export const openHestia =
  ({ callMs, send, server, signal }: HestiaWay): HestiaCall =>
  async (command, args, { isLook = false } = {}) => {
    if (!KEY.test(server.credential)) {
      const reason = 'the credential has not the form ACCESS:SECRET of an access key'
      return failed({ kind: 'rejected', reason })
    }
    const form = new URLSearchParams({ cmd: command, hash: server.credential })
    form.set('returncode', isLook ? 'no' : 'yes')
    args.forEach((arg, index) => form.set(`arg${index + 1}`, arg))
    const end = await send({
      body: form.toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      method: 'POST',
      path: '/api/',
      server,
      signal,
      timeoutMs: callMs,
    })
    return readHestia(end, isLook)
  }
