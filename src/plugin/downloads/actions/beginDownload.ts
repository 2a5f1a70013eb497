import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { newId, runInTransaction, sql, statementsOn, type Tx } from '../../kernel/payload'
import { addJob } from '../../kernel/queue'
import { receiveJob } from '../jobs'
import { readPackageLink } from '../link'
import { type Fetched, findUse, type Mark } from '../queries/findUse'
import { downloadsRuntime } from '../runtime'
import { assertFetchable } from './issueLink'

const getUse = async (
  tx: Pick<Tx, 'rows'>,
  args: Parameters<typeof findUse>[1],
): Promise<Fetched> => {
  const use = await findUse(tx, args)
  if (!use) {
    throw new DomainError('download.linkInvalid')
  }
  return use
}

/** Under the package's lock: one more, and whose. */
const count = async (tx: Tx, { mark, use }: { mark: Mark; use: Fetched }): Promise<void> => {
  const { device, now, session } = mark
  const at = now.toISOString()
  await tx.rows(sql`with used as (
      update packages set used = used + 1, updated_at = ${at} where id = ${use.id} returning id)
    insert into downloads (id, package_id, session, device, started_at, created_at, updated_at)
    select ${newId()}::uuid, id, ${session}, ${device}, ${at}::timestamptz, ${at}::timestamptz,
      ${at}::timestamptz from used`)
  if (use.right.used === 0) {
    await addJob({ input: { fulfilmentId: use.fulfilmentId }, task: receiveJob, tx })
  }
}

/** Who comes at the same moment waits for the lock, and then sees what was counted. */
const countOnce = (payload: Payload, args: { mark: Mark; packageId: string }): Promise<Fetched> =>
  runInTransaction(payload, async (tx) => {
    await tx.rows(sql`select 1 from packages where id = ${args.packageId} for update`)
    const use = await getUse(tx, args)
    assertFetchable(use, args.mark.now)
    if (!use.hasBegun) {
      await count(tx, { mark: args.mark, use })
    }
    return use
  })

/**
 * Lets somebody fetch a package by his link, and counts it: once for a link, and once an hour for a
 * device. The first request counts whatever part it asks for; those that follow within the hour resume
 * or repeat it. With `isLook` (HEAD) nothing counts.
 *
 * @throws DomainError `download.linkInvalid`, `download.linkExpired`, and see `assertFetchable`
 */
export const beginDownload = async (args: {
  device: string
  isLook: boolean
  now: Date
  payload: Payload
  word: string
}): Promise<Fetched> => {
  const { device, isLook, now, payload, word } = args
  const link = readPackageLink(word, downloadsRuntime.get(payload).secret)
  if (!link) {
    throw new DomainError('download.linkInvalid')
  }
  const { packageId, session } = link
  const asked = { mark: { device, now, session }, packageId }
  const use = await getUse(statementsOn(payload), asked)
  if (!use.hasBegun && link.expiresAt <= now) {
    throw new DomainError('download.linkExpired')
  }
  assertFetchable(use, now)
  return use.hasBegun || isLook ? use : countOnce(payload, asked)
}
