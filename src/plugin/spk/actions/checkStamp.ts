import type { Payload } from 'payload'

import type { MeteraiReport } from '../emeterai'
import type { SpkFile, SpkScene } from '../queries/scene'

import { NOTES, verifyEmeterai } from '../emeterai'
import { compareStamped } from '../evidence'
import { runInTransaction, sql, statementsOn, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { tellSpkStaff } from '../messages'
import { readSpkFile } from '../papers/files'
import { findSpk, lockSpk, newestFile } from '../queries/scene'
import { isWholeStamp, passesByItself } from '../rules'
import { spkRuntime } from '../runtime'
import { confirmSpk } from './confirmSpk'
import { fireSpk } from './fireSpk'
import { sendToSign } from './sendToSign'

/** Which of the two checks: the stamp on the issued file, or the one on the accepted scan. */
export type StampStage = 'final' | 'issued'

type Check = { file: SpkFile; report: MeteraiReport; scene: SpkScene; stage: StampStage; tx: Tx }

const STAGES = {
  final: { before: 'scan', brought: 'final', checking: 'finalCheck', fail: 'failFinal' },
  issued: { before: 'issued', brought: 'stamped', checking: 'stampCheck', fail: 'failStamp' },
} as const

const findSerialElsewhere = async (
  tx: Pick<Tx, 'rows'>,
  { id }: SpkFile,
  serial: null | string,
): Promise<boolean> =>
  serial !== null &&
  (await tx.rows(sql`select id from spk_files where serial = ${serial} and id <> ${id}`)).length > 0

const SERIAL_TAKEN = {
  en: 'This e-Meterai stands on another document already.',
  id: 'e-Meterai dengan nomor seri ini sudah dipakai pada dokumen lain.',
}

const keepReport = (tx: Tx, { id }: SpkFile, report: MeteraiReport) =>
  tx.rows(sql`update spk_files set meterai = ${JSON.stringify(report)}::jsonb,
    updated_at = ${clock.now().toISOString()} where id = ${id}`)

const pass = async ({ file, report, scene, stage, tx }: Check): Promise<void> => {
  await tx.rows(sql`update spk_files set serial = ${report.serial} where id = ${file.id}`)
  if (stage === 'issued') {
    const note = { metadata: { serial: report.serial, sha256: file.sha256 } }
    await sendToSign(tx, scene, { actor: SYSTEM, event: 'passStamp', note })
    return
  }
  await confirmSpk(tx, scene, { actor: SYSTEM, event: 'passFinal', sha256: file.sha256 })
}

const fail = async ({ report, scene, stage, tx }: Check): Promise<void> => {
  const note = report.notes.map(({ id }) => id).join(' ') || report.verdict
  await fireSpk(tx, scene, { actor: SYSTEM, event: STAGES[stage].fail, note: { reason: note } })
  await tellSpkStaff(tx, scene, {
    event: 'spk.stampFailed',
    note,
    step: `stamp/${scene.lockVersion}`,
  })
}

/** A good stamp on a file of other bytes: what stands in the file decides. */
const withContent = async (
  report: MeteraiReport,
  files: { issued: Uint8Array; stamped: Uint8Array },
): Promise<MeteraiReport> => {
  const { isPrefix, rect, verdict } = report
  if (isPrefix || !isWholeStamp(verdict) || !rect) {
    return report
  }
  const { note, ...content } = await compareStamped({ ...files, rect })
  const told = report.notes.filter(({ en }) => en !== NOTES.notPrefix.en)
  return { ...report, content, notes: [...told, note] }
}

const judge = async (
  payload: Payload,
  { file, scene, stage }: Pick<Check, 'file' | 'scene' | 'stage'>,
): Promise<MeteraiReport | null> => {
  const before = newestFile(scene, STAGES[stage].before)
  if (!before) {
    return null
  }
  const { roots, takesSpecimens } = spkRuntime.get(payload)
  const issued = await readSpkFile(payload, before)
  const stamped = await readSpkFile(payload, file)
  const question = { acceptsStaging: takesSpecimens, issued, now: clock.now(), roots, stamped }
  return withContent(await verifyEmeterai(question), { issued, stamped })
}

const isWaiting = (scene: null | SpkScene, args: { fileId: string; stage: StampStage }) =>
  scene !== null &&
  scene.state === STAGES[args.stage].checking &&
  newestFile(scene, STAGES[args.stage].brought)?.id === args.fileId

/**
 * Judges the e-Meterai of a file that was brought, by the file alone, and lets the agreement go on or
 * back. Safe to run twice: what was judged already has left the state in which it waits.
 */
export const checkStamp = async (
  payload: Payload,
  args: { fileId: string; spkId: string; stage: StampStage },
): Promise<void> => {
  const { fileId, spkId, stage } = args
  const found = await findSpk(statementsOn(payload), sql`s.id = ${spkId}`)
  const file = found?.files.find(({ id }) => id === fileId)
  if (!found || !file || !isWaiting(found, args)) {
    return
  }
  const judged = await judge(payload, { file, scene: found, stage })
  if (!judged) {
    throw new Error(`SPK ${spkId} waits for a stamp on nothing`)
  }
  await runInTransaction(payload, async (tx) => {
    const scene = await lockSpk(tx, sql`s.id = ${spkId}`)
    if (!isWaiting(scene, args)) {
      return
    }
    const isTaken = await findSerialElsewhere(tx, file, judged.serial)
    const report = isTaken ? { ...judged, notes: [...judged.notes, SERIAL_TAKEN] } : judged
    await keepReport(tx, file, report)
    const isPassed = !isTaken && passesByItself(report)
    await (isPassed ? pass : fail)({ file, report, scene, stage, tx })
  })
}
