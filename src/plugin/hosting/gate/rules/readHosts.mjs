// @ts-check
import { isHostName } from './hostName.mjs'

/** Names that are read before others get their turn: about a millisecond of work. */
const AT_ONCE = 1_000
/** A name of two labels and the space behind it. */
const SHORTEST = 4

/**
 * Names in order, as one text and where each begins: a hundred thousand of them are two things to keep, so that a
 * new map leaves nothing to clear away while visitors wait.
 */
export class HostNames {
  #starts
  #text

  /** @param {string} text @param {Uint32Array} starts Of each name, and of one more behind the last */
  constructor(text, starts) {
    this.#starts = starts
    this.#text = text
  }

  get size() {
    return this.#starts.length - 1
  }

  /** @param {string} name */
  has(name) {
    let [from, to] = [0, this.size - 1]
    while (from <= to) {
      const middle = (from + to) >> 1
      const order = this.#compare(middle, name)
      if (order === 0) {
        return true
      }
      if (order < 0) {
        from = middle + 1
      } else {
        to = middle - 1
      }
    }
    return false
  }

  /** @param {number} at @param {string} name Below 0 when the name there comes before this one. */
  #compare(at, name) {
    const start = this.#starts[at] ?? 0
    const length = (this.#starts[at + 1] ?? 0) - 1 - start
    for (let index = 0; index < length && index < name.length; index++) {
      const order = this.#text.charCodeAt(start + index) - name.charCodeAt(index)
      if (order !== 0) {
        return order
      }
    }
    return length - name.length
  }
}

/**
 * Reads names that are parted by spaces, in turns with whatever else there is to do.
 *
 * @param {string} text
 * @returns {Promise<HostNames>}
 * @throws {Error} at a name that is none, and at one that is not in order
 */
export const readHosts = async (text) => {
  const starts = new Uint32Array(Math.floor(text.length / SHORTEST) + 2)
  let [count, last] = [0, '']
  for (let from = 0; from < text.length;) {
    const space = text.indexOf(' ', from)
    const end = space < 0 ? text.length : space
    const host = text.slice(from, end)
    if (!isHostName(host) || host <= last) {
      throw new Error('there is a name in it that is none, or not in its place')
    }
    starts[count++] = from
    from = end + 1
    last = host
    if (count % AT_ONCE === 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  starts[count] = text.length + 1
  return new HostNames(text, starts.subarray(0, count + 1))
}
