import type { Payload } from 'payload'

import type { Labels } from '../../kernel/errors'
import type { SpkContent, SpkCustomer } from '../content'
import type { SpkChange } from '../template'
import type { SpkTurn } from '../states'
import type { SpkFile, SpkRemark, SpkScene } from './scene'

import { queryRows, sql } from '../../kernel/payload'
import { type CustomerEvent, isOpenTo } from '../customer/fireStep'
import { enter, type SpkDoor, type SpkEntrance } from '../customer/door'
import { faultTexts } from '../inspect'
import { maskEmail } from '../links'
import { spkMachine } from '../machine'
import { fileNameOf } from '../papers/files'
import { spkRuntime } from '../runtime'
import { REASON_TEXTS } from '../staff/reasons'
import { isConfirmedState, resolveTurn, type SpkState } from '../states'
import { describeContent, diffContents, type SpkEntry } from '../template'

/** The content as its customer reads it; his NIK is masked. */
export type ShownContent = { customer: Omit<SpkCustomer, 'nikMark'> } & Omit<SpkContent, 'customer'>

/** A document that he may save. */
export type ShownDocument = Pick<SpkFile, 'createdAt' | 'id' | 'kind' | 'mime' | 'size'> & {
  name: string
}

/** One move of the past, as he reads it. */
export type ShownMove = { at: string; by: SpkTurn; event: string; label: Labels; to: string }

/** An agreement as its customer sees it: where it stands, what it says, what he can do. */
export type SpkPage = {
  attempts: { made: number; most: number }
  /** What he can do now; without proof he has to enter a code first. */
  can: CustomerEvent[]
  /** Digits to be written by hand beside the signature. */
  challenge: null | string
  /** What differs from the edition before. */
  changes: SpkChange[]
  /** Null while staff write, and after personal data were erased. */
  content: { entries: SpkEntry[]; hash: string; shown: ShownContent } | null
  documents: ShownDocument[]
  /** Why the file that he sent last could not be looked at. */
  fault: Labels | null
  isConfirmed: boolean
  mode: SpkScene['mode']
  number: null | string
  orderNumber: string
  /** Only for who is logged in as its customer. */
  orderToken: null | string
  proof: SpkEntrance['proof']
  /** Why his signature was not accepted yet, each with how to put it right. */
  reasons: Labels[]
  /** What he wanted corrected in this edition. */
  remarks: ({ label: Labels | null } & SpkRemark)[]
  revision: number
  /** Where codes are sent, masked. */
  sentTo: string
  signBy: null | string
  state: SpkState
  stateLabel: Labels
  story: ShownMove[]
  title: string
  turn: SpkTurn
  /** Last part of the address on which anybody may compare a sealed file. */
  verifyToken: null | string
  version: number
  /** Words of staff to him. */
  wanted: null | string
}

const EVENTS: readonly CustomerEvent[] = [
  'remark',
  'confirmContent',
  'bringScan',
  'bringPhoto',
  'refuseContent',
  'decline',
]

const EVER_SEALED: readonly SpkState[] = ['sealed', 'active', 'completed', 'terminated']

/** While staff write, the page shows no content: what they had sent is not what they will send. */
const isShown = ({ current, state }: SpkScene): boolean =>
  current !== null && 'clauses' in current.content && state !== 'draft'

/**
 * What a customer may save. With the stamp first, only the stamped file is to be signed: the one
 * without it is never offered beside it.
 */
const isOffered = ({ mode, state }: SpkScene, { fault, kind }: SpkFile): boolean => {
  const isSent = state !== 'issued' && state !== 'stampCheck'
  switch (kind) {
    case 'final':
    case 'sealed':
      return fault === null
    case 'issued':
      return isSent && mode !== 'e-first'
    case 'scan':
      return true
    case 'stamped':
      return isSent && mode === 'e-first'
    default:
      return false
  }
}

/** The documents of the edition that counts which its customer may save: of each kind the newest. */
export const findOffered = (scene: SpkScene): SpkFile[] => {
  const offered = scene.files.filter((file) => isOffered(scene, file))
  return offered.filter(
    (file) => !offered.some(({ kind, seq }) => kind === file.kind && seq > file.seq),
  )
}

const toDocument = (scene: SpkScene, file: SpkFile): ShownDocument => {
  const { createdAt, id, kind, mime, size } = file
  return { createdAt, id, kind, mime, name: fileNameOf(scene, file), size }
}

