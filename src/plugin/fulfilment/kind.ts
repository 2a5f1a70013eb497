import type { Labels } from '../kernel/errors'
import type { Machine } from '../kernel/machine'

/** What lists group by, whatever the kind: still untouched, in work, with the customer, over. */
export type Phase = 'cancelled' | 'delivered' | 'done' | 'waiting' | 'working'

/** What the shop owes next: to begin, to deliver, or to answer about what it delivered. */
export type Pledge = 'answer' | 'deliver' | 'start'

/** What one state of a delivery means to lists, clocks and the customer. */
export type Step = {
  phase: Phase
  /** Whose time is running; null when nothing is owed. */
  pledge: null | Pledge
  /** What the customer reads. No words of ours, no names, no reasons. */
  told: Labels
}

/** What has to be ticked off before an item counts as delivered. */
export type Check = {
  /** The shop ticks it off itself when it is so; nobody does by hand. */
  byShop?: true
  key: string
  text: Labels
}

/** How long things may take; hours are working hours. */
export type PledgeHours = {
  /** From the payment to the delivery. */
  deliverHours: number
  /** Calendar days after the delivery in which the customer may come back; ends at midnight WIB. */
  followUpDays: number
  /** From the payment to the first step; also from a reopening to the next delivery. */
  startHours: number
}

/** One kind of delivery. */
export type Kind<State extends string = string> = {
  checklist: readonly Check[]
  /** Its name is the kind of product. */
  machine: Machine<State>
  /** What the shop promises unless its options say otherwise. */
  pledges: PledgeHours
  steps: Readonly<Record<State, Step>>
}

/** Meanings of the states that every kind has. */
export const SHARED_STEPS = {
  assigned: {
    phase: 'waiting',
    pledge: 'start',
    told: { en: 'Somebody looks after it', id: 'Sudah ada yang menangani' },
  },
  cancelled: {
    phase: 'cancelled',
    pledge: null,
    told: { en: 'Cancelled', id: 'Dibatalkan' },
  },
  done: { phase: 'done', pledge: null, told: { en: 'Done', id: 'Selesai' } },
  new: {
    phase: 'waiting',
    pledge: 'start',
    told: { en: 'Waiting for its turn', id: 'Menunggu giliran' },
  },
} as const satisfies Record<string, Step>
