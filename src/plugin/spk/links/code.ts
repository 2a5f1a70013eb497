import type { Payload } from 'payload'

import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

import { DomainError } from '../../kernel/errors'
import { queryRows, runInTransaction, sql, statementsOn, takeRateToken } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { tellSpkCustomer } from '../messages'
import { findSpk } from '../queries/scene'
import { spkRuntime } from '../runtime'
import { buildLinkUrl, findSpkLink, type SpkLink } from './links'
import { signPass } from './pass'

/** How long a code is good. */
export const CODE_MS = 10 * 60_000

/** Wrong codes that a customer may enter before he needs a new one. */
export const CODE_TRIES = 5

const rate = { limit: 3, windowSeconds: 600 }

const hashCode = (args: { code: string; linkId: string; secret: string }): string =>
  createHmac('sha256', args.secret).update(`spk.code\n${args.linkId}\n${args.code}`).digest('hex')

const drawCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** First letter and domain: enough to know where to look, too little to learn an address. */
export const maskEmail = (email: string): string => {
  const [name = '', domain = ''] = email.split('@')
  return `${name.slice(0, 1)}•••@${domain}`
}

/**
 * A link that still opens its agreement.
 *
 * @throws DomainError `notFound` for what we never made, `spk.linkEnded` once it is over
 */
export const getAliveLink = async (
  tx: Parameters<typeof findSpkLink>[0],
  word: string,
): Promise<SpkLink> => {
  const link = await findSpkLink(tx, word)
  if (!link) {
    throw new DomainError('notFound')
  }
  if (!link.isAlive) {
    throw new DomainError('spk.linkEnded')
  }
  return link
}

/**
 * Sends a new code to the e-mail address of the order, three in ten minutes at most; the one before
 * is worth nothing any more. Answers with the address, masked.
 *
 * @throws DomainError `notFound`, `spk.linkEnded`, `rateLimited`
 */
export const sendLinkCode = async (
  payload: Payload,
  word: string,
): Promise<{ expiresAt: Date; sentTo: string }> => {
  const { rateFactor: factor, secret } = spkRuntime.get(payload)
  const { id } = await getAliveLink(statementsOn(payload), word)
  await takeRateToken({ bucket: `spk.code:${id}`, factor, payload, rate })
  return runInTransaction(payload, async (tx) => {
    await tx.rows(sql`select 1 from spk_links where id = ${id} for update`)
    const { spkId } = await getAliveLink(tx, word)
    const scene = await findSpk(tx, sql`s.id = ${spkId}`)
    if (!scene) {
      throw new DomainError('notFound')
    }
    const code = drawCode()
    const expiresAt = new Date(clock.now().getTime() + CODE_MS)
    const hash = hashCode({ code, linkId: id, secret })
    await tx.rows(sql`update spk_links set code_hash = ${hash}, code_tries = 0,
      code_until = ${expiresAt.toISOString()} where id = ${id}`)
    const step = `code/${id}/${expiresAt.toISOString()}/${hash.slice(0, 8)}`
    const url = buildLinkUrl(tx, scene, word)
    await tellSpkCustomer(tx, scene, { event: 'spk.code', note: code, step, url })
    return { expiresAt, sentTo: maskEmail(scene.email) }
  })
}

/** Counts a try; what is compared with comes back only while there are tries left. */
const takeTry = async (
  payload: Payload,
  id: string,
): Promise<{ hash: string; tries: number } | undefined> => {
  const [row] = await queryRows<{ hash: string; tries: number }>(
    payload,
    sql`update spk_links set code_tries = code_tries + 1
      where id = ${id} and code_hash is not null and code_until > ${clock.now().toISOString()}
        and code_tries < ${CODE_TRIES}
      returning code_hash as hash, code_tries::int as tries`,
  )
  return row
}

/** A code opens once: of two who enter it at the same time, one does. */
const spend = async (payload: Payload, link: { hash: string; id: string }): Promise<void> => {
  const spent = await queryRows(
    payload,
    sql`update spk_links set code_hash = null, code_until = null
      where id = ${link.id} and code_hash = ${link.hash} returning 1 as one`,
  )
  if (spent.length === 0) {
    throw new DomainError('spk.codeEnded', { field: 'code' })
  }
}

/**
 * Checks the code of a link, five tries at most; gives a pass with which its holder may act.
 *
 * @throws DomainError `notFound`, `spk.linkEnded`, `spk.codeEnded`, `spk.codeWrong` (with `left`)
 */
export const checkLinkCode = async (
  payload: Payload,
  given: { code: string; word: string },
): Promise<{ expiresAt: Date; word: string }> => {
  const { secret } = spkRuntime.get(payload)
  const { id } = await getAliveLink(statementsOn(payload), given.word)
  const found = await takeTry(payload, id)
  if (!found) {
    throw new DomainError('spk.codeEnded', { field: 'code' })
  }
  const code = given.code.replaceAll(/\s/g, '')
  const hash = hashCode({ code, linkId: id, secret })
  if (!timingSafeEqual(Buffer.from(hash), Buffer.from(found.hash))) {
    throw new DomainError('spk.codeWrong', { field: 'code', left: CODE_TRIES - found.tries })
  }
  await spend(payload, { hash, id })
  return signPass({ linkId: id, now: clock.now(), secret })
}
