// @ts-check
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'

/** Longest map that is taken, in bytes; a hundred thousand names are about three million. */
const MAX_BYTES = 64 * 1024 * 1024
/** Time for the whole answer, in milliseconds. */
const WAIT_MS = 10_000

/**
 * What the shop said: nothing new, or a map in writing.
 *
 * @typedef {{ kind: 'same' } | { body: string, etag: string, kind: 'new' }} Pulled
 */

/**
 * @param {import('node:http').IncomingMessage} response
 * @returns {Promise<string>}
 */
const readBody = async (response) => {
  const source =
    response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response
  // What breaks off half-way has to end the unpacking, too.
  response.on('error', (error) => source.destroy(error))
  let length = 0
  source.on('data', (/** @type {Buffer} */ chunk) => {
    length += chunk.length
    if (length > MAX_BYTES) {
      source.destroy(new Error(`the map is longer than ${MAX_BYTES} bytes`))
    }
  })
  return (await buffer(source)).toString('utf8')
}

/**
 * @param {import('node:http').IncomingMessage} response
 * @returns {Promise<Pulled>}
 */
const readAnswer = async (response) => {
  const { headers, statusCode } = response
  if (statusCode === 304) {
    response.resume()
    return { kind: 'same' }
  }
  if (statusCode !== 200) {
    response.resume()
    throw new Error(`the shop answers with status ${statusCode}`)
  }
  const body = await readBody(response)
  return { body, etag: headers.etag ?? '', kind: 'new' }
}

/**
 * Asks the shop for the map. Follows no redirects: the token is for this address alone.
 *
 * @param {{ etag: string, signal?: AbortSignal, token: string, url: string }} args
 * @returns {Promise<Pulled>}
 * @throws {Error} when there is no answer in time, or none that can be used
 */
export const pullMap = ({ etag, signal, token, url }) => {
  const request = new URL(url).protocol === 'https:' ? requestSecure : requestPlain
  const timeout = AbortSignal.timeout(WAIT_MS)
  const headers = {
    Accept: 'application/json',
    'Accept-Encoding': 'gzip',
    Authorization: `Bearer ${token}`,
    ...(etag !== '' && { 'If-None-Match': etag }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent: false,
      headers,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    sent.once('response', (response) => readAnswer(response).then(resolve, reject))
    sent.once('error', reject)
    sent.end()
  })
}
