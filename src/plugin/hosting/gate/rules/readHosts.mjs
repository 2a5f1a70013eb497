// @ts-check
import { isHostName } from './hostName.mjs'

/** Names that are read before others get their turn: about a millisecond of work. */
const AT_ONCE = 1_000

/**
 * Reads names that are parted by spaces, in turns with whatever else there is to do.
 *
 * @param {string} text
 * @param {(host: string) => void} take
 * @throws {Error} at a name that is none
 */
export const readHosts = async (text, take) => {
  let count = 0
  for (let from = 0; from < text.length; count++) {
    const space = text.indexOf(' ', from)
    const end = space < 0 ? text.length : space
    const host = text.slice(from, end)
    if (!isHostName(host)) {
      throw new Error('there is a name in it that is none')
    }
    take(host)
    from = end + 1
    if (count % AT_ONCE === 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}
