import type { EventOf } from '@/plugin/kernel/machine'
import type { Actor } from '@/plugin/kernel/payload'

import { runInTransaction, sql, type Tx } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { fireSpk } from '@/plugin/spk/actions/fireSpk'
import { spkMachine } from '@/plugin/spk/machine'
import { lockSpk, type SpkScene } from '@/plugin/spk/queries/scene'
import type { OpenShop } from './openShop'

type SpkEvent = EventOf<typeof spkMachine>

/** Everything that a guard asks for is there. */
const FINE = { isChecklistDone: true, isComplete: true, isSame: true }

/** Ways that an SPK of mode `e-first` takes. */
const TO_ISSUED = ['propose', 'confirmContent', 'issue'] as const
const TO_SIGN = [...TO_ISSUED, 'bringStamp', 'passStamp'] as const
const TO_REVIEW = [...TO_SIGN, 'bringScan', 'finishAnalysis'] as const

/** The moves by which a new draft of mode `e-first` gets where it is wanted. */
export const SPK_WAYS = {
  active: [...TO_REVIEW, 'accept', 'seal', 'activate'],
  analysing: [...TO_SIGN, 'bringScan'],
  awaitingSignature: TO_SIGN,
  cancelled: ['cancel'],
  completed: [...TO_REVIEW, 'accept', 'seal', 'activate', 'complete'],
  confirmed: [...TO_REVIEW, 'accept'],
  dataConfirmed: ['propose', 'confirmContent'],
  draft: [],
  expired: ['propose', 'expire'],
  issued: TO_ISSUED,
  moreEvidence: [...TO_REVIEW, 'askPhoto'],
  revisionRequested: ['propose', 'remark'],
  revoked: [...TO_REVIEW, 'accept', 'revoke'],
  signatureRejected: [...TO_REVIEW, 'rejectSignature'],
  superseded: [...TO_ISSUED, 'supersede'],
  terminated: [...TO_REVIEW, 'accept', 'seal', 'activate', 'terminate'],
  underReview: TO_REVIEW,
  validating: ['propose'],
  withdrawn: ['propose', 'withdraw'],
} as const satisfies Record<string, readonly SpkEvent[]>

/** One step under the order's lock, on the agreement that counts or the one that was replaced by none. */
export const withSpk = <T>(
  { payload }: OpenShop,
  orderId: string,
  work: (tx: Tx, scene: SpkScene) => Promise<T>,
): Promise<T> =>
  runInTransaction(payload, async (tx) =>
    work(
      tx,
      await lockSpk(
        tx,
        sql`s.order_id = ${orderId} and (s.state <> 'superseded' or not exists
          (select from spks n where n.order_id = s.order_id and n.id <> s.id))`,
      ),
    ),
  )

const setOf = (event: SpkEvent) => {
  const at = clock.now().toISOString()
  return event === 'accept'
    ? sql`confirmed_at = ${at}, confirmed_by = 'Adi Admin', confirmed_sha256 = ${'a'.repeat(64)},
        number = coalesce(number, 'T/' || id::text)`
    : undefined
}

/** Moves an SPK as its machine allows it, by whoever may; files and checks are left to their own tests. */
export const moveSpk = async (
  shop: OpenShop,
  orderId: string,
  ...events: readonly SpkEvent[]
): Promise<void> => {
  for (const event of events) {
    await withSpk(shop, orderId, async (tx, scene) => {
      const move = spkMachine.moves.find(
        ({ event: name, from }) =>
          name === event && (from as readonly string[]).includes(scene.state),
      )
      if (!move) {
        throw new Error(`No ${event} from ${scene.state}`)
      }
      const set = setOf(event)
      const actor: Actor = { label: 'Uji', role: move.by[0] ?? 'system' }
      await fireSpk(tx, scene, { actor, event, facts: FINE, ...(set && { set }) })
    })
  }
}
