import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 of a webhook's body as it travelled, keyed with the app's secret, lower-case hex. */
export const signBody = ({ appSecret, rawBody }: { appSecret: string; rawBody: string }): string =>
  createHmac('sha256', appSecret).update(rawBody, 'utf8').digest('hex')

/**
 * Whether `X-Hub-Signature-256` is genuine (Meta, "Webhooks: Validating Payloads"). The comparison
 * takes a time that says nothing about where the two differ.
 */
export function isGenuine({
  appSecret,
  header,
  rawBody,
}: {
  appSecret: string
  header: null | string
  rawBody: string
}): boolean {
  const received = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1]
  if (received === undefined || appSecret === '') return false
  const expected = signBody({ appSecret, rawBody })
  return timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(received, 'hex'))
}

/** Compares two words of any length in constant time. */
export function sameText({ expected, received }: { expected: string; received: string }): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()
  return expected !== '' && timingSafeEqual(digest(expected), digest(received))
}
