import type { Ask } from '../../support/load/connection'
import type { Random } from '../../support/load/random'

/** What the senders of nonsense know of the shop. */
export type Knowledge = {
  /** Forms of the storefront, with the hidden fields of their server actions. */
  forms: Form[]
  /** Authorization headers: of a guest none, of a customer, an editor, an admin and an owner. */
  identities: string[]
  products: { id: string; slug: string }[]
  /** Slugs of every collection with the paths of its fields. */
  sites: { names: string[]; rows: string[]; slug: string }[]
  /** A real order that can still be paid. */
  token: string
}

/** A form of a page, ready to be posted. */
export type Form = { fields: Record<string, string>; page: string }

/** One request of nonsense; `kind` names the door it goes to. */
export type Nonsense = Ask & { kind: string }

/** Draws requests for one door. */
export type Target = (random: Random, knowledge: Knowledge) => Nonsense

/** Header line of JSON. */
export const JSON_TYPE = 'content-type: application/json\r\n'
