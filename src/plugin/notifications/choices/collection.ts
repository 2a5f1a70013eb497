import type { CollectionConfig } from 'payload'

import { plainWord } from '../../kernel/machine'
import { type Slugs, systemCollection, wordField } from '../../kernel/payload'

const CHANNELS = {
  auto: plainWord('Sesuai jenis pesan', 'As suits the message'),
  both: plainWord('Email dan WhatsApp', 'E-mail and WhatsApp'),
  email: plainWord('Email', 'E-mail'),
  whatsapp: plainWord('WhatsApp', 'WhatsApp'),
}

/** What owners of addresses have chosen to hear, and where. Only they change it. */
export const createMessageChoicesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.messageChoices,
    dbName: 'message_choices',
    defaultColumns: ['address', 'channel', 'wantsOptional', 'updatedAt'],
    description: {
      en: 'Chosen by customers in their account or by the link in a mail. Legal notices are sent all the same.',
      id: 'Dipilih pelanggan di akunnya atau lewat tautan di email. Pemberitahuan wajib tetap dikirim.',
    },
    fields: [
      {
        name: 'address',
        type: 'text',
        label: { en: 'E-mail', id: 'Email' },
        required: true,
        unique: true,
      },
      wordField(
        'channel',
        { en: 'Channel', id: 'Saluran' },
        { rest: { defaultValue: 'auto' }, words: CHANNELS },
      ),
      {
        name: 'wantsOptional',
        type: 'checkbox',
        defaultValue: true,
        label: { en: 'Wants optional messages', id: 'Mau menerima pesan pilihan' },
        required: true,
      },
    ],
    group: { en: 'Operations', id: 'Operasional' },
    labels: {
      plural: { en: 'Message choices', id: 'Pilihan pesan' },
      singular: { en: 'Message choice', id: 'Pilihan pesan' },
    },
    useAsTitle: 'address',
  })
