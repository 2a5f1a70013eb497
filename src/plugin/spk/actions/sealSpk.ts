import type { Payload } from 'payload'

import { setTimeout as pause } from 'node:timers/promises'

import type { PackageMaking } from '../seal'

import { auditSubject, sealTransitions } from '../../kernel/history'
import { runInTransaction, sql, statementsOn, SYSTEM } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { spkMachine } from '../machine'
import { tellSpkStaff } from '../messages'
import { fileNameOf, insertSpkFile, readSpkFile, storeSpkFile } from '../papers/files'
import { readAnalysis } from '../queries/analysis'
import { findAudit } from '../queries/findAudit'
import { findSpk, lockSpk, newestFile, type SpkScene } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { buildPackage, readSeal, sealPdf } from '../seal'
import { FILE_KINDS } from '../words'
import { fireMoney } from './followMoney'
import { fireSpk } from './fireSpk'

const ATTACHED = ['issued', 'stamped', 'scan', 'final'] as const

/** Millimetres of an A4 page, on which everything is issued. */
const PAGE = { heightMm: 297, widthMm: 210 }

const readAttachments = async (
  payload: Payload,
  scene: SpkScene,
): Promise<PackageMaking['attachments']> => {
  const files = ATTACHED.flatMap((kind) => newestFile(scene, kind) ?? [])
  return Promise.all(
    files.map(async (file) => ({
      bytes: await readSpkFile(payload, file),
      description: String(FILE_KINDS[file.kind].label.id),
      mime: file.mime,
      name: fileNameOf(scene, file),
    })),
  )
}

/** The pages that came back, upright and of the size of the paper, as they were looked at. */
const readScanPages = async (
  payload: Payload,
  scene: SpkScene,
): Promise<PackageMaking['scanPages']> => {
  const analysis = readAnalysis(newestFile(scene, 'scan')?.analysis)
  const pages = (analysis?.crops ?? []).filter(({ name }) => /^page-\d+$/.test(name))
  const previews = pages.flatMap(({ fileId }) => scene.files.find(({ id }) => id === fileId) ?? [])
  return Promise.all(
    previews.map(async (file) => ({ ...PAGE, bytes: await readSpkFile(payload, file) })),
  )
}

const makePackage = async (
  payload: Payload,
  scene: SpkScene,
  key: { p12: Uint8Array; passphrase: string },
): Promise<Uint8Array> => {
  const at = clock.now()
  const { serverUrl } = spkRuntime.get(payload)
  const audit = await findAudit(statementsOn(payload), scene)
  const title = `SPK ${scene.number ?? ''}`
  const bytes = await buildPackage({
    at,
    attachments: await readAttachments(payload, scene),
    audit: {
      ...audit,
      seal: await readSeal({ ...key, at }),
      verifyUrl: `${serverUrl}/v/${scene.token}`,
    },
    scanPages: await readScanPages(payload, scene),
    title,
  })
  return sealPdf({ ...key, at, bytes, reason: `Segel sistem ${title}` })
}

/** What staff hear of when it cannot be sealed; once for each confirmation. */
const tellFailure = (payload: Payload, spkId: string, error: unknown): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const scene = await lockSpk(tx, sql`s.id = ${spkId}`)
    const note = error instanceof Error ? error.message.slice(0, 300) : ''
    await tellSpkStaff(tx, scene, {
      event: 'spk.sealFailed',
      note,
      step: `seal/${scene.confirmedAt}`,
    })
  })

const finish = (payload: Payload, scene: SpkScene, bytes: Uint8Array): Promise<void> =>
  storeSpkFile(payload, {
    broughtBy: 'sistem',
    bytes,
    edition: scene.edition,
    kind: 'sealed',
    mime: 'application/pdf',
    pages: null,
    spkId: scene.id,
  }).then((file) =>
    runInTransaction(payload, async (tx) => {
      const now = await lockSpk(tx, sql`s.id = ${scene.id}`)
      if (now.state !== 'confirmed' || now.confirmedAt !== scene.confirmedAt) {
        return
      }
      await fireSpk(tx, now, {
        actor: SYSTEM,
        along: [insertSpkFile(file)],
        event: 'seal',
        note: { metadata: { sha256: file.sha256 } },
      })
      if (now.isPaid) {
        await fireMoney(tx, now, { isPaidOff: now.isPaidOff })
      }
    }),
  )

const CHAIN_TRIES = 5
const CHAIN_PAUSE_MS = 400

/**
 * The sheet names the links of the chain: what has happened so far gets its own now. A transaction that
 * began earlier, whoever's it is, holds the newest back for as long as it runs.
 *
 * @throws Error when it takes too long, so that the job is tried again
 */
const chainMoves = async (payload: Payload, spkId: string): Promise<void> => {
  const tx = statementsOn(payload)
  for (let tried = 0; tried < CHAIN_TRIES; tried++) {
    await sealTransitions({ payload })
    const { waiting } = await auditSubject(tx, { machine: spkMachine.name, subject: spkId })
    if (waiting === 0) {
      return
    }
    await pause(CHAIN_PAUSE_MS)
  }
  throw new Error(`Moves of the SPK ${spkId} have no link in the chain yet`)
}

/**
 * Makes the sealed package of a confirmed agreement: what came back, who did what when, both originals
 * byte by byte, under the shop's own seal. Its failure holds no payment up; staff hear of it once, and
 * it is tried again. Without a key the agreement stays confirmed. Safe to run twice.
 *
 * @throws whatever stood in the way, so that the job is tried again
 */
export const sealSpk = async (payload: Payload, spkId: string): Promise<void> => {
  const { seal } = spkRuntime.get(payload)
  const scene = await findSpk(statementsOn(payload), sql`s.id = ${spkId}`)
  if (scene?.state !== 'confirmed') {
    return
  }
  await chainMoves(payload, spkId)
  try {
    if (!seal) {
      throw new Error('SPK_SEAL_P12 is not set')
    }
    const key = { p12: Buffer.from(seal.p12, 'base64'), passphrase: seal.passphrase }
    await finish(payload, scene, await makePackage(payload, scene, key))
  } catch (error) {
    await tellFailure(payload, spkId, error)
    throw error
  }
}
