import type { Config, Payload } from 'payload'

/** A feature's wiring, put into the config by the plugin and read back from `payload`. */
export type Runtime<T> = {
  /** Throws when the plugin did not wire the feature. */
  get: (payload: Payload) => T
  install: (config: Config, value: T) => void
}

const KEY = 'lunas'

type Wiring = Record<string, unknown>

const wiringOf = (custom: Record<string, unknown> | undefined): Wiring =>
  (custom?.[KEY] ?? {}) as Wiring

/**
 * Names one feature's wiring (its gateway, its options, whom it tells), so that actions find it from
 * `payload` alone and two Payload instances never share it.
 */
export const defineRuntime = <T>(name: string): Runtime<T> => ({
  get: (payload) => {
    const value = wiringOf(payload.config.custom)[name]
    if (value === undefined) {
      throw new Error(`Lunas: "${name}" is not wired; is the plugin in payload.config.ts?`)
    }
    return value as T
  },
  install: (config, value) => {
    config.custom = {
      ...config.custom,
      [KEY]: { ...wiringOf(config.custom), [name]: value },
    }
  },
})
