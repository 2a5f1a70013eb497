import type { CollectionConfig, CustomComponent, Endpoint, Field } from 'payload'

import { isAdmin, nobody, type RowRule } from './access'
import { clampLimit } from './clamp'
import { timeFields } from './fields'

/** What a feature says about a collection that only its own actions write. */
export type CollectionCopy = {
  /** Components before the document's controls, such as the buttons of its machine. */
  controls?: CustomComponent[]
  /** Table name; fixed, so that statements do not depend on slugs. */
  dbName: string
  defaultColumns: string[]
  defaultSort?: string
  description: { en: string; id: string }
  /** Doors below the collection's own address, e.g. `/:id/move`. */
  endpoints?: Omit<Endpoint, 'root'>[]
  fields: Field[]
  group?: { en: string; id: string }
  hidden?: boolean
  indexes?: CollectionConfig['indexes']
  labels: { plural: { en: string; id: string }; singular: { en: string; id: string } }
  /** Who may read which rows; admins and owners by default. */
  read?: RowRule
  slug: string
  useAsTitle: string
  /** Path of a view that stands in place of the form. */
  view?: string
}

/** Group of the collections that are read to check, not to work. */
export const RECORDS_GROUP = { en: 'Books and history', id: 'Pembukuan dan riwayat' }

const componentsOf = ({
  controls,
  view,
}: CollectionCopy): NonNullable<CollectionConfig['admin']>['components'] => ({
  ...(controls && { edit: { beforeDocumentControls: controls } }),
  ...(view && { views: { edit: { default: { Component: view } } } }),
})

/**
 * A collection that the panel shows and nobody edits: its rows come from actions and jobs alone, so
 * REST, the panel and bulk operations can create, change or delete none of them.
 */
export const systemCollection = (copy: CollectionCopy): CollectionConfig => ({
  slug: copy.slug,
  access: {
    create: nobody,
    delete: nobody,
    read: copy.read ?? isAdmin,
    readVersions: nobody,
    update: nobody,
  },
  admin: {
    components: componentsOf(copy),
    defaultColumns: copy.defaultColumns,
    description: copy.description,
    enableListViewSelectAPI: true,
    group: copy.group ?? { en: 'Sales', id: 'Penjualan' },
    hidden: copy.hidden ?? false,
    hideAPIURL: true,
    useAsTitle: copy.useAsTitle,
  },
  dbName: copy.dbName,
  defaultSort: copy.defaultSort ?? '-createdAt',
  disableBulkEdit: true,
  disableDuplicate: true,
  ...(copy.endpoints && { endpoints: copy.endpoints }),
  fields: [...copy.fields, ...timeFields()],
  hooks: { beforeOperation: [clampLimit] },
  indexes: copy.indexes,
  labels: copy.labels,
  lockDocuments: false,
})
