import type { CallbackFields } from './payload'
import type { Invoice, Simulator, WireScheme } from '../types'

import { callbackFields, schemeFor, signCallback } from './payload'

const FORM = 'application/x-www-form-urlencoded'

/** A callback ready to travel. */
export type CallbackShape = { body: string; contentType: string; method: string }

type Sign = (args: { fields: CallbackFields; scheme?: WireScheme }) => CallbackFields
type Change = (args: { fields: CallbackFields; sign: Sign }) => CallbackFields

const flip = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)
const scaled = (fields: CallbackFields, factor: number) =>
  String(Math.round(Number(fields.amount) * factor))
const flipped = ({ fields }: { fields: CallbackFields }) => ({
  ...fields,
  resultCode: fields.resultCode === '00' ? '02' : '00',
})

/** What can be changed in a callback. Those that call `sign` carry a genuine signature again. */
const changes = {
  decimalAmount: ({ fields, sign }) =>
    sign({ fields: { ...fields, amount: `${fields.amount}.00` } }),
  emptySignature: ({ fields }) => ({ ...fields, signature: '' }),
  extraFields: ({ fields }) => ({ ...fields, brandNewField: 'baru', 'x.y-z': '1' }),
  failed01: ({ fields }) => ({ ...fields, resultCode: '01' }),
  failed02: ({ fields }) => ({ ...fields, resultCode: '02' }),
  hmac: ({ fields, sign }) => sign({ fields, scheme: 'hmac' }),
  lessAmount: ({ fields, sign }) => sign({ fields: { ...fields, amount: scaled(fields, 0.5) } }),
  md5: ({ fields, sign }) => sign({ fields, scheme: 'md5' }),
  missingFields: ({ fields }) =>
    pick(fields, ['merchantCode', 'amount', 'merchantOrderId', 'signature']),
  moreAmount: ({ fields, sign }) => sign({ fields: { ...fields, amount: scaled(fields, 2) } }),
  normal: ({ fields }) => fields,
  otherMerchant: ({ fields, sign }) => sign({ fields: { ...fields, merchantCode: 'DS99998' } }),
  otherReference: ({ fields }) => ({ ...fields, reference: `${fields.reference}X` }),
  oversize: ({ fields }) => ({ ...fields, additionalParam: 'x'.repeat(20_000) }),
  paid: ({ fields }) => ({ ...fields, resultCode: '00' }),
  productDetail: ({ fields }) => renamed({ fields, name: 'productDetail' }),
  productDetails: ({ fields }) => renamed({ fields, name: 'productDetails' }),
  replayed: flipped,
  sha256: ({ fields, sign }) => sign({ fields, scheme: 'sha256' }),
  tamperedAmount: ({ fields }) => ({ ...fields, amount: scaled(fields, 10) }),
  tamperedOrder: ({ fields }) => ({ ...fields, merchantOrderId: `${fields.merchantOrderId}X` }),
  tamperedSignature: ({ fields }) => ({ ...fields, signature: flip(fields.signature ?? '') }),
  upperCaseSignature: ({ fields }) => ({
    ...fields,
    signature: (fields.signature ?? '').toUpperCase(),
  }),
} satisfies Record<string, Change>

const encode = (fields: CallbackFields) => new URLSearchParams(fields).toString()

/** What can be changed in the way a callback travels. */
const wrappings = {
  arrayFields: (fields: CallbackFields) => form(encode(fields).replace('amount=', 'amount%5B%5D=')),
  duplicateKeys: (fields: CallbackFields) => form(`${encode(fields)}&amount=1`),
  get: (fields: CallbackFields) => ({ ...form(encode(fields)), method: 'GET' }),
  json: (fields: CallbackFields) => ({
    ...form(JSON.stringify(fields)),
    contentType: 'application/json',
  }),
}

/** Several callbacks after one another. */
const sequences = {
  lateFailure: ['normal', 'failed02'],
  outOfOrder: ['failed02', 'normal'],
} satisfies Record<string, (keyof typeof changes)[]>

/** Names for `POST /__control/callback`. */
export const variantNames = [
  ...Object.keys(changes),
  ...Object.keys(wrappings),
  ...Object.keys(sequences),
].sort()

/** Builds the callbacks of a variant; most variants are one. `overrides` replace fields last. */
export function shapeCallbacks({
  invoice,
  overrides = {},
  resign = false,
  simulator,
  variant,
}: {
  invoice: Invoice
  overrides?: CallbackFields
  /** Signs again after the overrides. */
  resign?: boolean
  simulator: Simulator
  variant: string
}): CallbackShape[] {
  if (variant in sequences) {
    const steps = sequences[variant as keyof typeof sequences]
    return steps.flatMap((step) =>
      shapeCallbacks({ invoice, overrides, resign, simulator, variant: step }),
    )
  }
  const sign: Sign = ({ fields, scheme = schemeFor({ invoice, simulator }) }) => ({
    ...fields,
    signature: signCallback({ fields, scheme, simulator }),
  })
  const base = callbackFields({ invoice, simulator })
  const change: Change =
    variant in changes ? changes[variant as keyof typeof changes] : changes.normal
  const changed = { ...change({ fields: base, sign }), ...overrides }
  const fields = resign ? sign({ fields: changed }) : changed
  return [
    variant in wrappings
      ? wrappings[variant as keyof typeof wrappings](fields)
      : form(encode(fields)),
  ]
}

function form(body: string): CallbackShape {
  return { body, contentType: FORM, method: 'POST' }
}

function pick(fields: CallbackFields, names: string[]): CallbackFields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? '']))
}

function renamed({ fields, name }: { fields: CallbackFields; name: string }): CallbackFields {
  const { productDetail, productDetails, ...rest } = fields
  return { ...rest, [name]: productDetail ?? productDetails ?? '' }
}
