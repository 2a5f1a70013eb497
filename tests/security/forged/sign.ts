import { createHash, createHmac } from 'node:crypto'

import { demoApiKey, demoMerchantCode } from '@/config/standIns'

/** Fields of a callback. */
export type Fields = Record<string, string>

/** What Duitku signs, in its order and without separators. */
export const textOf = (fields: Fields): string =>
  `${fields.merchantCode ?? ''}${fields.amount ?? ''}${fields.merchantOrderId ?? ''}`

/** The one signature that is accepted. */
export const hmac = (text: string, key: string = demoApiKey, algorithm = 'sha256'): string =>
  createHmac(algorithm, key).update(text).digest('hex')

/** The signatures of old projects: the key behind the text. */
export const plainDigest = (text: string, algorithm: string, key: string = demoApiKey): string =>
  createHash(algorithm)
    .update(text + key)
    .digest('hex')

/** The shop's own project. */
export const ownMerchant = demoMerchantCode

/** The shop's own key, which no forger has; some forgeries borrow it and break something else. */
export const ownKey = demoApiKey
