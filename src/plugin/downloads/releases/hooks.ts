import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { refuseInHook, sql, statementsOf } from '../../kernel/payload'

type Written = { product?: unknown; version?: unknown }

/** Ids come bare or with their document. */
const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

const isPublished = async (req: PayloadRequest, id: unknown): Promise<boolean> => {
  const rows = await statementsOf(req).rows(
    sql`select 1 from releases where id = ${String(id)} and published_at is not null`,
  )
  return rows.length > 0
}

const assertTemplate = async (req: PayloadRequest, product: string): Promise<void> => {
  const [row] = await statementsOf(req).rows<{ kind: string }>(
    sql`select kind::text as kind from products where id::text = ${product}`,
  )
  if (row && row.kind !== 'template') {
    refuseInHook({ code: 'release.notTemplate', details: { field: 'product' }, req })
  }
}

const assertVersionFree = async (
  req: PayloadRequest,
  wish: { id: unknown; product: string; version: string },
): Promise<void> => {
  const { id, product, version } = wish
  const rows = await statementsOf(req).rows(
    sql`select 1 from releases where product_id::text = ${product} and version = ${version}
      and id::text <> ${String(id ?? '')}`,
  )
  if (rows.length > 0) {
    refuseInHook({ code: 'release.versionTaken', details: { field: 'version', version }, req })
  }
}

/** A release is of a template, its version is its own, and what is published stays as it is. */
export const checkRelease: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = (originalDoc ?? {}) as { id?: unknown } & Written
  const written = data as Written
  if (before.id !== undefined && (await isPublished(req, before.id))) {
    refuseInHook({ code: 'release.fixed', req })
  }
  const product = idOf(written.product ?? before.product)
  const version = String(written.version ?? before.version)
  await assertTemplate(req, product)
  await assertVersionFree(req, { id: before.id, product, version })
  return data
}

/** What buyers have is not taken from under their packages. */
export const keepPublished: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isPublished(req, id)) {
    refuseInHook({ code: 'release.fixed', req })
  }
}
