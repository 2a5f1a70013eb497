import type { BlockerKind } from '../blockers/machine'
import type { HostingState } from '../accounts/machine'
import type { Observed, Wanted } from '../accounts/words'
import type { QuestionName, ServiceNeeds } from './request'

/** What a service waits for before it may be made. */
export type ServiceObstacle = 'agreement' | 'firstPayment'

/**
 * What comes next when something did not go well: its customer corrects it, it is tried again by itself, or
 * all servers are full and it is made by itself as soon as there is room.
 */
export type ServiceTrouble =
  | { kind: 'correct'; reason: string }
  | { kind: 'retrying'; nextTryAt: null | string }
  | { kind: 'waiting' }

/** A service as its customer sees it. Days are WIB days. */
export type PublicService = {
  /** Names and addresses of the way in; nothing secret. */
  facts: Record<string, string>
  /** Whether people make and switch it, which takes hours and not seconds. */
  byHand: boolean
  /** Whether credentials wait to be shown, once. */
  hasSecrets: boolean
  /** Whether there is a direct way into its panel. */
  canSignOn: boolean
  domain: null | string
  ending: null | { askedAt: string; when: 'end' | 'now' }
  /** Last day on which its data can be fetched; null while nobody has decided that it ends. */
  exportUntil: null | string
  /** Last day of its contract; null while it has not begun. */
  endsOn: null | string
  hosts: string[]
  id: string
  kind: string
  /** What has to be said before it is made; null when it is no time for it. */
  needs: null | ServiceNeeds
  obstacles: ServiceObstacle[]
  /** How it was seen last, and when. */
  observed: Observed
  observedAt: null | string
  order: { number: string; token: string }
  /** Why it is wanted off. */
  reasons: BlockerKind[]
  region: null | string
  /** The order with which it goes on after its contract. */
  renewal: null | { token: string }
  /** Regions that have room for it now. */
  regions: string[]
  request: Partial<Record<QuestionName, number | string>>
  state: HostingState
  title: string
  trouble: null | ServiceTrouble
  updatedAt: string
  wanted: Wanted
}

/** A service as the database knows it. */
export type ServiceRow = {
  agreed: boolean
  begun: boolean
  driver: null | string
  ending: PublicService['ending']
  hasSecrets: boolean
  lastError: null | string
  nextTryAt: null | string
  request: null | PublicService['request']
  tries: number
} & Pick<
  PublicService,
  | 'domain'
  | 'endsOn'
  | 'exportUntil'
  | 'facts'
  | 'hosts'
  | 'id'
  | 'kind'
  | 'observed'
  | 'observedAt'
  | 'order'
  | 'reasons'
  | 'region'
  | 'renewal'
  | 'regions'
  | 'state'
  | 'title'
  | 'updatedAt'
  | 'wanted'
>
