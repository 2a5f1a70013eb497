import type { CollectionConfig } from 'payload'

import {
  dateField,
  RECORDS_GROUP,
  type Slugs,
  systemCollection,
  textField,
  wordField,
} from '../../kernel/payload'
import { LOOK_WORDS } from '../words'
import { spkRelation } from './collection'

/** Who looked at which document or at a NIK, and when; append-only. */
export const createSpkAccessesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.spkAccesses,
    dbName: 'spk_accesses',
    defaultColumns: ['spk', 'what', 'byName', 'byRole', 'at'],
    description: {
      en: 'Every look at a document of an agreement.',
      id: 'Setiap kali dokumen perjanjian dibuka.',
    },
    fields: [
      spkRelation(slugs),
      wordField('what', { en: 'What', id: 'Apa' }, { words: LOOK_WORDS }),
      textField('file', { en: 'File', id: 'Berkas' }),
      textField('byName', { en: 'By', id: 'Oleh' }),
      textField('byRole', { en: 'Role', id: 'Peran' }, { required: true }),
      dateField('at', { en: 'At', id: 'Waktu' }, { required: true }),
    ],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'SPK access', id: 'Akses SPK' },
      singular: { en: 'SPK access', id: 'Akses SPK' },
    },
    useAsTitle: 'id',
  })
