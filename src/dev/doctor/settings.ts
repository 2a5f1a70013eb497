import { type Environment, findEnvironmentFaults } from '../../config/env'
import { findStandIns } from '../../config/standIns'
import { type Check, findingsOf } from './verdict'

/** Faults of the settings themselves, each in its own line. */
export const settingsCheck: Check = {
  name: 'settings',
  run: () => {
    const { fail, ok } = findingsOf('settings')
    const faults = findEnvironmentFaults(process.env)
    return faults.length > 0 ? faults.map(fail) : [ok('complete')]
  },
}

/** Stand-ins in use: fine for development, named so that nobody is deceived. */
export const standInCheck = (settings: Environment): Check => ({
  name: 'stand-ins',
  run: () => {
    const { ok, warn } = findingsOf('stand-ins')
    const found = findStandIns(settings)
    return found.length === 0
      ? [ok('none')]
      : found.map(({ name, reason }) => warn(`${name} ${reason}`))
  },
})

const privateHost =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)|\.(?:local|test|invalid)$/

/** Duitku calls us back from the internet, and sessions want https. */
export const publicAddressCheck = (settings: Environment): Check => ({
  name: 'address',
  run: () => {
    const { fail, ok, warn } = findingsOf('address')
    const { hostname, protocol } = new URL(settings.SERVER_URL)
    const isLive = settings.NODE_ENV === 'production' && !settings.LUNAS_DEMO
    const tell = isLive ? fail : warn
    if (privateHost.test(hostname)) {
      return [tell(`${settings.SERVER_URL} is not public: Duitku cannot call it back`)]
    }
    return [
      protocol === 'https:'
        ? ok(`${settings.SERVER_URL} is public and https`)
        : tell(`${settings.SERVER_URL} is not https`),
    ]
  },
})
