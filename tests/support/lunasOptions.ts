import type { LunasOptions } from '@/plugin'

import { testEnvironment } from './environment'

/** The least that the plugin wants to know. */
export const lunasOptions = (changes: Partial<LunasOptions> = {}): LunasOptions => ({
  duitku: {
    apiKey: testEnvironment.DUITKU_API_KEY,
    merchantCode: testEnvironment.DUITKU_MERCHANT_CODE,
    passportUrl: testEnvironment.DUITKU_PASSPORT_URL,
    popUrl: testEnvironment.DUITKU_POP_URL,
  },
  secret: testEnvironment.PAYLOAD_SECRET,
  serverUrl: testEnvironment.SERVER_URL,
  support: { email: 'halo@lunas.test' },
  ...changes,
})
