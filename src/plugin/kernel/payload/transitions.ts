import type { CollectionConfig } from 'payload'

import type { Slugs } from './slugs'

import { systemCollection } from './systemCollection'

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
      { name: 'machine', type: 'text', label: { en: 'Machine', id: 'Mesin' }, required: true },
      { name: 'subject', type: 'text', index: true, label: { en: 'Subject', id: 'Subjek' }, required: true },
      { name: 'seq', type: 'number', label: { en: 'No.', id: 'Ke' }, required: true },
      { name: 'event', type: 'text', label: { en: 'Event', id: 'Peristiwa' }, required: true },
      { name: 'fromState', type: 'text', label: { en: 'From', id: 'Dari' }, required: true },
      { name: 'toState', type: 'text', label: { en: 'To', id: 'Menjadi' }, required: true },
      { name: 'actorRole', type: 'text', label: { en: 'Role', id: 'Peran' }, required: true },
      { name: 'actorId', type: 'text', label: { en: 'Actor id', id: 'Id pelaku' } },
      { name: 'actorLabel', type: 'text', label: { en: 'By', id: 'Oleh' } },
      { name: 'reason', type: 'text', label: { en: 'Reason', id: 'Alasan' } },
      { name: 'metadata', type: 'json', label: 'Metadata' },
      { name: 'at', type: 'date', index: true, label: { en: 'At', id: 'Waktu' }, required: true },
    ],
    indexes: [{ fields: ['machine', 'subject', 'seq'], unique: true }],
    labels: {
      plural: { en: 'History', id: 'Riwayat' },
      singular: { en: 'State change', id: 'Perubahan status' },
    },
    useAsTitle: 'event',
  })