const toContent = ({ current }: SpkScene): SpkPage['content'] => {
  if (!current) {
    return null
  }
  const { nikMark: _, ...customer } = current.content.customer
  return {
    entries: describeContent(current.content),
    hash: current.contentHash,
    shown: { ...current.content, customer },
  }
}

const findBefore = async (payload: Payload, scene: SpkScene): Promise<null | SpkContent> => {
  const [row] = await queryRows<{ content: SpkContent }>(
    payload,
    sql`select content from spk_editions where spk_id = ${scene.id} and edition < ${scene.edition}
      and content <> '{}'::jsonb order by edition desc limit 1`,
  )
  return row?.content ?? null
}

const findChanges = async (payload: Payload, scene: SpkScene): Promise<SpkChange[]> => {
  const before = scene.current && scene.edition > 1 ? await findBefore(payload, scene) : null
  return before && scene.current ? diffContents(before, scene.current.content) : []
}

const TURNS: Readonly<Record<string, SpkTurn>> = { customer: 'customer', system: 'system' }

const findStory = async (payload: Payload, { id }: SpkScene): Promise<ShownMove[]> => {
  const rows = await queryRows<{ at: string; event: string; role: string; to: string }>(
    payload,
    sql`select at, event, actor_role as role, to_state as "to" from transitions
      where machine = ${spkMachine.name} and subject = ${id} order by seq`,
  )
  return rows.flatMap(({ at, event, role, to }) => {
    const move = spkMachine.moves.find((each) => each.event === event)
    const by = TURNS[role] ?? 'staff'
    return move ? [{ at: new Date(at).toISOString(), by, event, label: move.label, to }] : []
  })
}

/** The fault of the newest scan while another one is waited for. */
const faultOf = ({ files, state }: SpkScene): Labels | null => {
  const fault = files.filter(({ kind }) => kind === 'scan').at(-1)?.fault
  if (!fault || state !== 'awaitingSignature') {
    return null
  }
  return Object.hasOwn(faultTexts, fault)
    ? faultTexts[fault as keyof typeof faultTexts]
    : { en: fault, id: fault }
}

/** Codes of staff in words; what only its note says is left to the note. */
const reasonsOf = ({ reasons, state }: SpkScene): Labels[] => {
  const codes = state === 'signatureRejected' ? (reasons ?? []) : []
  return codes.flatMap((code) =>
    code !== 'other' && Object.hasOwn(REASON_TEXTS, code)
      ? [REASON_TEXTS[code as keyof typeof REASON_TEXTS]]
      : [],
  )
}

const remarksOf = ({ current }: SpkScene): SpkPage['remarks'] => {
  if (!current?.remarks || !('clauses' in current.content)) {
    return []
  }
  const entries = describeContent(current.content)
  return current.remarks.map((remark) => ({
    ...remark,
    label: entries.find(({ field }) => field === remark.field)?.label ?? null,
  }))
}

const standingOf = (scene: SpkScene) => {
  const { challenge, mode, number, orderNumber, revision, signBy, state, title, wanted } = scene
  const turn = resolveTurn(state)
  const isSigning = turn === 'customer' && signBy !== null && !isConfirmedState(state)
  return {
    challenge,
    isConfirmed: isConfirmedState(state),
    mode,
    number,
    orderNumber,
    revision,
    sentTo: maskEmail(scene.email),
    signBy: isSigning ? new Date(signBy).toISOString() : null,
    state,
    stateLabel: spkMachine.states[state].label,
    title,
    turn,
    verifyToken: EVER_SEALED.includes(state) ? scene.token : null,
    version: scene.lockVersion,
    wanted,
  }
}

/**
 * The page of an agreement behind a door. Changes nothing: a link may be opened by anybody's robot.
 *
 * @throws DomainError `order.notFound` also for orders of others, `notFound`, `spk.linkEnded`
 */
export const getSpkPage = async (payload: Payload, door: SpkDoor): Promise<SpkPage> => {
  const { proof, scene } = await enter(payload, door)
  const { mostAttempts } = spkRuntime.get(payload)
  const hasContent = isShown(scene)
  return {
    ...standingOf(scene),
    attempts: { made: scene.attempts, most: mostAttempts },
    can: EVENTS.filter((event) => isOpenTo(scene.state, event)),
    changes: hasContent ? await findChanges(payload, scene) : [],
    content: hasContent ? toContent(scene) : null,
    documents: findOffered(scene).map((file) => toDocument(scene, file)),
    fault: faultOf(scene),
    orderToken: proof === 'session' ? scene.orderToken : null,
    proof,
    reasons: reasonsOf(scene),
    remarks: remarksOf(scene),
    story: await findStory(payload, scene),
  }
}
