import type { SpkState } from '../states'

/** Which agreement a form is about, and what was true when the page was drawn. */
export type Desk = {
  /** Its address below the API. */
  path: string
  seen: { state: SpkState; version: number }
}
