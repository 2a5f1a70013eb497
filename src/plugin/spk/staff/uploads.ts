import type { Payload } from 'payload'

import type { Task } from '../../kernel/queue'
import type { ReturnedKind } from '../inspect'
import type { StoredSpkFile } from '../papers/files'
import type { SpkFileKind } from '../words'

import { DomainError } from '../../kernel/errors'
import { sql, statementsOn } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { assertSeen, fireSpk } from '../actions/fireSpk'
import { faultTexts, precheck } from '../inspect'
import { analyseJob, finalCheckJob, stampCheckJob } from '../jobs'
import { tellSpkStaff } from '../messages'
import { columnsForBrought, MIMES, wrapPages } from '../papers/brought'
import { insertSpkFile, storeSpkFile } from '../papers/files'
import { findSpk, type SpkScene } from '../queries/scene'
import { type Asked, type Stepped, stepSpk } from './step'

type FileJob = Pick<Task<{ fileId: string; spkId: string }>, 'input' | 'maxAttempts' | 'name'>

/** What staff may bring: which event it is, what it becomes, and who looks at it. */
const ROADS = {
  final: { event: 'bringFinal', job: finalCheckJob, kind: 'final', pictures: false },
  photo: { event: 'bringPhoto', job: null, kind: 'photo', pictures: true },
  scan: { event: 'bringScan', job: analyseJob, kind: 'scan', pictures: true },
  stamped: { event: 'bringStamp', job: stampCheckJob, kind: 'stamped', pictures: false },
} as const satisfies Record<
  string,
  { event: string; job: FileJob | null; kind: SpkFileKind; pictures: boolean }
>

/** What staff may bring for an agreement. */
export type BroughtKind = keyof typeof ROADS

export const BROUGHT_KINDS = Object.keys(ROADS) as [BroughtKind, ...BroughtKind[]]

const refuse = (fault: keyof typeof faultTexts): never => {
  throw new DomainError('spk.fileUnfit', { fault: faultTexts[fault], field: 'file' })
}

const look = (bytes: Uint8Array): ReturnedKind => {
  if (bytes.length === 0) {
    throw new DomainError('spk.fileRequired', { field: 'file' })
  }
  const found = precheck(bytes)
  return 'fault' in found ? refuse(found.fault) : found.kind
}

type Parts = { main: { bytes: Uint8Array; mime: string }; original: null | Parts['main'] }

/** A scan is looked at as a PDF: a picture is put into one, and kept as it came. */
const partsOf = async (bytes: Uint8Array, as: BroughtKind): Promise<Parts> => {
  const kind = look(bytes)
  const main = { bytes, mime: MIMES[kind] }
  if (kind === 'pdf') {
    return { main, original: null }
  }
  if (!ROADS[as].pictures) {
    return refuse('notPdf')
  }
  if (as === 'photo') {
    return { main, original: null }
  }
  const wrapped = await wrapPages([bytes])
  return wrapped.fault === null
    ? { main: { bytes: wrapped.bytes, mime: MIMES.pdf }, original: main }
    : refuse(wrapped.fault)
}

const storeParts = async (
  payload: Payload,
  {
    as,
    asked,
    bytes,
    scene,
  }: { as: BroughtKind; asked: Asked; bytes: Uint8Array; scene: SpkScene },
): Promise<{ all: StoredSpkFile[]; main: StoredSpkFile }> => {
  const { main, original } = await partsOf(bytes, as)
  const about = {
    broughtBy: asked.actor.label ?? 'staf',
    edition: scene.edition,
    pages: null,
    spkId: scene.id,
  }
  const stored = await storeSpkFile(payload, { ...about, ...main, kind: ROADS[as].kind })
  return original
    ? {
        all: [stored, await storeSpkFile(payload, { ...about, ...original, kind: 'original' })],
        main: stored,
      }
    : { all: [stored], main: stored }
}

/**
 * Takes a file that staff bring: the one with e-Meterai, a scan or a photo that came by another way, or
 * the accepted scan with its stamp. It lies in the store before the agreement moves; what looks at it is
 * a job of the same commit.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `spk.fileRequired`, `spk.fileUnfit`, `event.notAllowed`,
 * `event.guardRefused`
 */
export const bringFile = async (
  payload: Payload,
  { as, bytes, ...asked }: { as: BroughtKind; bytes: Uint8Array } & Asked,
): Promise<Stepped> => {
  const statements = statementsOn(payload)
  const found = await findSpk(statements, sql`s.id = ${asked.id}`)
  if (!found) {
    throw new DomainError('notFound')
  }
  await assertSeen(statements, found, asked.seen)
  const { all, main } = await storeParts(payload, { as, asked, bytes, scene: found })
  const { event, job } = ROADS[as]
  return stepSpk(payload, asked.id, async (tx, scene) => {
    await assertSeen(tx, scene, asked.seen)
    await fireSpk(tx, scene, {
      actor: asked.actor,
      along: all.map(insertSpkFile),
      event,
      note: { metadata: { sha256: main.sha256 } },
      set: columnsForBrought(as === 'scan'),
    })
    if (job) {
      const input = { fileId: main.id, spkId: scene.id }
      await addJob({ input, key: `${job.name}:${main.id}`, task: job, tx })
    } else {
      await tellSpkStaff(tx, scene, {
        event: 'spk.photoArrived',
        step: `photo/${scene.lockVersion}`,
      })
    }
  })
}
