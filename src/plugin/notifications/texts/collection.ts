import type { CollectionConfig, Field, FieldHook, TextFieldSingleValidation } from 'payload'

import { clampLimit, isAdmin, type Slugs } from '../../kernel/payload'
import { eventTitle, NOTIFICATION_EVENTS } from '../labels'
import { refuseBadPlaceholders, refuseUnknownEvent } from './validate'

const PANEL = '/plugin/notifications/admin'

const events = Object.entries(NOTIFICATION_EVENTS).map(([value, { label }]) => ({ label, value }))

/** Words written for one message make no sense in another. */
const keepEvent: FieldHook = ({ originalDoc, value }) =>
  (originalDoc as { event?: unknown } | undefined)?.event ?? value

const eventField: Field = {
  name: 'event',
  type: 'text',
  admin: {
    components: {
      Cell: {
        clientProps: { states: NOTIFICATION_EVENTS },
        path: '/plugin/kernel/admin/cells#StateCell',
      },
      Field: { clientProps: { events }, path: `${PANEL}/EventSelect#EventSelect` },
    },
  },
  hooks: { beforeValidate: [keepEvent] },
  label: { en: 'Message', id: 'Pesan' },
  required: true,
  unique: true,
  validate: refuseUnknownEvent as TextFieldSingleValidation,
}

const words = (
  name: string,
  label: { en: string; id: string },
  args: { help?: { en: string; id: string }; maxLength: number; type?: 'text' | 'textarea' },
): Field =>
  ({
    name,
    type: args.type ?? 'text',
    ...(args.help ? { admin: { description: args.help } } : {}),
    label,
    localized: true,
    maxLength: args.maxLength,
    validate: refuseBadPlaceholders(args.maxLength),
  }) as Field

const fields: Field[] = [
  eventField,
  {
    name: 'catalogueWords',
    type: 'ui',
    admin: { components: { Field: `${PANEL}/CatalogueWords#CatalogueWords` } },
  },
  words('subject', { en: 'Subject of the mail', id: 'Judul email' }, { maxLength: 120 }),
  words('heading', { en: 'Heading', id: 'Kepala' }, { maxLength: 120 }),
  words(
    'intro',
    { en: 'First sentences', id: 'Kalimat pembuka' },
    { maxLength: 600, type: 'textarea' },
  ),
  words('button', { en: 'Words on the button', id: 'Tulisan tombol' }, { maxLength: 40 }),
  words(
    'notes',
    { en: 'Closing notes', id: 'Catatan penutup' },
    {
      help: { en: 'One note per line.', id: 'Satu catatan per baris.' },
      maxLength: 1_500,
      type: 'textarea',
    },
  ),
]

/**
 * The shop's own words for messages, over those of the catalogue. Every version is kept; an empty field,
 * or none at all, is the catalogue's.
 */
export const createMessageTextsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.messageTexts,
  access: {
    create: isAdmin,
    delete: isAdmin,
    read: isAdmin,
    readVersions: isAdmin,
    update: isAdmin,
  },
  admin: {
    components: { edit: { beforeDocumentControls: [eventTitle] } },
    defaultColumns: ['event', 'subject', 'updatedAt'],
    description: {
      en: 'Your own words in place of the catalogue’s, per language. An empty field means the catalogue’s words; deleting the entry brings all of them back.',
      id: 'Kata-kata Anda sendiri sebagai ganti teks bawaan, per bahasa. Kolom kosong berarti teks bawaan; menghapus entri mengembalikan semuanya.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Operations', id: 'Operasional' },
    hideAPIURL: true,
    useAsTitle: 'event',
  },
  dbName: 'message_texts',
  defaultSort: 'event',
  disableBulkEdit: true,
  disableDuplicate: true,
  fields,
  hooks: { beforeOperation: [clampLimit] },
  labels: {
    plural: { en: 'Words of messages', id: 'Teks pesan' },
    singular: { en: 'Words of a message', id: 'Teks pesan' },
  },
  versions: { maxPerDoc: 50 },
})
