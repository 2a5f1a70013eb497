import type { Environment } from './schema'

/** The key that the launcher gives to the simulator; never valid at Duitku. */
export const demoApiKey = 'demo-key-only-for-the-simulator-0001'

/** The project code that the launcher gives to the simulator. */
export const demoMerchantCode = 'DS00001'

/** What the launcher gives to the simulator and to the shop; never valid at Duitku. */
export const demoDisbursement = {
  DUITKU_DISBURSEMENT_EMAIL: 'keuangan@lunas.test',
  DUITKU_DISBURSEMENT_SECRET: 'demo-disbursement-only-for-the-simulator',
  DUITKU_DISBURSEMENT_USER_ID: '3999',
}

/** What the launcher gives to the WhatsApp catcher and to the shop; never valid at Meta or Fonnte. */
export const demoChat = {
  FONNTE_TOKEN: 'demo-fonnte-token-only-for-the-catcher',
  WHATSAPP_CLOUD_PHONE_ID: '100000000000002',
  WHATSAPP_CLOUD_SECRET: 'demo-app-secret-only-for-the-catcher',
  WHATSAPP_CLOUD_TOKEN: 'demo-cloud-token-only-for-the-catcher',
  WHATSAPP_CLOUD_VERIFY: 'demo-verify-word-only-for-the-catcher',
}

/** What the launcher gives to the e-Meterai simulator and to the shop; never valid at Peruri. */
export const demoPeruri = {
  PERURI_PASSWORD: 'demo-password-only-for-the-simulator',
  PERURI_USER: 'meterai@lunas.test',
}

/** A setting that points at something made for development. */
export type StandIn = { name: string; reason: string }

const localHosts = new Set(['127.0.0.1', '[::1]', 'localhost', '0.0.0.0'])

const isLocal = (address: string): boolean => localHosts.has(new URL(address).hostname)

const findDisbursementStandIns = (settings: Environment): (false | StandIn)[] => [
  settings.DUITKU_DISBURSEMENT_USER_ID !== undefined &&
    isLocal(settings.DUITKU_DISBURSEMENT_URL) && {
      name: 'DUITKU_DISBURSEMENT_URL',
      reason: 'points at the Duitku simulator on this machine, which sends no money',
    },
  settings.DUITKU_DISBURSEMENT_SECRET === demoDisbursement.DUITKU_DISBURSEMENT_SECRET && {
    name: 'DUITKU_DISBURSEMENT_SECRET',
    reason: 'is the demo secret that everybody knows',
  },
]

const findChatStandIns = (settings: Environment): (false | StandIn)[] => {
  const isCloud = settings.WHATSAPP_CHANNEL === 'cloud'
  const isFonnte = settings.WHATSAPP_CHANNEL === 'fonnte'
  const catcher = 'points at the WhatsApp catcher on this machine, which delivers to nobody'
  const demo = 'is a demo value that everybody knows'
  return [
    isCloud &&
      isLocal(settings.WHATSAPP_CLOUD_URL) && { name: 'WHATSAPP_CLOUD_URL', reason: catcher },
    isCloud &&
      settings.WHATSAPP_CLOUD_SECRET === demoChat.WHATSAPP_CLOUD_SECRET && {
        name: 'WHATSAPP_CLOUD_SECRET',
        reason: demo,
      },
    isFonnte && isLocal(settings.FONNTE_URL) && { name: 'FONNTE_URL', reason: catcher },
  ]
}

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
    settings.DOMAIN_SIMULATOR !== undefined && {
      name: 'DOMAIN_SIMULATOR',
      reason: 'makes domains of customers look proven that are not, and reaches into this machine',
    },
    settings.SPK_TAKES_SPECIMENS && {
      name: 'SPK_TAKES_SPECIMENS',
      reason: 'lets specimens pass for e-Meterai',
    },
    settings.PERURI_USER !== undefined &&
      isLocal(settings.PERURI_SERIAL_URL) && {
        name: 'PERURI_SERIAL_URL',
        reason: 'points at the e-Meterai simulator on this machine, whose stamps are worth nothing',
      },
    ...findChatStandIns(settings),
    ...findDisbursementStandIns(settings),
  ]
  return found.filter((entry) => entry !== false)
}
