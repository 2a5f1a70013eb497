import type { Payload } from 'payload'

import { createHmac } from 'node:crypto'

import type { Actor, TransitionNote, Tx } from '../../kernel/payload'
import type { Looker } from '../papers/looks'

import { DomainError, isDomainError } from '../../kernel/errors'
import { type SQL, sql, statementsOn } from '../../kernel/payload'
import { isToken } from '../../kernel/text'
import { clock } from '../../kernel/time'
import { getAliveLink, isPassFor } from '../links'
import { findSpk, lockSpk, type SpkScene } from '../queries/scene'
import { spkRuntime } from '../runtime'

/** How somebody comes to an agreement: by his own order while logged in, or by a link. */
export type SpkDoor =
  | { customerId: string; kind: 'order'; token: string }
  | {
      /** Account of who is logged in, whoever that is. */
      customerId: null | string
      kind: 'link'
      /** Pass that he got for a code, whatever it is worth. */
      pass: string | undefined
      word: string
    }

/** How a step was taken: what is kept of it. */
export type SpkProof = {
  /** Network that it came from; only a keyed mark of it is kept. */
  address: string
  /** `web` for our pages, `api` for the headless API. */
  channel: 'api' | 'web'
}

/** An agreement with what its visitor may do there: without proof he reads, with proof he acts. */
export type SpkEntrance = {
  /** By his session, by the code of a link, or not at all. */
  proof: 'code' | 'none' | 'session'
  scene: SpkScene
}

type Place = { linkId: null | string; where: SQL }

const placeOf = async (tx: Pick<Tx, 'rows'>, door: SpkDoor): Promise<Place> => {
  if (door.kind === 'link') {
    const { id, spkId } = await getAliveLink(tx, door.word)
    return { linkId: id, where: sql`s.id = ${spkId}` }
  }
  if (!isToken(door.token)) {
    throw new DomainError('order.notFound')
  }
  const where = sql`o.token = ${door.token} and o.customer_id::text = ${door.customerId}
    and s.state <> 'superseded'`
  return { linkId: null, where }
}

const proofOf = (
  door: SpkDoor,
  args: { linkId: null | string; payload: Payload; scene: SpkScene },
): SpkEntrance['proof'] => {
  const { linkId, payload, scene } = args
  if (door.customerId === scene.customerId) {
    return 'session'
  }
  const { secret } = spkRuntime.get(payload)
  return door.kind === 'link' &&
    linkId &&
    isPassFor(door.pass, { linkId, now: clock.now(), secret })
    ? 'code'
    : 'none'
}

const refusalOf = (door: SpkDoor): DomainError =>
  new DomainError(door.kind === 'order' ? 'order.notFound' : 'notFound')

/**
 * The agreement behind a door, without a lock. Changes nothing.
 *
 * @throws DomainError `order.notFound` also for orders of others, `notFound`, `spk.linkEnded`
 */
export const enter = async (payload: Payload, door: SpkDoor): Promise<SpkEntrance> => {
  const tx = statementsOn(payload)
  const { linkId, where } = await placeOf(tx, door)
  const scene = await findSpk(tx, where)
  if (!scene) {
    throw refusalOf(door)
  }
  return { proof: proofOf(door, { linkId, payload, scene }), scene }
}

/** {@link enter} for those who want to do something. */
const assertProven = (entrance: SpkEntrance): SpkEntrance => {
  if (entrance.proof === 'none') {
    throw new DomainError('spk.codeRequired')
  }
  return entrance
}

/**
 * The agreement of somebody who has shown who he is, without a lock.
 *
 * @throws DomainError what {@link enter} throws, and `spk.codeRequired`
 */
export const enterProven = async (payload: Payload, door: SpkDoor): Promise<SpkEntrance> =>
  assertProven(await enter(payload, door))

/**
 * The same under its order's lock: what was true of the link before is asked again.
 *
 * @throws DomainError what {@link enter} throws, and `spk.codeRequired`
 */
export const lockProven = async (tx: Tx, door: SpkDoor): Promise<SpkEntrance> => {
  const { where } = await placeOf(tx, door)
  const scene = await lockSpk(tx, where).catch((error: unknown) => {
    throw isDomainError(error, 'notFound') ? refusalOf(door) : error
  })
  const { linkId } = await placeOf(tx, door)
  return assertProven({ proof: proofOf(door, { linkId, payload: tx.payload, scene }), scene })
}

/** The customer, as the history names him. */
export const customerActor = ({ customerId, customerName }: SpkScene): Actor => ({
  id: customerId,
  label: customerName,
  role: 'customer',
})

/** The customer, as the list of looks names him. */
export const lookerOf = ({ proof, scene }: SpkEntrance): Looker => ({
  name: scene.customerName,
  role: proof === 'session' ? 'customer' : 'link',
})

/** A network's mark: the same for the same network, and nothing that leads back to it. */
export const markAddress = (payload: Payload, address: string): string =>
  createHmac('sha256', spkRuntime.get(payload).secret)
    .update(`spk.network\n${address}`)
    .digest('hex')
    .slice(0, 16)

/** What the history keeps of how a step was taken. */
export const noteOfStep = (
  payload: Payload,
  args: { entrance: SpkEntrance; proof: SpkProof; reason?: string },
): TransitionNote => {
  const { entrance, proof, reason } = args
  return {
    metadata: {
      channel: proof.channel,
      network: markAddress(payload, proof.address),
      provenBy: entrance.proof,
    },
    ...(reason && { reason }),
  }
}
