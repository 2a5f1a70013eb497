import type { PanelCertificate } from './certificate'
import type { Fault } from './faults'

/** What a panel answers. `json` wins over `text`. */
export type Answer = {
  headers?: Record<string, string>
  json?: unknown
  status?: number
  text?: string
}

/** A call that came in. */
export type Visit = {
  /** Fields of the query and of the form. */
  fields: URLSearchParams
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** Does a part and breaks: the account and not its domain. */
  isPartial: boolean
  method: string
  path: string
}

/** What one kind of panel knows and does. `Store` is plain data: it is kept and set back as JSON. */
export type Panel<Store> = {
  /** Does the work and answers. Changes the store in place. */
  answer: (store: Store, visit: Visit) => Answer
  /** Name of a call: what faults are planned for, what is counted. */
  callOf: (visit: Visit) => string
  /** Whether the key is good for this call; otherwise what the panel says to a stranger. */
  findStranger: (store: Store, visit: Visit) => Answer | undefined
  /** Says that it was done, where setting the store back is not enough for that. */
  pretend?: (store: Store, visit: Visit) => Answer
  /** The panel's own way of saying no. */
  refuse: (visit: Visit, words: string) => Answer
}

/** Everything that a running simulator knows. */
export type Desk<Store> = {
  calls: string[]
  faults: Fault[]
  isRevoked: boolean
  /** Writes what is known to the file, if there is one: before the answer goes out. */
  keep: () => void
  own: PanelCertificate
  panel: Panel<Store>
  store: Store
}
