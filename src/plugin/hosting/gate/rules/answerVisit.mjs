// @ts-check
import { readHostName } from './hostName.mjs'
import { isOpenPath } from './openPath.mjs'
import { readLanguage, wantsProblem } from './prefer.mjs'

/**
 * What a proxy asks.
 *
 * @typedef {object} Visit
 * @property {string | undefined} [accept]
 * @property {string | undefined} [acceptLanguage]
 * @property {string | undefined} host As the header has it
 * @property {'deny' | 'page'} mode `page`: the whole answer for the visitor, which Caddy and Traefik pass on.
 *   `deny`: a bare 403, since nginx makes a 500 of anything but 2xx, 401 and 403.
 * @property {string | undefined} uri Path and query as the visitor sent them
 */

/**
 * What the proxy hears.
 *
 * @typedef {object} GateAnswer
 * @property {string} body
 * @property {Record<string, string>} headers
 * @property {number} status
 */

/** @type {GateAnswer} */
const OPEN = {
  body: '',
  headers: { 'Cache-Control': 'no-store', 'Content-Length': '0' },
  status: 200,
}

/** @param {Visit} visit */
const formOf = ({ accept, acceptLanguage, mode }) => {
  if (mode === 'deny') {
    return 'deny'
  }
  return wantsProblem(accept) ? 'problem' : readLanguage(acceptLanguage)
}

/**
 * Lets a visit through, or says what its visitor gets instead. Whatever is not in the map, and
 * everything while there is no map, is let through: a gate that knows nothing closes nothing.
 *
 * @param {import('./gateMap.mjs').GateMap | undefined} map
 * @param {Visit} visit
 * @returns {GateAnswer}
 */
export const answerVisit = (map, visit) => {
  const host = readHostName(visit.host)
  const stand = host === undefined ? undefined : map?.hosts.get(host)
  if (map === undefined || host === undefined || stand === undefined || isOpenPath(visit.uri)) {
    return OPEN
  }
  const { headers, parts, status } = map.answers[stand][formOf(visit)]
  return { body: parts.join(host), headers, status }
}
