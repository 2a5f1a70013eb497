import type { Payload } from 'payload'

import { cache } from 'react'

import type { Labels } from '../../kernel/errors'

import { isWorkerSeen } from '../../kernel/queue'
import { clock, formatWait } from '../../kernel/time'
import { findHeldUp, type HeldUp, NOTIFICATION_WORDS } from '../../notifications'

/** Something of the shop itself that stands still, with the page that shows more where there is one. */
export type Trouble = { detail: Labels; title: Labels; url?: string }

const WORKER_GONE: Trouble = {
  detail: {
    en: 'Payments are not settled and messages do not go out. Start the worker (npm run worker) or look at its server.',
    id: 'Pembayaran tidak diproses dan pesan tidak terkirim. Jalankan worker (npm run worker) atau periksa servernya.',
  },
  title: { en: 'No worker is at work', id: 'Worker tidak terlihat' },
}

const toTrouble = ({ channel, count, since, url }: HeldUp): Trouble => {
  const { label } = NOTIFICATION_WORDS.channel[channel]
  const [en, id] = (['en', 'id'] as const).map((locale) =>
    formatWait({ from: since, to: clock.now() }, locale),
  )
  return {
    detail: {
      en: `The oldest has been waiting for ${en}; ${count} in all.`,
      id: `Pesan tertua menunggu ${id}; semuanya ${count}.`,
    },
    title: { en: `${label.en}: messages are held up`, id: `${label.id}: pesan tertahan` },
    url,
  }
}

/**
 * What keeps the shop from working by itself, found while looking: a worker that is gone alarms nobody.
 * Two statements; the board and the bell of one page share them. Whoever calls has checked that it is
 * for admins.
 */
export const findTroubles = cache(async (payload: Payload): Promise<Trouble[]> => {
  const [isSeen, heldUp] = await Promise.all([isWorkerSeen({ payload }), findHeldUp(payload)])
  return [...(isSeen ? [] : [WORKER_GONE]), ...heldUp.map(toTrouble)]
})
