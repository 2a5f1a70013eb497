import type { SignatureScheme, SignedOperation } from '@/plugin/adapters/duitku'

import file from './vectors.json'

/** A published example of a signature, computed apart from our code. */
export type Vector = {
  expected: string
  id: string
  inputs: Record<string, string>
  operation: string
  scheme: string
  secret: string
  stringToSign: string
}

/** A callback form of the vector file. */
export type VectorForm = Record<string, string>

const operations: Record<string, SignedOperation> = {
  callback: 'callback',
  'disbursement.checkbalance': 'disbursementBalance',
  'disbursement.inquirystatus': 'disbursementStatus',
  'disbursement.transferOnline.inquiry': 'disbursementInquiry',
  'disbursement.transferOnline.transfer': 'disbursementTransfer',
  getpaymentmethod: 'paymentMethods',
  'pop.createInvoice.header': 'popInvoice',
  transactionStatus: 'transactionStatus',
  'v2.inquiry': 'inquiry',
}

const schemes: Record<string, SignatureScheme> = {
  'hmac-sha256': 'hmac',
  'md5-suffix': 'md5',
  'sha256-suffix': 'sha256',
}

/** The project that most vectors were signed for. */
export const projectA = file.credentials.A

/** Every vector with its secret at hand. */
export const vectors: Vector[] = file.vectors.map((vector) => {
  const inputs = { ...vector.inputs } as unknown as Record<string, string>
  const project = vector.cred === 'B' ? file.credentials.B : file.credentials.A
  const disbursement = vector.cred === 'disbursement'
  return {
    ...vector,
    inputs: disbursement ? inputs : { ...inputs, merchantCode: project.merchantCode },
    secret: disbursement ? (inputs.secretKey ?? '') : project.apiKey,
  }
})

/** Our name for an operation of the file. */
export function operationOf(vector: Vector): SignedOperation {
  const operation = operations[vector.operation]
  if (operation === undefined) throw new Error(`no name for ${vector.operation}`)
  return operation
}

/** Our name for a scheme of the file. */
export function schemeOf(vector: Vector): SignatureScheme {
  const scheme = schemes[vector.scheme]
  if (scheme === undefined) throw new Error(`no name for ${vector.scheme}`)
  return scheme
}

/** Forms that must never be accepted. */
export const negativeCallbacks: { form: VectorForm; id: string }[] = file.negativeCallbacks

/** Forms whose unsigned fields differ under one valid signature. */
export const unsignedForms: VectorForm[] = file.unsignedFields.flatMap(({ base, variants }) =>
  variants.map((variant) => ({ ...base, ...variant }) as VectorForm),
)

/** Pairs of inputs that sign the same text. */
export const collisions = file.collisions as unknown as {
  a: VectorForm
  b: VectorForm
  id: string
  signature: string
  stringToSign: string
}[]
