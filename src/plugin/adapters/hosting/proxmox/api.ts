import { setTimeout as wait } from 'node:timers/promises'

import type { DriverOutcome, ServerAccess } from '../../../hosting/port'
import type { ProxmoxSettings } from './settings'

import { failureOf, type HttpEnd, type Send } from '../http'
import {
  type Failure,
  isFields,
  plainWords,
  readJson,
  textAt,
  unclear,
  valueAt,
  verdictOfStatus,
} from '../panels'

/** One cluster for the time of one verb. */
export type ProxmoxWay = {
  callMs: number
  /** Milliseconds between two looks at a task. */
  pauseMs: number
  send: Send
  server: ServerAccess
  settings: ProxmoxSettings
  signal: AbortSignal
}

type Method = 'DELETE' | 'GET' | 'POST' | 'PUT'

/** Words of refusals that pass by themselves: somebody else works on the guest, or the cluster is slow. */
const PASSING = /\block(?:ed)?\b|got timeout|no quorum|not ready|temporar/i

/** The cluster's own proxy could not reach the node: nothing was sent there. */
const NODE_AWAY = 595

const wordsOf = (text: string, secrets: readonly string[]): string => {
  const json = readJson(text)
  const errors = valueAt(json, 'errors')
  const named = isFields(errors)
    ? Object.entries(errors).map(([name, words]) => `${name}: ${String(words).trim()}`)
    : []
  return plainWords([textAt(json, 'message'), ...named].filter(Boolean).join(' '), secrets)
}

const verdictOf = (status: number, words: string, isLook: boolean): Failure => {
  const because = words ? `: ${words}` : ''
  if (status === 401) {
    return { kind: 'rejected', reason: `Proxmox does not know this token${because}` }
  }
  if (status === 403) {
    return { kind: 'rejected', reason: `the token lacks a right${because}` }
  }
  if (status === NODE_AWAY || (status >= 500 && PASSING.test(words))) {
    return { kind: 'unavailable', reason: `Proxmox cannot do it now (${status})${because}` }
  }
  // The body tells more than the status: refusals of the node come as 500, too.
  return status >= 500 || status === 404
    ? unclear(isLook, `Proxmox met an error (${status})${because}`)
    : { kind: 'rejected', reason: `Proxmox refuses (${status})${because}` }
}

/** Reads what came back: `data` of a good answer. */
export const readProxmox = (
  end: HttpEnd,
  { isLook, secrets }: { isLook: boolean; secrets: readonly string[] },
): DriverOutcome<unknown> => {
  if (end.kind !== 'answered') {
    return failureOf(end, { isLook })
  }
  const { status, text } = end
  const json = readJson(text)
  if (status === 200 && isFields(json) && 'data' in json) {
    return { kind: 'ok', value: json.data }
  }
  if (status === 200) {
    return unclear(isLook, 'this is no answer of the API of Proxmox VE')
  }
  const words = wordsOf(text, secrets)
  const verdict = words === '' ? verdictOfStatus(status, isLook) : undefined
  return verdict ?? verdictOf(status, words, isLook)
}

/** `USER@REALM!TOKENID=SECRET`. */
const TOKEN = /^[^\s@!=]+@[\w.-]+![\w.-]+=[\w-]+$/

/** Makes one call below `/api2/json`. GET changes nothing. */
export const ask = async (
  { callMs, send, server, signal }: ProxmoxWay,
  args: { fields?: Readonly<Record<string, string>>; method: Method; path: string },
): Promise<DriverOutcome<unknown>> => {
  const { fields = {}, method, path } = args
  if (!TOKEN.test(server.credential)) {
    const reason = 'the credential has not the form USER@REALM!TOKENID=SECRET'
    return { kind: 'rejected', reason }
  }
  const form = new URLSearchParams(fields).toString()
  const hasBody = method === 'POST' || method === 'PUT'
  const query = form && !hasBody ? `?${form}` : ''
  const end = await send({
    headers: {
      Authorization: `PVEAPIToken=${server.credential}`,
      ...(hasBody && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    method,
    path: `/api2/json${path}${query}`,
    server,
    signal,
    timeoutMs: callMs,
    ...(hasBody && { body: form }),
  })
  const { cipassword = '', password = '' } = fields
  const secret = server.credential.split('=').at(-1) ?? ''
  const secrets = [cipassword, password, secret]
  return readProxmox(end, { isLook: method === 'GET', secrets })
}

/** How a task ended. `WARNINGS: n` is how Proxmox says that it was done, with remarks. */
const exitOf = (exit: string): DriverOutcome => {
  if (exit === 'OK' || exit.startsWith('WARNINGS')) {
    return { kind: 'ok', value: undefined }
  }
  const reason = `the task of Proxmox failed: ${plainWords(exit)}`
  return { kind: PASSING.test(exit) ? 'unavailable' : 'rejected', reason }
}

/** Waits until a task has stopped; when the time of the verb is up, nobody knows. */
export const waitForTask = async (way: ProxmoxWay, node: string, upid: unknown) => {
  const path = `/nodes/${node}/tasks/${encodeURIComponent(String(upid))}/status`
  const open: DriverOutcome = { kind: 'unknown', reason: 'the task of Proxmox has not ended yet' }
  if (typeof upid !== 'string' || !upid.startsWith('UPID:')) {
    return { kind: 'unknown' as const, reason: 'Proxmox names no task' }
  }
  while (!way.signal.aborted) {
    const seen = await ask(way, { method: 'GET', path })
    if (seen.kind !== 'ok') {
      return { kind: 'unknown' as const, reason: 'the task of Proxmox cannot be followed' }
    }
    if (textAt(seen.value, 'status') === 'stopped') {
      return exitOf(textAt(seen.value, 'exitstatus'))
    }
    await wait(way.pauseMs, undefined, { signal: way.signal }).catch(() => undefined)
  }
  return open
}

/** Begins a task and waits for it. */
export const runTask = async (
  way: ProxmoxWay,
  node: string,
  call: Parameters<typeof ask>[1],
): Promise<DriverOutcome> => {
  const begun = await ask(way, call)
  return begun.kind === 'ok' ? waitForTask(way, node, begun.value) : begun
}
