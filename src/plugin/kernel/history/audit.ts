import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import { queryRows } from '../payload'
import { CHAIN_START, type ChainFault, type ChainHead, type ChainLink, verifyChain } from './chain'
import { transitionJson } from './columns'

const PAGE = 2_000

type LinkRow = Omit<ChainLink, 'seal'> & { seal: ChainLink['seal'] }

const readLinks = (payload: Payload, after: number): Promise<LinkRow[]> =>
  queryRows<LinkRow>(
    payload,
    sql`select json_build_object('seq', s.seq, 'transitionId', s.transition_id,
        'previous', s.previous, 'hash', s.hash) as seal,
        case when t.id is null then null else ${transitionJson} end as transition
      from transition_seals s left join transitions t on t.id = s.transition_id
      where s.seq > ${after} order by s.seq limit ${PAGE}`,
  )

/** Checks the whole chain from its start; `head` is worth keeping outside the database. */
export const auditChain = async (
  payload: Payload,
): Promise<{ faults: ChainFault[]; head: ChainHead }> => {
  let head = CHAIN_START
  const faults: ChainFault[] = []
  for (;;) {
    const links = await readLinks(payload, head.seq)
    const checked = verifyChain({ head, links })
    head = checked.head
    faults.push(...checked.faults)
    if (links.length < PAGE) {
      return { faults, head }
    }
  }
}

const WORDS: Record<ChainFault['kind'], string> = {
  altered: 'was changed after it was sealed, or has changed places',
  removed: 'was removed after it was sealed',
  sealMissing: 'follows a seal that was removed',
  unchained: 'does not continue the chain before it',
}

/** A fault in a plain sentence. */
export const describeFault = ({ kind, seq, transitionId }: ChainFault): string =>
  `seal ${seq}: transition ${transitionId} ${WORDS[kind]}`
