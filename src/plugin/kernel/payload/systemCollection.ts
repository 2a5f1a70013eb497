import type { CollectionConfig, CustomComponent, Endpoint, Field } from 'payload'

import { isAdmin, nobody, type RowRule } from './access'
import { clampLimit } from './clamp'
import { JSON_FACT, TEXT_FACT, timeFields } from './fields'

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
  /** What the list's search looks at; the title by default. */
  listSearchableFields?: string[]
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
  // There is nothing to edit, so no tab that says so.
  views: {
    edit: { default: { ...(view && { Component: view }), tab: { condition: () => false } } },
  },
})

/** What shows a record of each type. The editor for JSON, above all, comes from a foreign server. */
const SHOWN: Partial<Record<Field['type'], string>> = {
  json: JSON_FACT,
  number: TEXT_FACT,
  text: TEXT_FACT,
  textarea: TEXT_FACT,
}

/** Nobody edits a record: plain words instead of inputs that look broken. */
const asFact = (field: Field): Field => {
  const { admin } = field as { admin?: { components?: { Field?: unknown }; hidden?: boolean } }
  const shown = SHOWN[field.type]
  return shown && !admin?.hidden && !admin?.components?.Field
    ? ({
        ...field,
        admin: { ...admin, components: { ...admin?.components, Field: shown } },
      } as Field)
    : field
}

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
    ...(copy.listSearchableFields && { listSearchableFields: copy.listSearchableFields }),
    useAsTitle: copy.useAsTitle,
  },
  dbName: copy.dbName,
  defaultSort: copy.defaultSort ?? '-createdAt',
  disableBulkEdit: true,
  disableDuplicate: true,
  ...(copy.endpoints && { endpoints: copy.endpoints }),
  fields: [...copy.fields.map(asFact), ...timeFields()],
  hooks: { beforeOperation: [clampLimit] },
  indexes: copy.indexes,
  labels: copy.labels,
  lockDocuments: false,
})
