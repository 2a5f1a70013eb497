import type { SpkScene } from '../queries/scene'

import { newId, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { drawToken } from '../actions/buildSpk'
import { spkRuntime } from '../runtime'
import { hashWord, isLinkWord } from './word'

const DAY_MS = 86_400_000

/** A link as it is looked up by its address. */
export type SpkLink = {
  /** Edition of the content that it was made for. */
  edition: number
  expiresAt: string
  id: string
  /** Not revoked, not expired, and its edition is still the one that counts. */
  isAlive: boolean
  spkId: string
}

/** Address of an agreement's page by link, in the customer's language. */
export const buildLinkUrl = (tx: Pick<Tx, 'payload'>, scene: SpkScene, word: string): string => {
  const { serverUrl } = spkRuntime.get(tx.payload)
  return `${serverUrl}${scene.locale === 'en' ? '/en' : ''}/spk/${word}`
}

/**
 * Makes a link with which a customer reads his agreement without an account, for the edition that
 * counts now; only its hash is kept. Whoever acts by it needs a code as well. In the caller's
 * transaction.
 */
export const issueSpkLink = async (
  tx: Tx,
  scene: SpkScene,
): Promise<{ expiresAt: Date; url: string }> => {
  const { linkDays } = spkRuntime.get(tx.payload)
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + linkDays * DAY_MS)
  const word = drawToken()
  await tx.rows(sql`insert into spk_links (id, spk_id, token_hash, edition, expires_at, created_at)
    values (${newId()}, ${scene.id}, ${hashWord(word)}, ${scene.edition}, ${expiresAt.toISOString()},
      ${now.toISOString()})`)
  return { expiresAt, url: buildLinkUrl(tx, scene, word) }
}

/** Ends every link of an agreement, and the codes that belong to them. */
export const revokeSpkLinks = async (tx: Pick<Tx, 'rows'>, spkId: string): Promise<void> => {
  await tx.rows(sql`update spk_links set revoked_at = ${clock.now().toISOString()}, code_hash = null
    where spk_id = ${spkId} and revoked_at is null`)
}

/** The link behind an address, alive or not; null when we never made it. Changes nothing. */
export const findSpkLink = async (tx: Pick<Tx, 'rows'>, word: string): Promise<null | SpkLink> => {
  if (!isLinkWord(word)) {
    return null
  }
  const [row] = await tx.rows<SpkLink>(sql`
    select l.id, l.spk_id as "spkId", l.edition::int as edition, l.expires_at as "expiresAt",
      l.revoked_at is null and l.expires_at > ${clock.now().toISOString()}
        and l.edition = s.edition and s.state <> 'superseded' as "isAlive"
    from spk_links l join spks s on s.id = l.spk_id where l.token_hash = ${hashWord(word)}`)
  return row ?? null
}
