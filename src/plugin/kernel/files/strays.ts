import type { FileStore } from './store'

const HOUR = 3_600_000

/** How long a file may lie there that no row knows yet: nothing takes a day to be written and noted. */
export const STRAY_AFTER_MS = 24 * HOUR

const BATCH = 500

/**
 * Removes files that nobody points to: what a writer left behind that died, what was replaced, what was
 * given up. Files younger than a day are left alone, so that one being written is never taken for lost.
 * Safe to break off and to run twice.
 *
 * @param args.findKept of these keys, those that something points to
 * @returns how many were removed
 */
export const removeStrays = async (args: {
  findKept: (keys: string[]) => Promise<string[]>
  now: Date
  prefix: string
  store: Pick<FileStore, 'list' | 'remove'>
}): Promise<number> => {
  const { findKept, now, prefix, store } = args
  let removed = 0
  const clear = async (keys: string[]): Promise<void> => {
    const kept = new Set(keys.length > 0 ? await findKept(keys) : [])
    for (const key of keys.filter((each) => !kept.has(each))) {
      await store.remove(key)
      removed += 1
    }
  }
  let old: string[] = []
  for await (const { changedAt, key } of store.list(prefix)) {
    if (now.getTime() - changedAt.getTime() > STRAY_AFTER_MS) {
      old.push(key)
    }
    if (old.length === BATCH) {
      await clear(old)
      old = []
    }
  }
  await clear(old)
  return removed
}
