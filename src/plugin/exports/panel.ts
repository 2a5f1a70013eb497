import type { CollectionConfig } from 'payload'

import type { Slugs } from '../kernel/payload'
import type { TableName } from './tables'

/** Puts the form that takes a month along above the lists that can be taken along. */
export const withExportForms = (
  collections: readonly CollectionConfig[],
  slugs: Slugs,
): CollectionConfig[] => {
  const tables: Record<string, TableName> = {
    [slugs.ledgerEntries]: 'ledger',
    [slugs.orders]: 'orders',
  }
  return collections.map((collection) => {
    const table = tables[collection.slug]
    const { admin } = collection
    const form = {
      path: '/plugin/exports/admin/ExportForm#ExportForm',
      serverProps: { role: 'admin', table },
    }
    const { beforeListTable = [] } = admin?.components ?? {}
    return table
      ? {
          ...collection,
          admin: {
            ...admin,
            components: { ...admin?.components, beforeListTable: [form, ...beforeListTable] },
          },
        }
      : collection
  })
}
