import type { Config } from 'payload'

import type { ResolvedOptions } from './options'

import { createStampAdapter } from './adapters/stamp'
import type { FileStore } from './kernel/files'
import { buildOrderUrl, orderSpkOwner } from './orders'
import { notifyInArrears } from './overdue'
import { spkRuntime, type SpkRuntime } from './spk'

/** A customer in arrears is asked to pay or suspend before his agreement goes on. */
const askForChoice: SpkRuntime['askForChoice'] = async (payload, { actor, key, orderIds }) => {
  await notifyInArrears(payload, {
    actor,
    key,
    kind: 'choice',
    orderIds,
    text: '',
    ways: ['email', 'whatsapp'],
  })
}

/** Tells the agreements what they need of the features around them. */
export const installSpk = (config: Config, options: ResolvedOptions, store: FileStore): void => {
  const { rateLimitFactor: rateFactor, secret, serverUrl, shopName } = options
  spkRuntime.install(config, {
    ...options.spk,
    askForChoice,
    buildOrderUrl: (page) => buildOrderUrl({ ...page, serverUrl }),
    owner: orderSpkOwner,
    rateFactor,
    secret,
    serverUrl,
    shopName,
    stamp: createStampAdapter(options.stamp),
    store,
  })
}
