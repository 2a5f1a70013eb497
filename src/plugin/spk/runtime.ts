import type { Payload } from 'payload'

import type { FileStore } from '../kernel/files'
import type { Actor, Tx } from '../kernel/payload'
import type { StampAdapter } from './port'
import type { ResolvedSpk } from './schema'

import { defineRuntime } from '../kernel/payload'

/** What agreements are made for: this is how the feature reaches the orders above it. */
export type SpkOwner = {
  /** Opens the order for payment, its schedule moved if its first day has passed. Under its lock. */
  open: (tx: Tx, orderId: string) => Promise<void>
  /** Takes the order's lock: everything of its agreement moves under it. */
  lock: (tx: Tx, orderId: string) => Promise<void>
  /** Closes the order for payment again. Under its lock; nothing has been paid. */
  unopen: (tx: Tx, orderId: string, reason: string) => Promise<void>
}

/** Wiring of the agreements. */
export type SpkRuntime = ResolvedSpk & {
  /** Asks a customer in arrears to pay or suspend, on these orders of his. Sent twice, told once. */
  askForChoice: (
    payload: Payload,
    args: { actor: Actor; key: string; orderIds: readonly string[] },
  ) => Promise<void>
  /** Address of an order's page. */
  buildOrderUrl: (args: { locale: string; token: string }) => string
  owner: SpkOwner
  /** Multiplies every rate limit. */
  rateFactor: number
  /** Keys the NIK, the codes and the marks of QR codes. */
  secret: string
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
  shopName: string
  /** Who affixes e-Meterai; `manual` does nothing, staff do it on the official site. */
  stamp: StampAdapter
  store: FileStore
}

export const spkRuntime = defineRuntime<SpkRuntime>('spk')
