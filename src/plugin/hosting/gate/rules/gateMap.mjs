// @ts-check
import { readHosts } from './readHosts.mjs'

/** Name and version of the map's form; a gate takes no other. */
export const MAP_FORMAT = 'lunas-gate/1'

/** What pages hold where the visited name belongs. */
export const HOST_MARK = '{{host}}'

/**
 * How a site stands that is not simply on.
 *
 * @typedef {'gone' | 'suspended'} Stand
 */

/**
 * What visitors get in place of a site: written by the shop, so that the gate has no words of its own.
 *
 * @typedef {object} StandAnswer
 * @property {Record<string, string>} headers
 * @property {{ en: string, id: string }} pages Whole pages; `{{host}}` is where the visited name belongs
 * @property {string} problem For programs: `application/problem+json`
 * @property {number} status
 */

/**
 * The map as the shop builds it. Whoever is not in it is let through.
 *
 * @typedef {object} MapDocument
 * @property {Record<Stand, StandAnswer>} answers
 * @property {typeof MAP_FORMAT} format
 * @property {Record<Stand, readonly string[]>} hosts
 * @property {number} known How many names the shop knows at all
 */

/**
 * The map as it travels and as it is kept: names are one text, parted by spaces, which is read bit by bit.
 *
 * @typedef {Omit<MapDocument, 'hosts'> & { hosts: Record<Stand, string> }} TravellingMap
 */

/**
 * An answer that only lacks the visited name: it belongs between the parts of the body.
 *
 * @typedef {object} ReadyAnswer
 * @property {Record<string, string>} headers
 * @property {readonly string[]} parts
 * @property {number} status
 */

/**
 * The map as it is asked.
 *
 * @typedef {object} GateMap
 * @property {Record<Stand, Record<'deny' | 'en' | 'id' | 'problem', ReadyAnswer>>} answers
 * @property {{ get: (host: string) => Stand | undefined, readonly size: number }} hosts
 * @property {number} known
 */

/** @type {readonly Stand[]} */
const STANDS = ['gone', 'suspended']

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param {unknown} headers */
const areHeaders = (headers) =>
  isRecord(headers) &&
  Object.entries(headers).every(
    ([name, value]) =>
      /^[\w-]+$/.test(name) && typeof value === 'string' && /^[\x20-\x7e]*$/.test(value),
  )

/** @param {unknown} answer @returns {answer is StandAnswer} */
const isAnswer = (answer) =>
  isRecord(answer) &&
  areHeaders(answer.headers) &&
  isRecord(answer.pages) &&
  typeof answer.pages.en === 'string' &&
  typeof answer.pages.id === 'string' &&
  typeof answer.problem === 'string' &&
  Number.isInteger(answer.status) &&
  Number(answer.status) >= 400 &&
  Number(answer.status) <= 599

/** @param {unknown} input @returns {input is TravellingMap} */
const isWritten = (input) => {
  if (!isRecord(input) || !isRecord(input.answers) || !isRecord(input.hosts)) {
    return false
  }
  const { answers, format, hosts, known } = input
  return (
    format === MAP_FORMAT &&
    Number.isSafeInteger(known) &&
    Number(known) >= 0 &&
    STANDS.every((stand) => isAnswer(answers[stand])) &&
    STANDS.every((stand) => typeof hosts[stand] === 'string')
  )
}

const VARY = { Vary: 'Accept, Accept-Language' }

/** @param {StandAnswer} answer */
const readyAnswer = ({ headers, pages, problem, status }) => {
  /** @param {'en' | 'id'} language @returns {ReadyAnswer} */
  const page = (language) => {
    const type = { 'Content-Language': language, 'Content-Type': 'text/html; charset=utf-8' }
    return {
      headers: { ...headers, ...VARY, ...type },
      parts: pages[language].split(HOST_MARK),
      status,
    }
  }
  const state = headers['X-Service-State'] ?? ''
  return {
    deny: {
      headers: { 'Cache-Control': 'no-store', 'Content-Length': '0', 'X-Service-State': state },
      parts: [''],
      status: 403,
    },
    en: page('en'),
    id: page('id'),
    problem: {
      headers: { ...headers, ...VARY, 'Content-Type': 'application/problem+json' },
      parts: [problem],
      status,
    },
  }
}

/** @param {Record<Stand, StandAnswer>} answers */
const readyAnswers = ({ gone, suspended }) => ({
  gone: readyAnswer(gone),
  suspended: readyAnswer(suspended),
})

/**
 * Makes a map that can be asked. A name that stands twice is suspended rather than gone.
 *
 * @param {MapDocument} document
 * @returns {GateMap}
 */
export const openMap = ({ answers, hosts, known }) => {
  /** @type {Map<string, Stand>} */
  const stands = new Map()
  for (const stand of STANDS) {
    for (const host of hosts[stand]) {
      stands.set(host, stand)
    }
  }
  return { answers: readyAnswers(answers), hosts: stands, known }
}

/** @param {MapDocument} map */
export const stringifyMap = ({ hosts, ...map }) =>
  JSON.stringify({
    ...map,
    hosts: { gone: hosts.gone.join(' '), suspended: hosts.suspended.join(' ') },
  })

/**
 * Reads a map that came from somewhere, in turns with whatever else there is to do: visits do not wait for a
 * hundred thousand names.
 *
 * @param {string} text
 * @returns {Promise<GateMap>}
 * @throws {Error} when it is cut short, of another form, or not a map at all
 */
export const parseMap = async (text) => {
  /** @type {unknown} */
  const input = JSON.parse(text)
  if (!isWritten(input)) {
    throw new Error(`this is no map of the form ${MAP_FORMAT}`)
  }
  const { answers, hosts, known } = input
  const gone = await readHosts(hosts.gone)
  const suspended = await readHosts(hosts.suspended)
  /** @param {string} host @returns {Stand | undefined} */
  const get = (host) => (suspended.has(host) ? 'suspended' : gone.has(host) ? 'gone' : undefined)
  return { answers: readyAnswers(answers), hosts: { get, size: gone.size + suspended.size }, known }
}
