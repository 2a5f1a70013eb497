import type { ChatChannelOptions } from '../plugin/adapters/whatsapp'
import type { Environment } from './schema'

/** What each channel cannot do without. */
const needed = {
  cloud: [
    'WHATSAPP_CLOUD_PHONE_ID',
    'WHATSAPP_CLOUD_TOKEN',
    'WHATSAPP_CLOUD_SECRET',
    'WHATSAPP_CLOUD_VERIFY',
  ],
  fonnte: ['FONNTE_TOKEN'],
  'wa.me': [],
} as const satisfies Record<Environment['WHATSAPP_CHANNEL'], readonly (keyof Environment)[]>

type Values = Readonly<Record<string, string | undefined>>

const isSet = (values: Values, name: string): boolean => (values[name] ?? '').trim() !== ''

/** The settings that the chosen channel cannot do without. */
export const neededChatSettings = (values: Values): readonly string[] => {
  const channel = values.WHATSAPP_CHANNEL?.trim() ?? ''
  return channel in needed ? needed[channel as keyof typeof needed] : []
}

/** Names every missing setting of the chosen channel, in plain words. */
export const findMissingChatSettings = (values: Values): string[] =>
  neededChatSettings(values)
    .filter((name) => !isSet(values, name))
    .map((name) => `${name} is missing; WHATSAPP_CHANNEL=${values.WHATSAPP_CHANNEL} needs it`)

/** The settings as the WhatsApp adapter takes them. */
export const chatOptions = (settings: Environment): ChatChannelOptions => {
  switch (settings.WHATSAPP_CHANNEL) {
    case 'cloud':
      return {
        appSecret: settings.WHATSAPP_CLOUD_SECRET ?? '',
        graphUrl: settings.WHATSAPP_CLOUD_URL,
        id: 'cloud',
        phoneNumberId: settings.WHATSAPP_CLOUD_PHONE_ID ?? '',
        token: settings.WHATSAPP_CLOUD_TOKEN ?? '',
        verifyToken: settings.WHATSAPP_CLOUD_VERIFY ?? '',
        version: settings.WHATSAPP_CLOUD_VERSION,
      }
    case 'fonnte':
      return { id: 'fonnte', token: settings.FONNTE_TOKEN ?? '', url: settings.FONNTE_URL }
    case 'wa.me':
      return { id: 'wa.me' }
  }
}
