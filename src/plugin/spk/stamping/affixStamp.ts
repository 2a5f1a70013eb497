import type { Payload } from 'payload'

import type { StampStage } from '../actions/checkStamp'
import type { StampDocument, StampOutcome, StampPlace } from '../port'

import { queryRows, runInTransaction, sql, statementsOn, SYSTEM } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { clock, wibDayOf } from '../../kernel/time'
import { fireSpk } from '../actions/fireSpk'
import { finalCheckJob, stampCheckJob } from '../jobs'
import { tellSpkStaff } from '../messages'
import { fileNameOf, insertSpkFile, readSpkFile, storeSpkFile } from '../papers/files'
import { findSpk, lockSpk, newestFile, type SpkScene } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { resolveStampStage, STAMP_SOURCES } from './askStamp'

type Stamp = {
  doneAt: null | string
  id: string
  image: null | string
  isUnclear: boolean
  serial: null | string
  sourceSha256: string
  spkId: string
  stage: StampStage
  tries: number
}

const ENDS = {
  final: { event: 'bringFinal', job: finalCheckJob, kind: 'final' },
  issued: { event: 'bringStamp', job: stampCheckJob, kind: 'stamped' },
} as const

const findStamp = async (payload: Payload, id: string): Promise<Stamp | undefined> => {
  const [stamp] = await queryRows<Stamp>(
    payload,
    sql`select id, spk_id::text as "spkId", stage, source_sha256 as "sourceSha256", serial, image, tries,
        is_unclear as "isUnclear", done_at as "doneAt" from spk_stamps where id = ${id}`,
  )
  return stamp
}

/** It ends here until somebody asks again: refused for good, or nobody knows whether it was bought. */
const giveUp = async (
  payload: Payload,
  stamp: Stamp,
  { isUnclear, reason }: { isUnclear: boolean; reason: string },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const scene = await lockSpk(tx, sql`s.id = ${stamp.spkId}`)
    await tx.rows(sql`update spk_stamps set failure = ${reason}, is_unclear = ${isUnclear}
      where id = ${stamp.id}`)
    await tellSpkStaff(tx, scene, {
      event: 'spk.stampFailed',
      note: reason,
      step: `affix/${stamp.id}/${stamp.tries}`,
    })
  })

/** What comes of an answer: its value, or undefined when nothing more is to be done now. */
const take = async <T>(
  payload: Payload,
  stamp: Stamp,
  outcome: StampOutcome<T>,
): Promise<T | undefined> => {
  if (outcome.kind === 'ok') {
    return outcome.value
  }
  if (outcome.kind === 'rejected') {
    await giveUp(payload, stamp, { isUnclear: false, reason: outcome.reason })
    return undefined
  }
  throw new Error(`e-Meterai: ${outcome.reason}`)
}

/** The serial, bought once. Whether an unanswered purchase took place, a person finds out. */
const getSerial = async (
  payload: Payload,
  stamp: Stamp,
  document: StampDocument,
): Promise<{ image: string; serial: string } | undefined> => {
  if (stamp.serial !== null) {
    return { image: stamp.image ?? '', serial: stamp.serial }
  }
  const outcome = await spkRuntime.get(payload).stamp.reserveSerial(document)
  if (outcome.kind === 'unknown') {
    await giveUp(payload, stamp, { isUnclear: true, reason: outcome.reason })
    return undefined
  }
  const bought = await take(payload, stamp, outcome)
  if (bought) {
    await queryRows(
      payload,
      sql`update spk_stamps set serial = ${bought.serial}, image = ${bought.image}
        where id = ${stamp.id} and serial is null`,
    )
  }
  return bought
}

/** Where the box of the meterai was drawn; the same place on the paper that came back. */
const placeOf = ({ current }: SpkScene): StampPlace => {
  const box = current?.layout?.boxes.find(({ kind }) => kind === 'meterai')
  if (!box) {
    throw new Error('The issued document has no box for a meterai')
  }
  const { heightMm, page, widthMm, xMm, yMm } = box
  return { heightMm, page, widthMm, xMm, yMm }
}

const bring = async (
  payload: Payload,
  { bytes, scene, stamp }: { bytes: Uint8Array; scene: SpkScene; stamp: Stamp },
): Promise<void> => {
  const { event, job, kind } = ENDS[stamp.stage]
  const file = await storeSpkFile(payload, {
    broughtBy: 'sistem',
    bytes,
    edition: scene.edition,
    kind,
    mime: 'application/pdf',
    pages: null,
    spkId: scene.id,
  })
  await runInTransaction(payload, async (tx) => {
    const now = await lockSpk(tx, sql`s.id = ${stamp.spkId}`)
    const at = clock.now().toISOString()
    const done = sql`update spk_stamps set done_at = ${at} where id = ${stamp.id}`
    if (resolveStampStage(now) !== stamp.stage) {
      await tx.rows(done)
      return
    }
    const note = { metadata: { serial: stamp.serial, sha256: file.sha256 } }
    await fireSpk(tx, now, { actor: SYSTEM, along: [done, insertSpkFile(file)], event, note })
    const input = { fileId: file.id, spkId: now.id }
    await addJob({ input, key: `${job.name}:${file.id}`, task: job, tx })
  })
}

/** What the stamp is for, if the agreement still waits for it. */
const findWaiting = async (payload: Payload, stamp: Stamp) => {
  const scene = await findSpk(statementsOn(payload), sql`s.id = ${stamp.spkId}`)
  const source = scene && newestFile(scene, STAMP_SOURCES[stamp.stage])
  return scene && resolveStampStage(scene) === stamp.stage && source?.sha256 === stamp.sourceSha256
    ? { scene, source }
    : undefined
}

/**
 * Has one e-Meterai affixed: a serial is bought, noted, and used on every further try; what comes back
 * is judged like a file that staff bring. Safe to run twice.
 *
 * @throws Error when the account could not be reached or said nothing, so that it is tried again
 */
export const affixStamp = async (payload: Payload, stampId: string): Promise<void> => {
  const stamp = await findStamp(payload, stampId)
  const waiting = stamp && (await findWaiting(payload, stamp))
  if (!stamp || !waiting || stamp.doneAt !== null || stamp.isUnclear) {
    return
  }
  const { scene, source } = waiting
  const document: StampDocument = {
    bytes: await readSpkFile(payload, source),
    day: wibDayOf(clock.now()),
    fileName: fileNameOf(scene, source),
    number: scene.number ?? '',
  }
  await queryRows(payload, sql`update spk_stamps set tries = tries + 1 where id = ${stamp.id}`)
  const bought = await getSerial(payload, stamp, document)
  if (!bought) {
    return
  }
  const outcome = await spkRuntime.get(payload).stamp.stamp({
    ...bought,
    document,
    isRetry: stamp.tries > 0 && stamp.serial !== null,
    place: placeOf(scene),
  })
  const stamped = await take(payload, stamp, outcome)
  if (stamped) {
    await bring(payload, {
      bytes: stamped.bytes,
      scene,
      stamp: { ...stamp, serial: bought.serial },
    })
  }
}
