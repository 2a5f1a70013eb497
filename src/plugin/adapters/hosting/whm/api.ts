import type { ServerAccess } from '../../../hosting/port'
import type { WhmSettings } from './settings'

import { failureOf, type HttpEnd, type Send } from '../http'
import {
  type Failure,
  type Fields,
  isFields,
  plainWords,
  readJson,
  textAt,
  unclear,
  valueAt,
  verdictOfStatus,
} from '../panels'

/** How a function ended: done, refused by WHM in words, or not heard of. */
export type WhmEnd =
  | { data: Fields; kind: 'done' }
  | { kind: 'failed'; outcome: Failure }
  | { kind: 'no'; reason: string }

/** Calls a function of WHM API 1. `isLook`: it changes nothing. */
export type WhmCall = (
  name: string,
  fields: Readonly<Record<string, string>>,
  options?: { isLook?: boolean },
) => Promise<WhmEnd>

type Reading = { isLook: boolean; secrets: readonly string[] }

const failed = (outcome: Failure): WhmEnd => ({ kind: 'failed', outcome })

/** A call that WHM did not let in comes in the shape of another API. */
const strangerOf = (json: unknown, { secrets }: Reading): Failure => {
  const words = plainWords(textAt(json, 'cpanelresult', 'error'), secrets)
  return { kind: 'rejected', reason: `WHM does not let this token in: ${words || 'forbidden'}` }
}

/** HTTP 200 stands on refusals, too: only `metadata.result` 1 means that it was done. */
export const readWhm = (end: HttpEnd, reading: Reading): WhmEnd => {
  const { isLook, secrets } = reading
  if (end.kind !== 'answered') {
    return failed(failureOf(end, { isLook }))
  }
  const json = readJson(end.text)
  if (end.status === 401 || end.status === 403) {
    return failed(strangerOf(json, reading))
  }
  const verdict = verdictOfStatus(end.status, isLook)
  if (verdict !== undefined) {
    return failed(verdict)
  }
  const result = valueAt(json, 'metadata', 'result')
  if (result === 1 || result === '1') {
    const data = valueAt(json, 'data')
    return { data: isFields(data) ? data : {}, kind: 'done' }
  }
  if (result === 0 || result === '0') {
    const words = plainWords(textAt(json, 'metadata', 'reason'), secrets)
    return { kind: 'no', reason: words || 'WHM gives no reason' }
  }
  return failed(unclear(isLook, 'this is no answer of WHM API 1'))
}

/** One server for the time of one verb. */
export type WhmWay = {
  callMs: number
  send: Send
  server: ServerAccess
  settings: WhmSettings
  signal: AbortSignal
}

const FORM = 'application/x-www-form-urlencoded'

const post = (way: WhmWay, name: string, fields: URLSearchParams): Promise<HttpEnd> => {
  const { callMs, send, server, settings, signal } = way
  return send({
    // In the body, since addresses are written into logs.
    body: fields.toString(),
    headers: {
      Authorization: `whm ${settings.username}:${server.credential}`,
      'Content-Type': FORM,
    },
    method: 'POST',
    path: `/json-api/${name}`,
    server,
    signal,
    timeoutMs: callMs,
  })
}

/** Opens a way to one server for one verb. */
export const openWhm =
  (way: WhmWay): WhmCall =>
  async (name, fields, { isLook = false } = {}) => {
    const form = new URLSearchParams({ 'api.version': '1', ...fields })
    const secrets = [way.server.credential, fields.password ?? '']
    return readWhm(await post(way, name, form), { isLook, secrets })
  }

/** Further names of an account, by the account's own API; undefined where they cannot be told. */
export const listAliases = async (way: WhmWay, name: string): Promise<string[] | undefined> => {
  const form = new URLSearchParams({
    cpanel_jsonapi_apiversion: '3',
    cpanel_jsonapi_func: 'list_domains',
    cpanel_jsonapi_module: 'DomainInfo',
    cpanel_jsonapi_user: name,
  })
  const end = await post(way, 'cpanel', form)
  const json = end.kind === 'answered' ? readJson(end.text) : undefined
  const parked = valueAt(json, 'result', 'data', 'parked_domains')
  return Array.isArray(parked) ? parked.map(String) : undefined
}
