// @ts-check
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * A map in writing, and when the shop last said that it holds.
 *
 * @typedef {object} KeptMap
 * @property {string} body
 * @property {string} etag
 * @property {number} heardAt Milliseconds since 1970, by this machine's clock
 */

/**
 * Keeps the last map, so that a gate that starts while the shop is away goes on where it was. Written
 * beside and moved into place: whoever reads finds the old one or the new one, whole.
 *
 * @param {string} file
 * @param {KeptMap} map
 */
export const keepMap = async (file, { body, etag, heardAt }) => {
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.new`
  const handle = await open(beside, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify({ etag, heardAt })}\n${body}`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
}

/**
 * The map that was kept last; undefined when there is none.
 *
 * @param {string} file
 * @returns {Promise<KeptMap | undefined>}
 * @throws {Error} when there is something else in that file
 */
export const findKeptMap = async (file) => {
  /** @type {string} */
  let text
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined
    }
    throw error
  }
  const end = text.indexOf('\n')
  /** @type {{ etag?: unknown, heardAt?: unknown }} */
  const { etag, heardAt } = JSON.parse(text.slice(0, end))
  if (typeof etag !== 'string' || typeof heardAt !== 'number') {
    throw new Error('its first line is not ours')
  }
  return { body: text.slice(end + 1), etag, heardAt }
}
