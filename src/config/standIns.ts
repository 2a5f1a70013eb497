import type { Environment } from './schema'

/** The key that the launcher gives to the simulator; never valid at Duitku. */
export const demoApiKey = 'demo-key-only-for-the-simulator-0001'

/** The project code that the launcher gives to the simulator. */
export const demoMerchantCode = 'DS00001'

/** A setting that points at something made for development. */
export type StandIn = { name: string; reason: string }

const localHosts = new Set(['127.0.0.1', '[::1]', 'localhost', '0.0.0.0'])

const isLocal = (address: string): boolean => localHosts.has(new URL(address).hostname)

/** Lists the settings that would make a live shop talk to a stand-in. */
export const findStandIns = (settings: Environment): StandIn[] => {
  const found: (false | StandIn)[] = [
    isLocal(settings.DUITKU_POP_URL) && {
      name: 'DUITKU_POP_URL',
      reason: 'points at the Duitku simulator on this machine',
    },
    isLocal(settings.DUITKU_PASSPORT_URL) && {
      name: 'DUITKU_PASSPORT_URL',
      reason: 'points at the Duitku simulator on this machine',
    },
    settings.DUITKU_API_KEY === demoApiKey && {
      name: 'DUITKU_API_KEY',
      reason: 'is the demo key that everybody knows',
    },
    isLocal(settings.SMTP_URL) &&
      new URL(settings.SMTP_URL).username === '' && {
        name: 'SMTP_URL',
        reason: 'points at the mail catcher on this machine, which delivers to nobody',
      },
  ]
  return found.filter((entry) => entry !== false)
}
