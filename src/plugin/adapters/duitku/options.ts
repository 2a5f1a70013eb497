import type { SignatureScheme } from './signature'

import { isDuitkuHost, isLoopback, parseUrl } from './hosts'

/** Where the adapter writes; the shape of pino and of Payload's own logger. */
export type DuitkuLogger = {
  info: (fields: Record<string, unknown>, message: string) => void
  warn: (fields: Record<string, unknown>, message: string) => void
}

/** Settings of one Duitku project. */
export type DuitkuOptions = {
  /** More hosts (`pay.example.id`) or origins (`http://10.0.0.5:3010`) a payment page may live on. */
  allowedPaymentHosts?: readonly string[]
  /** Secret of the project. An empty one verifies nothing and signs nothing. */
  apiKey: string
  /** Callback signatures that are accepted. Default: only `hmac`. */
  callbackSchemes?: readonly SignatureScheme[]
  /** Sent instead of a customer address above Duitku's 50 characters; without it such an invoice is rejected. */
  fallbackEmail?: string
  /** Receives one line per refused call and per callback with a bad signature. Never the key. */
  logger?: DuitkuLogger
  /** Project code, `D` or `DS` and digits. */
  merchantCode: string
  /** `https://passport.duitku.com`, `https://sandbox.duitku.com`, or a stand-in. */
  passportUrl: string
  /** `https://api-prod.duitku.com`, `https://api-sandbox.duitku.com`, or a stand-in. */
  popUrl: string
  /** Earlier keys that callbacks may still be signed with. Removing a key here ends its rotation window. */
  previousApiKeys?: readonly string[]
  /** How requests are signed: HMAC-SHA256 (default), or the MD5/SHA256 suffix forms of old projects. */
  scheme?: 'hmac' | 'legacy'
  /** Longest wait for one whole answer, body included. Default 10 seconds. */
  timeoutMs?: number
}

/** Options with every default filled in and every URL checked. */
export type DuitkuSettings = {
  allowedPaymentHosts: readonly string[]
  apiKey: string
  callbackSchemes: readonly SignatureScheme[]
  fallbackEmail?: string
  logger: DuitkuLogger
  merchantCode: string
  passportUrl: URL
  popUrl: URL
  previousApiKeys: readonly string[]
  scheme: 'hmac' | 'legacy'
  timeoutMs: number
}

const silentLogger: DuitkuLogger = { info: () => undefined, warn: () => undefined }

/** Checks the options once, at start, so that no call meets a bad URL later. */
export function resolveOptions(options: DuitkuOptions): DuitkuSettings {
  return {
    allowedPaymentHosts: options.allowedPaymentHosts ?? [],
    apiKey: options.apiKey.trim(),
    callbackSchemes: options.callbackSchemes ?? ['hmac'],
    fallbackEmail: options.fallbackEmail,
    logger: options.logger ?? silentLogger,
    merchantCode: options.merchantCode.trim(),
    passportUrl: gatewayUrl({ name: 'passportUrl', value: options.passportUrl }),
    popUrl: gatewayUrl({ name: 'popUrl', value: options.popUrl }),
    previousApiKeys: (options.previousApiKeys ?? []).map((key) => key.trim()).filter(Boolean),
    scheme: options.scheme ?? 'hmac',
    timeoutMs: options.timeoutMs ?? 10_000,
  }
}

/** Plain HTTP only towards this machine or a one-word host of a private network (a compose service). */
function gatewayUrl({ name, value }: { name: string; value: string }): URL {
  const url = parseUrl(value)
  if (url === undefined) throw new TypeError(`Duitku ${name} is not a URL`)
  const standIn = isLoopback(url.hostname) || !url.hostname.includes('.')
  const plain = url.protocol === 'http:' && standIn && !isDuitkuHost(url.hostname)
  if (url.protocol !== 'https:' && !plain) throw new TypeError(`Duitku ${name} must use https`)
  return url
}
