import type { Payload } from 'payload'

import { removeStrays } from '../../kernel/files'
import { queryRows, sql } from '../../kernel/payload'
import { clearUploads } from '../customer'
import { UPLOADS_PREFIX } from '../customer/uploads/shelf'
import { spkRuntime } from '../runtime'

/** Removes the documents of an erased agreement from the store. Safe to break off and to run twice. */
export const clearFiles = async (payload: Payload, spkId: string): Promise<void> => {
  const { store } = spkRuntime.get(payload)
  const files = await queryRows<{ key: string }>(
    payload,
    sql`select f.store_key as key from spk_files f join spks s on s.id = f.spk_id
      where f.spk_id = ${spkId} and s.erased_at is not null order by f.id`,
  )
  for (const { key } of files) {
    await store.remove(key)
  }
}

const findKept =
  (payload: Payload) =>
  async (keys: string[]): Promise<string[]> => {
    const rows = await queryRows<{ key: string }>(
      payload,
      sql`select f.store_key as key from spk_files f join spks s on s.id = f.spk_id
        where s.erased_at is null and f.store_key in
          (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`,
    )
    return [...rows.map(({ key }) => key), ...keys.filter((key) => key.startsWith(UPLOADS_PREFIX))]
  }

/** Removes what no row names, what was erased, and what uploads left that were given up. */
export const clearStrays = async (payload: Payload, now: Date): Promise<void> => {
  const { store } = spkRuntime.get(payload)
  await removeStrays({ findKept: findKept(payload), now, prefix: 'spk/', store })
  await clearUploads(payload, now)
}
