import type { DuitkuOptions } from '../plugin/adapters/duitku'
import type { Environment } from './schema'

/** The settings as the Duitku adapter takes them; Duitku calls its legacy callback scheme MD5. */
export const duitkuOptions = (settings: Environment): Omit<DuitkuOptions, 'logger'> => ({
  apiKey: settings.DUITKU_API_KEY,
  callbackSchemes: settings.DUITKU_CALLBACK_SCHEMES.flatMap((scheme) =>
    scheme === 'hmac' ? ['hmac' as const] : ['md5' as const],
  ),
  merchantCode: settings.DUITKU_MERCHANT_CODE,
  passportUrl: settings.DUITKU_PASSPORT_URL,
  popUrl: settings.DUITKU_POP_URL,
  previousApiKeys: settings.DUITKU_PREVIOUS_API_KEYS,
  scheme: settings.DUITKU_SCHEME,
})
