// @ts-check
import { isAbsolute } from 'node:path'

/**
 * How this gate works.
 *
 * @typedef {object} Settings
 * @property {'host' | 'x-forwarded-host'} hostHeader Header that names the visited site
 * @property {{ host: string, port: number } | { path: string }} listen
 * @property {string} mapUrl
 * @property {'deny' | 'page'} mode How visits are answered whose question does not say
 * @property {number} pullMs
 * @property {number} staleAfterMs Age of the map from which it is called stale
 * @property {string} stateFile Where the last map is kept
 * @property {string} token
 */

/** @typedef {Readonly<Record<string, string | undefined>>} Source */

/** @param {string} text @returns {Settings['listen'] | undefined} */
const readListen = (text) => {
  if (text.startsWith('unix:')) {
    const path = text.slice('unix:'.length)
    return isAbsolute(path) ? { path } : undefined
  }
  const [, host, digits] = /^(\[[\da-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? []
  const port = Number(digits)
  return host === undefined || port > 65_535
    ? undefined
    : { host: host.replace(/^\[|\]$/g, ''), port }
}

/** @param {string} text @param {{ max: number, min: number }} bounds */
const readSeconds = (text, { max, min }) => {
  const seconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return seconds >= min && seconds <= max ? seconds * 1_000 : undefined
}

/** @param {string} text */
const readAddress = (text) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined

/**
 * @template {string} Word
 * @param {string} text
 * @param {readonly Word[]} words
 */
const readWord = (text, words) => words.find((word) => word === text)

/**
 * What each setting has to be, how it is read, and what it is when nothing is said.
 */
const KNOWN = {
  hostHeader: {
    must: 'x-forwarded-host or host',
    name: 'GATE_HOST_HEADER',
    read: (/** @type {string} */ text) =>
      readWord(text.toLowerCase(), /** @type {const} */ (['x-forwarded-host', 'host'])),
    standard: 'x-forwarded-host',
  },
  listen: {
    must: 'an address such as 127.0.0.1:9180 or unix:/run/lunas-gate.sock',
    name: 'GATE_LISTEN',
    read: readListen,
    standard: '127.0.0.1:9180',
  },
  mapUrl: {
    must: 'the address of the map, such as https://toko.example/api/gate/map',
    name: 'GATE_MAP_URL',
    read: readAddress,
  },
  mode: {
    must: 'page or deny',
    name: 'GATE_MODE',
    read: (/** @type {string} */ text) => readWord(text, /** @type {const} */ (['page', 'deny'])),
    standard: 'page',
  },
  pullMs: {
    must: 'between 0.1 and 3600 seconds',
    name: 'GATE_PULL_SECONDS',
    read: (/** @type {string} */ text) => readSeconds(text, { max: 3_600, min: 0.1 }),
    standard: '5',
  },
  staleAfterMs: {
    must: 'between 1 and 86400 seconds',
    name: 'GATE_STALE_SECONDS',
    read: (/** @type {string} */ text) => readSeconds(text, { max: 86_400, min: 1 }),
    standard: '300',
  },
  stateFile: {
    must: 'a path',
    name: 'GATE_STATE_FILE',
    read: (/** @type {string} */ text) => text,
    standard: 'lunas-gate.map',
  },
  token: {
    must: 'the token of the shop: at least 24 characters, none of them blank',
    name: 'GATE_TOKEN',
    read: (/** @type {string} */ text) => (/^[\x21-\x7e]{24,512}$/.test(text) ? text : undefined),
  },
}

/**
 * Reads the settings.
 *
 * @param {Source} source
 * @returns {Settings}
 * @throws {Error} that names every fault
 */
export const readSettings = (source) => {
  /** @type {string[]} */
  const faults = []
  const read = Object.entries(KNOWN).map(([key, setting]) => {
    const standard = 'standard' in setting ? setting.standard : undefined
    const text = source[setting.name]?.trim() || standard
    const value = text === undefined ? undefined : setting.read(text)
    if (value === undefined) {
      faults.push(
        `${setting.name} ${text === undefined ? 'is missing; it ' : ''}must be ${setting.must}`,
      )
    }
    return [key, value]
  })
  if (faults.length > 0) {
    throw new Error(`The gate cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  }
  return Object.fromEntries(read)
}
