// @ts-check
import { createServer } from 'node:http'

import { answerVisit } from '../plugin/hosting/gate/rules/answerVisit.mjs'

/**
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {import('./holdMap.mjs').MapHolder} MapHolder
 * @typedef {import('./settings.mjs').Settings} Settings
 */

/** @param {string | string[] | undefined} header */
const first = (header) => (Array.isArray(header) ? header[0] : header)

/** @param {string} url @param {Settings['mode']} standard @returns {Settings['mode']} */
const modeOf = (url, standard) => {
  if (url === '/') {
    return standard
  }
  const [, asked] = /[?&]mode=(deny|page)(?:&|$)/.exec(url) ?? []
  return asked === 'deny' || asked === 'page' ? asked : standard
}

/** @param {{ holder: MapHolder, outgoing: Outgoing, url: string }} args */
const answerHealth = ({ holder, outgoing, url }) => {
  const health = holder.health()
  const isBad = url.includes('strict') && health.state !== 'fresh'
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' }
  outgoing.writeHead(isBad ? 503 : 200, headers).end(`${JSON.stringify(health)}\n`)
}

/**
 * Answers proxies from memory. Each proxy's own header names the path, and no other counts: whatever a
 * proxy does not set itself comes from the visitor.
 *
 * @param {{ holder: MapHolder, settings: Pick<Settings, 'hostHeader' | 'mode'> }} args
 */
export const createGate = ({ holder, settings }) => {
  const server = createServer((/** @type {Incoming} */ incoming, outgoing) => {
    const { headers, url = '/' } = incoming
    incoming.resume()
    if (url.startsWith('/healthz')) {
      answerHealth({ holder, outgoing, url })
      return
    }
    const mode = modeOf(url, settings.mode)
    const answer = answerVisit(holder.map, {
      accept: headers.accept,
      acceptLanguage: headers['accept-language'],
      host: first(headers[settings.hostHeader]) ?? headers.host,
      mode,
      uri: first(headers[mode === 'deny' ? 'x-original-uri' : 'x-forwarded-uri']),
    })
    outgoing.writeHead(answer.status, answer.headers).end(answer.body)
  })
  // Proxies keep their connections open for a minute: whoever closes first would answer with a broken one.
  server.keepAliveTimeout = 75_000
  return server
}
