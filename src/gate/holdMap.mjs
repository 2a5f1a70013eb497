// @ts-check
import { setTimeout as pause } from 'node:timers/promises'

import { parseMap } from '../plugin/hosting/gate/rules/gateMap.mjs'
import { findKeptMap, keepMap } from './mapFile.mjs'
import { pullMap } from './pullMap.mjs'

/**
 * @typedef {import('../plugin/hosting/gate/rules/gateMap.mjs').GateMap} GateMap
 * @typedef {import('./settings.mjs').Settings} Settings
 * @typedef {(level: 'info' | 'warn', message: string) => void} Log
 */

/**
 * How fresh the map is. `empty`: nobody has ever told us anything, and everybody is let through.
 *
 * @typedef {{ ageSeconds: number | null, known: number, listed: number, state: 'empty' | 'fresh' | 'stale' }} Health
 */

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error))

/**
 * Holds the last map that could be read, and asks for a newer one every few seconds. Whatever goes wrong, the
 * map in hand stays: sites that are on never depend on the shop.
 */
export class MapHolder {
  /** @type {GateMap | undefined} */
  map
  #etag = ''
  /** @type {number | undefined} */
  #heardAt
  /** @type {Log} */
  #log
  #settings
  #stop = new AbortController()
  /** @type {string | undefined} */
  #trouble

  /** @param {{ log: Log, settings: Settings }} args */
  constructor({ log, settings }) {
    this.#log = log
    this.#settings = settings
  }

  /** Reads the map that the last run kept. */
  async recall() {
    const { stateFile } = this.#settings
    try {
      const kept = await findKeptMap(stateFile)
      if (kept) {
        this.map = await parseMap(kept.body)
        this.#etag = kept.etag
        this.#heardAt = kept.heardAt
        this.#log('info', `went on with the map of ${new Date(kept.heardAt).toISOString()}`)
      }
    } catch (error) {
      this.#log('warn', `${stateFile} cannot be used: ${wordsOf(error)}`)
    }
  }

  /** Asks once. */
  async pull() {
    const { mapUrl: url, token } = this.#settings
    try {
      const pulled = await pullMap({ etag: this.#etag, signal: this.#stop.signal, token, url })
      if (pulled.kind === 'new') {
        this.map = await parseMap(pulled.body)
        this.#etag = pulled.etag
      }
      this.#heardAt = Date.now()
      this.#say(undefined)
      await this.#keep(pulled)
    } catch (error) {
      this.#say(wordsOf(error))
    }
  }

  /** Asks until `stop`, each time some seconds after the last answer. */
  async run() {
    while (!this.#stop.signal.aborted) {
      await this.pull()
      await this.#pause()
    }
  }

  stop() {
    this.#stop.abort()
  }

  /** @returns {Health} */
  health() {
    const { known = 0, hosts } = this.map ?? {}
    if (this.#heardAt === undefined || !hosts) {
      return { ageSeconds: null, known: 0, listed: 0, state: 'empty' }
    }
    // A clock that was set back makes no map younger than it is.
    const age = Math.max(0, Date.now() - this.#heardAt)
    const state = age > this.#settings.staleAfterMs ? 'stale' : 'fresh'
    return { ageSeconds: Math.round(age / 1_000), known, listed: hosts.size, state }
  }

  /** @param {import('./pullMap.mjs').Pulled} pulled */
  async #keep(pulled) {
    if (pulled.kind !== 'new') {
      return
    }
    const { stateFile } = this.#settings
    try {
      await keepMap(stateFile, { ...pulled, heardAt: this.#heardAt ?? Date.now() })
    } catch (error) {
      this.#log('warn', `${stateFile} cannot be written: ${wordsOf(error)}`)
    }
  }

  async #pause() {
    const { signal } = this.#stop
    await pause(this.#settings.pullMs, undefined, { signal }).catch(() => undefined)
  }

  /**
   * Says when trouble begins, changes and ends; not at every pull.
   *
   * @param {string | undefined} trouble
   */
  #say(trouble) {
    if (trouble === this.#trouble || this.#stop.signal.aborted) {
      return
    }
    this.#trouble = trouble
    if (trouble === undefined) {
      const { known, listed } = this.health()
      this.#log('info', `the map is fresh again: ${listed} of ${known} names are not on`)
      return
    }
    this.#log(
      'warn',
      `no fresh map (${trouble}); ${this.map ? 'the last one is used' : 'everybody is let through'}`,
    )
  }
}
