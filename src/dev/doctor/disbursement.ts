import { createHash } from 'node:crypto'
import type { Environment } from '../../config/env'
import { disbursementOptions } from '../../config/disbursement'
import { type Check, findingsOf } from './verdict'

type Balance = { effectiveBalance?: number | string; responseCode?: string; responseDesc?: string }

/** Asks for the balance: that proves address, user, secret and clock, and moves no money. */
export const disbursementCheck = (settings: Environment): Check => ({
  name: 'disbursement',
  run: async () => {
    const { fail, ok, warn } = findingsOf('disbursement')
    const service = disbursementOptions(settings)
    if (!service) {
      return [ok('off: owners send refunds by hand')]
    }
    const { email, secret, url, userId } = service
    const timestamp = Date.now()
    const signature = createHash('sha256').update(`${email}${timestamp}${secret}`).digest('hex')
    const response = await fetch(`${url}/webapi/api/disbursement/checkbalance`, {
      body: JSON.stringify({ email, signature, timestamp, userId: Number(userId) }),
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    const { host } = new URL(url)
    if (response.status !== 200) {
      return [warn(`${host} answers with status ${response.status}`)]
    }
    const { effectiveBalance, responseCode, responseDesc } = (await response.json()) as Balance
    return [
      responseCode === '00'
        ? ok(`${host} takes our signature; Rp${effectiveBalance} can be sent`)
        : fail(`${host} refuses us: ${responseCode} ${responseDesc ?? ''}`.trim()),
    ]
  },
})
