import type { Payload } from 'payload'

import type { Analysis } from '../evidence'
import type { StoredAnalysis, StoredCrop } from '../queries/analysis'
import type { SpkFile, SpkScene } from '../queries/scene'

import { buildSignedText, readQrPayload } from '../document'
import { analyseReturn, type ReadQr } from '../evidence'
import {
  runInTransaction,
  type SQL,
  sql,
  statementsOn,
  SYSTEM,
  type Tx,
} from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { signMark } from '../marks'
import { tellSpkCustomer, tellSpkStaff } from '../messages'
import { insertSpkFile, readSpkFile, type StoredSpkFile, storeSpkFile } from '../papers/files'
import { findSpk, lockSpk, newestFile } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { fireSpk } from './fireSpk'

/**
 * Reads codes as ours: of this document only when the mark is one that we have made for that page, of
 * any other when it has the form of ours.
 */
const buildReadQr = (scene: SpkScene, args: { secret: string; serverUrl: string }): ReadQr => {
  const { secret, serverUrl } = args
  const sign = signMark(secret)
  return (payload) => {
    const code = readQrPayload(payload, { verifyUrl: serverUrl })
    if (!code) {
      return { isOurs: false, page: 0, token: '' }
    }
    const { mark, page, token } = code
    const textHash = scene.current?.layout?.pages[page - 1]?.textHash ?? ''
    const isThis = token === scene.token
    const isMarked = mark === sign(buildSignedText({ page, textHash, token }))
    // A mark of an earlier revision is ours, too: the wrong paper, not a foreign code.
    return { isOurs: !isThis || isMarked || scene.revision > 0, page, token }
  }
}

/** Hashes of the signatures that this customer has sent with other documents, or with this one before. */
const findEarlierHashes = async (
  tx: Pick<Tx, 'rows'>,
  { customerId, file }: { customerId: string; file: SpkFile },
): Promise<string[]> => {
  const rows = await tx.rows<{ hash: string }>(sql`select distinct f.signature_hash as hash
    from spk_files f join spks s on s.id = f.spk_id
    where s.customer_id = ${customerId} and f.id <> ${file.id} and f.sha256 <> ${file.sha256}
      and coalesce(f.signature_hash, '') <> ''`)
  return rows.map(({ hash }) => hash)
}

const look = async (payload: Payload, scene: SpkScene, file: SpkFile): Promise<Analysis> => {
  const issued = newestFile(scene, 'issued')
  const stamped = newestFile(scene, 'stamped')
  const layout = scene.current?.layout
  if (!issued || !layout) {
    throw new Error(`SPK ${scene.id} has nothing issued that a scan could be compared with`)
  }
  const { secret, serverUrl } = spkRuntime.get(payload)
  const rect = stamped?.meterai?.rect
  const { customerId, mode, token } = scene
  return analyseReturn({
    earlierHashes: await findEarlierHashes(statementsOn(payload), { customerId, file }),
    issued: { bytes: await readSpkFile(payload, issued), layout },
    mode,
    readQr: buildReadQr(scene, { secret, serverUrl }),
    returned: await readSpkFile(payload, file),
    token,
    ...(stamped && rect ? { stamped: { bytes: await readSpkFile(payload, stamped), rect } } : {}),
  })
}

type Pictures = { crops: StoredCrop[]; files: StoredSpkFile[] }

const storePictures = async (
  payload: Payload,
  scene: SpkScene,
  { crops }: Extract<Analysis, { kind: 'analysed' }>,
): Promise<Pictures> => {
  const kept: Pictures = { crops: [], files: [] }
  for (const { bytes, height, name, width } of crops) {
    const file = await storeSpkFile(payload, {
      broughtBy: 'sistem',
      bytes,
      edition: scene.edition,
      kind: 'preview',
      mime: 'image/jpeg',
      pages: null,
      spkId: scene.id,
    })
    kept.files.push(file)
    kept.crops.push({ fileId: file.id, height, name, width })
  }
  return kept
}

const isWaiting = (scene: null | SpkScene, fileId: string): scene is SpkScene =>
  scene?.state === 'analysing' && newestFile(scene, 'scan')?.id === fileId

/** Under the order's lock, if nobody else was faster. */
const conclude = (
  payload: Payload,
  { fileId, spkId }: { fileId: string; spkId: string },
  work: (tx: Tx, scene: SpkScene) => Promise<void>,
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const scene = await lockSpk(tx, sql`s.id = ${spkId}`)
    if (isWaiting(scene, fileId)) {
      await work(tx, scene)
    }
  })

const refuse =
  (fileId: string, { detail, fault }: Extract<Analysis, { kind: 'fault' }>) =>
  async (tx: Tx, scene: SpkScene): Promise<void> => {
    await fireSpk(tx, scene, {
      actor: SYSTEM,
      along: [sql`update spk_files set fault = ${fault} where id = ${fileId}`],
      event: 'faultAnalysis',
      note: { metadata: { fault }, reason: detail.id },
      // What is nobody's fault is no attempt.
      set: sql`attempts = greatest(attempts - 1, 0), reminded_at = null`,
    })
    await tellSpkCustomer(tx, scene, {
      event: 'spk.faulty',
      note: detail[scene.locale],
      step: `fault/${fileId}`,
    })
  }

const accept =
  (fileId: string, analysed: Extract<Analysis, { kind: 'analysed' }>, pictures: Pictures) =>
  async (tx: Tx, scene: SpkScene): Promise<void> => {
    const { findings, signatureHash, tools } = analysed
    const kept = JSON.stringify({ crops: pictures.crops, findings, tools } satisfies StoredAnalysis)
    for (const file of pictures.files) {
      await tx.rows(insertSpkFile(file))
    }
    const noted: SQL = sql`update spk_files set analysis = ${kept}::jsonb, signature_hash = ${signatureHash},
      updated_at = ${clock.now().toISOString()} where id = ${fileId}`
    await fireSpk(tx, scene, { actor: SYSTEM, along: [noted], event: 'finishAnalysis' })
    await tellSpkStaff(tx, scene, { event: 'spk.scanArrived', step: `scan/${fileId}` })
  }

/**
 * Looks at a scan that came back: what cannot be judged goes back to its customer with the reason, and
 * counts as no attempt; everything else waits for a person. Safe to run twice.
 */
export const analyseScan = async (
  payload: Payload,
  ids: { fileId: string; spkId: string },
): Promise<void> => {
  const scene = await findSpk(statementsOn(payload), sql`s.id = ${ids.spkId}`)
  const file = scene?.files.find(({ id }) => id === ids.fileId)
  if (!file || !isWaiting(scene, ids.fileId)) {
    return
  }
  const analysis = await look(payload, scene, file)
  if (analysis.kind === 'fault') {
    await conclude(payload, ids, refuse(ids.fileId, analysis))
    return
  }
  const pictures = await storePictures(payload, scene, analysis)
  await conclude(payload, ids, accept(ids.fileId, analysis, pictures))
}
