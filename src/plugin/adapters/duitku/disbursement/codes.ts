/**
 * What Duitku's response codes mean (docs.duitku.com/disbursement, "Response Code"), by what can be
 * concluded about the money. A code that stands in no list concludes nothing.
 */

/** The transfer was looked at and refused: no money moves because of it. */
const REFUSED: Readonly<Record<string, string>> = {
  '05': 'transfer not allowed by the bank',
  '14': 'account not found',
  '30': 'not readable for the bank',
  '31': 'unknown bank',
  '51': 'balance too low',
  '76': 'account number is not valid',
  '90': 'beneficiary not valid',
  '-141': 'amount not valid',
  '-148': 'bank does not take such transfers',
  '-149': 'unknown bank',
  '-192': 'account is blocked',
  '-510': 'balance at Duitku too low',
  '-920': 'above the limit',
}

/** The request itself was not accepted: nobody looked at the transfer. */
const UNHEARD: Readonly<Record<string, string>> = {
  '-120': 'user not known or without this service',
  '-123': 'user is blocked',
  '-161': 'callback address not known',
  '-191': 'wrong signature: check the secret',
  '-213': 'wrong e-mail address of the user',
  '-930': 'address of this server is not on Duitku’s list',
  '-952': 'request not readable',
  '-960': 'request too old: check the clock of this server',
}

/** Success. */
export const DONE = '00'

/** Duitku knows no such transfer. `NF` says less: it may not have been recorded yet. */
export const ABSENT = '-420'

/** Why a transfer was refused for good, or undefined. */
export const findRefusal = (code: string): string | undefined => REFUSED[code]

/** Why a request was not heard, or undefined. */
export const findUnheard = (code: string): string | undefined => UNHEARD[code]
