import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** `hmac`: HMAC-SHA256 keyed with the secret. `md5`, `sha256`: plain digests with the secret appended. */
export type SignatureScheme = 'hmac' | 'md5' | 'sha256'

/**
 * What each operation signs, in this very order and without separators. The inquiry has the order
 * id before the amount, the callback has it after: the commonest cause of a 401.
 */
const SIGNED_FIELDS = {
  callback: ['merchantCode', 'amount', 'merchantOrderId'],
  disbursementBalance: ['email', 'timestamp'],
  disbursementInquiry: [
    'email',
    'timestamp',
    'bankCode',
    'bankAccount',
    'amountTransfer',
    'purpose',
  ],
  disbursementStatus: ['email', 'timestamp', 'disburseId'],
  disbursementTransfer: [
    'email',
    'timestamp',
    'bankCode',
    'bankAccount',
    'accountName',
    'custRefNumber',
    'amountTransfer',
    'purpose',
    'disburseId',
  ],
  inquiry: ['merchantCode', 'merchantOrderId', 'paymentAmount'],
  paymentMethods: ['merchantCode', 'amount', 'datetime'],
  popInvoice: ['merchantCode', 'timestamp'],
  transactionStatus: ['merchantCode', 'merchantOrderId'],
} as const

/** Everything that Duitku signs. */
export type SignedOperation = keyof typeof SIGNED_FIELDS

/** The fields an operation needs to be signed, all as the text that travels. */
export type SignedFields<O extends SignedOperation> = Record<
  (typeof SIGNED_FIELDS)[O][number],
  string
>

const LEGACY_SCHEMES = {
  callback: 'md5',
  disbursementBalance: 'sha256',
  disbursementInquiry: 'sha256',
  disbursementStatus: 'sha256',
  disbursementTransfer: 'sha256',
  inquiry: 'md5',
  paymentMethods: 'sha256',
  popInvoice: 'sha256',
  transactionStatus: 'md5',
} as const satisfies Record<SignedOperation, SignatureScheme>

/** The digest that an operation used before April 2026; disbursements still do. */
export function legacySchemeOf(operation: SignedOperation): SignatureScheme {
  return LEGACY_SCHEMES[operation]
}

/** The text an operation signs, without any secret. */
export function textToSign<O extends SignedOperation>({
  fields,
  operation,
}: {
  fields: SignedFields<O>
  operation: O
}): string {
  const values: Record<string, string> = fields
  return SIGNED_FIELDS[operation].map((name) => values[name] ?? '').join('')
}

/** Lower-case hex digest of a text. An empty secret signs nothing: it would verify for anybody. */
export function digestOf({
  scheme,
  secret,
  text,
}: {
  scheme: SignatureScheme
  secret: string
  text: string
}): string {
  if (secret.trim() === '') throw new RangeError('an empty secret signs nothing')
  if (scheme === 'hmac') return createHmac('sha256', secret).update(text, 'utf8').digest('hex')
  return createHash(scheme)
    .update(text + secret, 'utf8')
    .digest('hex')
}

/** Signs one operation. */
export function sign<O extends SignedOperation>({
  fields,
  operation,
  scheme,
  secret,
}: {
  fields: SignedFields<O>
  operation: O
  scheme: SignatureScheme
  secret: string
}): string {
  return digestOf({ scheme, secret, text: textToSign({ fields, operation }) })
}

/** The scheme that a request of a project uses: `legacy` means something else for each operation. */
export function requestScheme({
  operation,
  scheme,
}: {
  operation: SignedOperation
  scheme: 'hmac' | 'legacy'
}): SignatureScheme {
  return scheme === 'hmac' ? 'hmac' : legacySchemeOf(operation)
}

/** Whether a received text has the only form of a digest: 64 or 32 lower-case hex characters. */
export function isDigest(text: string): boolean {
  return /^(?:[0-9a-f]{64}|[0-9a-f]{32})$/.test(text)
}

/** Compares two digests in a time that says nothing about where they differ. */
export function sameDigest({
  expected,
  received,
}: {
  expected: string
  received: string
}): boolean {
  if (!isDigest(received) || received.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(received, 'hex'))
}
