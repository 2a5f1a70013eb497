import type { CollectionConfig } from 'payload'

import type { Slugs } from './slugs'

import { dateField, numberField, textField } from './fields'
import { systemCollection, RECORDS_GROUP } from './systemCollection'

/** Every state change of every machine, one row each, in the order of `seq` per subject. */
export const createTransitionsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.transitions,
    dbName: 'transitions',
    defaultColumns: ['at', 'machine', 'event', 'fromState', 'toState', 'actorLabel'],
    defaultSort: '-at',
    description: {
      en: 'Every state change, by whom, when and why. Rows are never changed.',
      id: 'Setiap perubahan status: oleh siapa, kapan, mengapa. Baris tidak pernah diubah.',
    },
    fields: [
      textField('machine', { en: 'Machine', id: 'Mesin' }, { required: true }),
      textField('subject', { en: 'Subject', id: 'Subjek' }, { index: true, required: true }),
      numberField('seq', { en: 'No.', id: 'Ke' }),
      textField('event', { en: 'Event', id: 'Peristiwa' }, { required: true }),
      textField('fromState', { en: 'From', id: 'Dari' }, { required: true }),
      textField('toState', { en: 'To', id: 'Menjadi' }, { required: true }),
      textField('actorRole', { en: 'Role', id: 'Peran' }, { required: true }),
      textField('actorId', { en: 'Actor id', id: 'Id pelaku' }),
      textField('actorLabel', { en: 'By', id: 'Oleh' }),
      textField('reason', { en: 'Reason', id: 'Alasan' }),
      { name: 'metadata', type: 'json', label: 'Metadata' },
      dateField('at', { en: 'At', id: 'Waktu' }, { index: true, required: true }),
    ],
    indexes: [{ fields: ['machine', 'subject', 'seq'], unique: true }],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'History', id: 'Riwayat' },
      singular: { en: 'State change', id: 'Perubahan status' },
    },
    useAsTitle: 'event',
  })
