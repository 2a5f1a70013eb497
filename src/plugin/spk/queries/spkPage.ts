import type { Labels } from '../../kernel/errors'
import type { SpkContent, SpkCustomer } from '../content'
import type { SpkEntrance } from '../customer/door'
import type { CustomerEvent } from '../customer/fireStep'
import type { SpkChange, SpkEntry } from '../template'
import type { SpkTurn } from '../states'
import type { SpkFile, SpkRemark, SpkScene } from './scene'

import { faultTexts } from '../inspect'
import { maskEmail } from '../links'
import { spkMachine } from '../machine'
import { fileNameOf } from '../papers/files'
import { REASON_TEXTS } from '../staff/reasons'
import { isConfirmedState, resolveTurn, type SpkState } from '../states'
import { describeContent } from '../template'

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
  /** Pages of the issued document; null before it is issued. */
  pages: null | number
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

const EVER_SEALED: readonly SpkState[] = ['sealed', 'active', 'completed', 'terminated']

/** While staff write, the page shows no content: what they had sent is not what they will send. */
export const isShown = ({ current, state }: SpkScene): boolean =>
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

/** A document as its customer sees it. */
export const toDocument = (scene: SpkScene, file: SpkFile): ShownDocument => {
  const { createdAt, id, kind, mime, size } = file
  return {
    createdAt: new Date(createdAt).toISOString(),
    id,
    kind,
    mime,
    name: fileNameOf(scene, file),
    size,
  }
}

/** What was frozen, for its customer's eyes. */
export const toContent = ({ current }: SpkScene): SpkPage['content'] => {
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

/** The fault of the newest scan while another one is waited for. */
export const faultOf = ({ files, state }: SpkScene): Labels | null => {
  const fault = files.filter(({ kind }) => kind === 'scan').at(-1)?.fault
  if (!fault || state !== 'awaitingSignature') {
    return null
  }
  return Object.hasOwn(faultTexts, fault)
    ? faultTexts[fault as keyof typeof faultTexts]
    : { en: fault, id: fault }
}

/** Codes of staff in words; what only its note says is left to the note. */
export const reasonsOf = ({ reasons, state }: SpkScene): Labels[] => {
  const codes = state === 'signatureRejected' ? (reasons ?? []) : []
  return codes.flatMap((code) =>
    code !== 'other' && Object.hasOwn(REASON_TEXTS, code)
      ? [REASON_TEXTS[code as keyof typeof REASON_TEXTS]]
      : [],
  )
}

/** His own remarks, each with the name of what it is about. */
export const remarksOf = ({ current }: SpkScene): SpkPage['remarks'] => {
  if (!current?.remarks || !('clauses' in current.content)) {
    return []
  }
  const entries = describeContent(current.content)
  return current.remarks.map((remark) => ({
    ...remark,
    label: entries.find(({ field }) => field === remark.field)?.label ?? null,
  }))
}

/** Where an agreement stands and whose turn it is. */
export const standingOf = (scene: SpkScene) => {
  const { challenge, mode, number, orderNumber, revision, signBy, state, title, wanted } = scene
  const turn = resolveTurn(state)
  const isSigning = turn === 'customer' && signBy !== null && !isConfirmedState(state)
  return {
    challenge,
    isConfirmed: isConfirmedState(state),
    mode,
    number,
    orderNumber,
    pages: scene.current?.layout?.pages.length ?? null,
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
