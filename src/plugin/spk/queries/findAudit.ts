import type { Labels } from '../../kernel/errors'
import type { Tx } from '../../kernel/payload'
import type { AuditFacts } from '../seal'

import { CHAIN_START } from '../../kernel/history'
import { CHECKLIST, type ChecklistKey, resolveChecklist } from '../checklist'
import { spkMachine } from '../machine'
import { readAnalysis } from './analysis'
import { findChainHead, findFileFacts, findMoves, type SpkMove } from './record'
import { newestFile, type SpkScene } from './scene'

const ROLES: Record<string, string> = {
  admin: 'admin',
  customer: 'pelanggan',
  owner: 'pemilik',
  system: 'sistem',
}

const nameOf = ({ actorLabel, actorRole }: SpkMove): string =>
  actorRole === 'system' ? 'sistem' : `${actorLabel ?? '–'} (${ROLES[actorRole] ?? actorRole})`

const labelOf = ({ event, reason }: SpkMove): Labels => {
  const label = spkMachine.moves.find((move) => move.event === event)?.label
  const said = reason ? `: ${reason}` : ''
  return { en: `${label?.en ?? event}${said}`, id: `${label?.id ?? event}${said}` }
}

const PROOFS: Record<string, Labels> = {
  code: { en: 'by a code from his mailbox', id: 'dengan kode dari emailnya' },
  session: { en: 'logged in', id: 'masuk dengan akunnya' },
}

const CHANNELS: Record<string, string> = { api: 'API', web: 'web' }

/** How a customer came: by what, with what proof, from which network (`customer/door.ts`). */
const fromOf = ({ metadata }: SpkMove): Labels | null => {
  const { channel, network, provenBy } = metadata
  const proof = PROOFS[String(provenBy)]
  if (!proof) {
    return null
  }
  const way = CHANNELS[String(channel)] ?? String(channel)
  return {
    en: `${way}, ${proof.en}, network ${String(network)}`,
    id: `${way}, ${proof.id}, jaringan ${String(network)}`,
  }
}

const meteraiOf = (scene: SpkScene): AuditFacts['meterai'] => {
  const report = (newestFile(scene, 'final') ?? newestFile(scene, 'stamped'))?.meterai
  return report
    ? {
        official: scene.officialCheck,
        serial: report.serial,
        signedAt: report.signedAt ? new Date(report.signedAt) : null,
        signer: report.signer,
        verdict: report.verdict,
      }
    : null
}

const DECISIONS: Record<string, 'first' | 'second'> = {
  accept: 'second',
  acceptForStamp: 'second',
  vouch: 'first',
}

/** Who accepted; alone, or the second after the first. */
const reviewersOf = (moves: readonly SpkMove[]): AuditFacts['reviewers'] => {
  const since = moves.findLastIndex(({ event }) => event === 'finishAnalysis')
  const accepted = moves.slice(since + 1).filter(({ event }) => event in DECISIONS)
  return accepted.map((move) => ({
    at: new Date(move.at),
    name: nameOf(move),
    part: accepted.length === 1 ? 'first' : (DECISIONS[move.event] ?? 'first'),
  }))
}

const overrideOf = (scene: SpkScene, moves: readonly SpkMove[]): AuditFacts['override'] => {
  const move = moves.findLast(({ event }) => event === 'accept' || event === 'acceptForStamp')
  return scene.overrideReason && move
    ? { at: new Date(move.at), by: nameOf(move), reason: scene.overrideReason }
    : null
}

/** Everything that the sheet behind a confirmed agreement tells. */
export const findAudit = async (
  tx: Pick<Tx, 'rows'>,
  scene: SpkScene,
): Promise<Omit<AuditFacts, 'seal' | 'verifyUrl'>> => {
  const { checklist, current, id, mode, number, revision } = scene
  if (!current || !number) {
    throw new Error(`SPK ${id} was never issued`)
  }
  const moves = await findMoves(tx, id)
  const analysis = readAnalysis(newestFile(scene, 'scan')?.analysis)
  return {
    chainHead: (await findChainHead(tx, id)) ?? CHAIN_START,
    checklist: resolveChecklist(mode).map((key: ChecklistKey) => ({
      isTicked: checklist?.[key] === true,
      text: CHECKLIST[key],
    })),
    contentSha256: current.contentHash,
    customer: current.content.customer.name,
    events: moves.map((move) => ({
      at: new Date(move.at),
      by: nameOf(move),
      from: fromOf(move),
      hash: move.hash,
      seq: move.seq,
      what: labelOf(move),
    })),
    files: await findFileFacts(tx, id),
    findings: analysis?.findings ?? [],
    meterai: meteraiOf(scene),
    mode,
    number,
    override: overrideOf(scene, moves),
    provider: current.content.provider.legalName,
    reviewers: reviewersOf(moves),
    revision,
  }
}
