import type { CollectionConfig } from 'payload'

import { plainWord } from '../kernel/machine'
import { numberField, type Slugs, systemCollection, textField, wordField } from '../kernel/payload'

const AUTHORS = {
  customer: plainWord('Pelanggan', 'Customer'),
  staff: plainWord('Admin', 'Staff'),
  system: plainWord('Sistem', 'System'),
}

/** What customers and shop wrote to each other; shown with its subject, never changed. */
export const createConversationPostsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.conversationPosts,
    dbName: 'conversation_posts',
    defaultColumns: ['createdAt', 'authorName', 'body', 'subjectKind'],
    description: {
      en: 'What customers and shop wrote to each other. Rows are never changed.',
      id: 'Percakapan pelanggan dan toko. Baris tidak pernah diubah.',
    },
    fields: [
      textField('subjectKind', { en: 'About', id: 'Perihal' }, { required: true }),
      textField('subjectId', { en: 'Id of the subject', id: 'Id perihal' }, { required: true }),
      numberField('seq', { en: 'No.', id: 'Ke' }),
      wordField('authorKind', { en: 'Written by', id: 'Ditulis oleh' }, { words: AUTHORS }),
      textField('authorName', { en: 'Name', id: 'Nama' }),
      // A text, not a relation: the post stays as it is when the account goes.
      textField('staffId', { en: 'Account', id: 'Akun' }, { admin: { hidden: true } }),
      { name: 'body', type: 'textarea', label: { en: 'Text', id: 'Isi' }, required: true },
      textField('key', 'key', { admin: { hidden: true }, required: true }),
    ],
    hidden: true,
    indexes: [
      { fields: ['subjectKind', 'subjectId', 'seq'], unique: true },
      { fields: ['subjectKind', 'subjectId', 'key'], unique: true },
    ],
    labels: {
      plural: { en: 'Posts', id: 'Percakapan' },
      singular: { en: 'Post', id: 'Percakapan' },
    },
    useAsTitle: 'body',
  })
