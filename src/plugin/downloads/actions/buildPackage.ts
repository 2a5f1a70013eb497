import type { Payload } from 'payload'

import { isDomainError } from '../../kernel/errors'
import { fireEvent, newId, runInTransaction, sql, SYSTEM } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { packageMachine } from '../machine'
import { buildDocuments } from '../package/documents'
import { findOrdered, type OrderedPackage } from '../package/findOrdered'
import { type Part, writePackage, type WrittenPackage } from '../package/writePackage'
import { openPassword } from '../password'
import { RELEASES_FOLDER } from '../releases/files'
import { PACKAGES_FOLDER } from '../rules'
import { downloadsRuntime } from '../runtime'
import { finishPackage } from './finishPackage'

const fire = (
  payload: Payload,
  args: { event: 'begin' | 'fail'; failure?: string; id: string },
): Promise<unknown> =>
  runInTransaction(payload, (tx) =>
    fireEvent({
      actor: SYSTEM,
      event: args.event,
      id: args.id,
      machine: packageMachine,
      set: sql`failure = ${args.failure ?? null}`,
      table: 'packages',
      tx,
    }),
  )

/** False when somebody else has finished it meanwhile. */
const tryTo = async (payload: Payload, args: Parameters<typeof fire>[1]): Promise<boolean> => {
  try {
    await fire(payload, args)
    return true
  } catch (error) {
    if (isDomainError(error, 'event.notAllowed')) {
      return false
    }
    throw error
  }
}

const write = async (args: {
  key: string
  ordered: OrderedPackage
  payload: Payload
}): Promise<WrittenPackage> => {
  const { key, ordered, payload } = args
  const { secret, store } = downloadsRuntime.get(payload)
  const { entitlementId: owner, files, folder, locale, password: sealed, words } = ordered
  const stored = files.map(({ filename, name }): Part => ({
    key: `${RELEASES_FOLDER}/${filename}`,
    name,
  }))
  return writePackage({
    folder,
    key,
    now: clock.now(),
    parts: [...buildDocuments({ locale, words }), ...stored],
    password: openPassword({ owner, sealed, secret }),
    store,
  })
}

const build = async (args: {
  ordered: OrderedPackage
  packageId: string
  payload: Payload
}): Promise<void> => {
  const { ordered, packageId, payload } = args
  const { store } = downloadsRuntime.get(payload)
  // Two builders, one of them taken for dead, must not write into one file.
  const key = `${PACKAGES_FOLDER}${packageId}/${newId()}.zip`
  const written = await write({ key, ordered, payload })
  const outdated = await finishPackage(payload, {
    filename: `${ordered.folder}.zip`,
    key,
    packageId,
    password: ordered.password,
    ...written,
  })
  if (outdated) {
    await store.remove(outdated)
  }
}

/**
 * Builds a package that was ordered, and delivers it. Safe to run twice: what is ready stays, what
 * nobody is entitled to any more is not built.
 *
 * @throws whatever the store or a missing file has to say; the package is marked as failed then
 */
export const buildPackage = async (payload: Payload, packageId: string): Promise<void> => {
  const found = await findOrdered(payload, packageId)
  if (!found || found.right !== 'active' || found.state === 'ready') {
    return
  }
  if (!(await tryTo(payload, { event: 'begin', id: packageId }))) {
    return
  }
  // Read again: a password that was changed before the package was begun is the one to use.
  const ordered = (await findOrdered(payload, packageId)) ?? found
  try {
    await build({ ordered, packageId, payload })
  } catch (error) {
    const failure = error instanceof Error ? error.message.slice(0, 500) : 'Unknown'
    await tryTo(payload, { event: 'fail', failure, id: packageId })
    throw error
  }
}
