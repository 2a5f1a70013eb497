import type { Payload } from 'payload'

import { randomInt } from 'node:crypto'

import type { Tx } from '../../kernel/payload'
import type { DrawnSpk } from '../document'
import type { StoredSpkFile } from '../papers/files'
import type { SpkEdition, SpkScene } from '../queries/scene'

import { DomainError } from '../../kernel/errors'
import { sql, statementsOn } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { assertSeen, fireSpk } from '../actions/fireSpk'
import { openNik } from '../identity'
import { signMark } from '../marks'
import { insertSpkFile, storeSpkFile } from '../papers/files'
import { findSpk } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { hashContent } from '../template'
import { allocateNumber } from './allocateNumber'
import { loadDocument } from './loadDocument'
import { type Asked, type Stepped, stepSpk } from './step'
import { getOrderTerms } from './terms'

/** Whether what was frozen is still what its hash says, and what the order costs. */
const isUnchanged = async (
  tx: Pick<Tx, 'rows'>,
  scene: SpkScene,
  { content, contentHash }: SpkEdition,
): Promise<boolean> => {
  const { instalments, price } = await getOrderTerms(tx, scene)
  const money = (rows: typeof instalments): string =>
    rows.map(({ amount, dueOn }) => `${dueOn} ${amount}`).join()
  return (
    hashContent(content) === contentHash &&
    price.total === content.price.total &&
    money(instalments) === money(content.instalments)
  )
}

const getAgreed = (scene: null | SpkScene): { current: SpkEdition } & SpkScene => {
  if (!scene?.current) {
    throw new DomainError(
      scene ? 'event.notAllowed' : 'notFound',
      scene ? { event: 'issue', machine: 'spk', state: scene.state } : {},
    )
  }
  return { ...scene, current: scene.current }
}

const nikOf = (payload: Payload, scene: SpkScene): string => {
  const { id: spkId, nikKey, nikSealed } = scene
  if (!nikKey || !nikSealed) {
    throw new DomainError('spk.noNik')
  }
  const { previousSecrets, secret } = spkRuntime.get(payload)
  return openNik({ key: nikKey, sealed: nikSealed, secrets: [secret, ...previousSecrets], spkId })
}

const draw = async (
  payload: Payload,
  scene: { current: SpkEdition } & SpkScene,
  issue: { challenge: string; number: string },
): Promise<DrawnSpk> => {
  const { drawSpk } = await loadDocument()
  const { secret, serverUrl } = spkRuntime.get(payload)
  const { current, token } = scene
  return drawSpk({
    content: current.content,
    issue: {
      ...issue,
      at: clock.now(),
      contentHash: current.contentHash,
      sign: signMark(secret),
      token,
      verifyUrl: serverUrl,
    },
    nik: nikOf(payload, scene),
  })
}

const put = async (
  payload: Payload,
  args: {
    asked: Asked
    challenge: string
    drawn: DrawnSpk
    file: StoredSpkFile
    number: string
    version: number
  },
): Promise<Stepped> => {
  const { asked, challenge, drawn, file, number, version } = args
  const at = clock.now().toISOString()
  return stepSpk(payload, asked.id, async (tx, scene) => {
    await assertSeen(tx, scene, { version })
    const { current } = getAgreed(scene)
    if (!(await isUnchanged(tx, scene, current))) {
      throw new DomainError('spk.changedSince')
    }
    const layout = JSON.stringify(drawn.layout)
    await fireSpk(tx, scene, {
      actor: asked.actor,
      along: [
        insertSpkFile(file),
        sql`update spk_editions set layout = ${layout}::jsonb, updated_at = ${at} where id = ${current.id}`,
      ],
      event: 'issue',
      facts: { isSame: true },
      note: { metadata: { number, sha256: file.sha256 } },
      set: sql`number = ${number}, challenge = ${challenge}, issued_at = ${at}, attempts = 0,
        vouched_by = null`,
    })
  })
}

/**
 * Issues an agreement whose content the customer has confirmed: it gets its number (a revision keeps the
 * one that it has), a code of four digits to be written by hand, and is drawn. A number that was taken
 * before a crash is used by the next try.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `event.notAllowed`, `spk.changedSince`, `spk.noNik`,
 * `spk.noTemplate`
 */
export const issueSpk = async (payload: Payload, asked: Asked): Promise<Stepped> => {
  const statements = statementsOn(payload)
  const scene = getAgreed(await findSpk(statements, sql`s.id = ${asked.id}`))
  await assertSeen(statements, scene, asked.seen)
  if (scene.state !== 'dataConfirmed') {
    throw new DomainError('event.notAllowed', {
      event: 'issue',
      machine: 'spk',
      state: scene.state,
    })
  }
  const number = scene.number ?? (await allocateNumber(payload, scene))
  const challenge = String(randomInt(10_000)).padStart(4, '0')
  const drawn = await draw(payload, scene, { challenge, number })
  const file = await storeSpkFile(payload, {
    broughtBy: asked.actor.label ?? 'staf',
    bytes: drawn.bytes,
    edition: scene.edition,
    kind: 'issued',
    mime: 'application/pdf',
    pages: drawn.layout.pages.length,
    spkId: scene.id,
  })
  return put(payload, { asked, challenge, drawn, file, number, version: scene.lockVersion })
}
