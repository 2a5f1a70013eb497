import type { Fault, FaultKind } from './faults'
import type { ApiAnswer, Vendor } from './types'

import { cloudError } from './cloud/errors'

type Words = { code: number; fonnte: string; fonnteStatus?: number; meta: string; status: number }

/** What each vendor says when it refuses; Fonnte says most of it with HTTP 200. */
const refusals: Partial<Record<FaultKind, Words>> = {
  disconnected: {
    code: 133010,
    fonnte: 'request invalid on disconnected device',
    meta: 'Phone number not registered',
    status: 400,
  },
  notOnWhatsapp: {
    code: 131026,
    fonnte: 'target invalid',
    meta: 'Message undeliverable',
    status: 400,
  },
  quota: { code: 80007, fonnte: 'insufficient quota', meta: 'Rate limit issues', status: 429 },
  rateLimit: {
    code: 130429,
    fonnte: 'too many requests',
    fonnteStatus: 429,
    meta: 'Rate limit hit',
    status: 429,
  },
  revokedToken: {
    code: 190,
    fonnte: 'token invalid',
    meta: 'Error validating access token',
    status: 401,
  },
  serverError: {
    code: 131000,
    fonnte: 'internal server error',
    fonnteStatus: 500,
    meta: 'Something went wrong',
    status: 500,
  },
  templatePaused: {
    code: 132015,
    fonnte: 'template paused',
    meta: 'Template is paused',
    status: 400,
  },
}

/** The refusal that a fault asks for; undefined for faults of another kind. */
export const refusalOf = (args: { fault: Fault; vendor: Vendor }): ApiAnswer | undefined => {
  const { fault, vendor } = args
  const words = refusals[fault.kind]
  if (!words) {
    return undefined
  }
  const headers: Record<string, string> = fault.kind === 'rateLimit' ? { 'retry-after': '30' } : {}
  const status = fault.status ?? (vendor === 'cloud' ? words.status : (words.fonnteStatus ?? 200))
  if (vendor === 'fonnte') {
    return { headers, json: { reason: fault.reason ?? words.fonnte, status: false }, status }
  }
  const error = { code: fault.code ?? words.code, details: fault.reason ?? words.meta, status }
  return { ...cloudError(error), headers }
}
