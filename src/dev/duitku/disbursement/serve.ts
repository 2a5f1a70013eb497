import type { ApiAnswer, ApiCall } from '../api/call'
import type { SimulatedTransfer } from './desk'

import { signText } from '../signing'
import { text } from '../transport/messages'

/** An account that no bank knows; every other one exists. */
export const UNKNOWN_ACCOUNT = '0000000000'

const DESCRIPTIONS: Record<string, string> = {
  '-120': 'User ID not found',
  '-191': 'Invalid signature',
  '-420': 'Transaction not found',
  '-510': 'Insufficient fund',
  '-952': 'Invalid parameter',
  '-960': 'Timestamp expired',
  '00': 'Approved',
  '14': 'Account not found',
  '68': 'Response received too late',
  '76': 'Invalid destination account number',
  NF: 'Transaction has not been recorded at the remittance gateway',
  TO: 'Response time out',
}

const SIGNED = {
  balance: [],
  inquiry: ['bankCode', 'bankAccount', 'amountTransfer', 'purpose'],
  status: ['disburseId'],
  transfer: [
    'bankCode',
    'bankAccount',
    'accountName',
    'custRefNumber',
    'amountTransfer',
    'purpose',
    'disburseId',
  ],
} as const

const say = (code: string, fields: object = {}): ApiAnswer => ({
  json: { responseCode: code, responseDesc: DESCRIPTIONS[code] ?? 'Other error', ...fields },
  status: 200,
})

/** Why a request is not heard at all; undefined when it is genuine and fresh. */
const refuse = ({ body, simulator }: ApiCall, fields: readonly string[]): ApiAnswer | undefined => {
  const { config, disbursement, now } = simulator
  const { email, secret, userId } = disbursement.user
  if (text({ body, name: 'userId' }) !== userId || text({ body, name: 'email' }) !== email) {
    return say('-120')
  }
  const timestamp = text({ body, name: 'timestamp' })
  const signed = [email, timestamp, ...fields.map((name) => text({ body, name }))].join('')
  const expected = signText({ apiKey: secret, scheme: 'sha256', text: signed })
  if (text({ body, name: 'signature' }) !== expected) {
    return say('-191')
  }
  const age = Math.abs(now() - Number(timestamp))
  return config.maxSkewMs > 0 && age > config.maxSkewMs ? say('-960') : undefined
}

const describe = (transfer: SimulatedTransfer): object => ({
  accountName: transfer.holder,
  amountTransfer: transfer.amount,
  bankAccount: transfer.account,
  bankCode: transfer.bank,
  custRefNumber: transfer.receipt,
  disburseId: Number(transfer.reference),
})

const HOLDERS = ['BUDI SANTOSO', 'SITI AMINAH', 'PT CONTOH JAYA']

/** `POST …/disbursement/inquiry`: whose account it is. Reserves an order, moves nothing. */
export function disbursementInquiry(call: ApiCall): ApiAnswer {
  const refusal = refuse(call, SIGNED.inquiry)
  if (refusal) return refusal
  const { body, simulator } = call
  const { transfers } = simulator.disbursement
  const account = text({ body, name: 'bankAccount' })
  const amount = Number(text({ body, name: 'amountTransfer' }))
  if (account === UNKNOWN_ACCOUNT) return say('76')
  if (!Number.isSafeInteger(amount) || amount <= 0 || account === '') return say('-952')
  const reference = String(simulator.now()) + String(transfers.size).padStart(2, '0').slice(-2)
  const transfer: SimulatedTransfer = {
    account,
    amount,
    bank: text({ body, name: 'bankCode' }),
    heard: 0,
    holder: HOLDERS[Number(account.at(-1)) % HOLDERS.length] ?? '',
    receipt: String(100_000_000 + transfers.size),
    reference,
    state: 'asked',
  }
  transfers.set(reference, transfer)
  return say('00', describe(transfer))
}

const isAsAsked = ({ body }: ApiCall, transfer: SimulatedTransfer): boolean =>
  Object.entries(describe(transfer)).every(
    ([name, value]) => text({ body, name }) === String(value),
  )

/** `POST …/disbursement/transfer`: the order. Carried out at most once for each `disburseId`. */
export function disbursementTransfer(call: ApiCall): ApiAnswer {
  const refusal = refuse(call, SIGNED.transfer)
  if (refusal) return refusal
  const { config, disbursement } = call.simulator
  const transfer = disbursement.transfers.get(text({ body: call.body, name: 'disburseId' }))
  if (!transfer) return say('-420')
  if (!isAsAsked(call, transfer)) return say('-952')
  transfer.heard += 1
  if (transfer.heard > 1) return say('-142')
  const spent = disbursement.paid().reduce((sum, { amount }) => sum + amount, 0)
  if (spent + transfer.amount > config.disbursementBalance) return say('-510')
  transfer.state = config.transferFate
  const code = config.transferCode || (transfer.state === 'refused' ? '14' : '00')
  return say(code, describe(transfer))
}

/** `POST …/disbursement/inquirystatus`: what became of an order. */
export function disbursementStatus(call: ApiCall): ApiAnswer {
  const refusal = refuse(call, SIGNED.status)
  if (refusal) return refusal
  const { config, disbursement } = call.simulator
  const transfer = disbursement.transfers.get(text({ body: call.body, name: 'disburseId' }))
  if (!transfer || transfer.state === 'asked' || transfer.state === 'lost') {
    return say(config.lostCode)
  }
  const codes = { done: '00', pending: '68', refused: '14' } as const
  return say(codes[transfer.state], describe(transfer))
}

/** `POST …/disbursement/checkbalance`. */
export function disbursementBalance(call: ApiCall): ApiAnswer {
  const refusal = refuse(call, SIGNED.balance)
  if (refusal) return refusal
  const { config, disbursement } = call.simulator
  const spent = disbursement.paid().reduce((sum, { amount }) => sum + amount, 0)
  const balance = config.disbursementBalance - spent
  return say('00', { balance, effectiveBalance: balance })
}
