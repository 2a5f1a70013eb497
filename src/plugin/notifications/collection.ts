import type { CollectionConfig } from 'payload'

import { type Slugs, systemCollection } from '../kernel/payload'
import { NOTIFICATION_STATES } from './states'

/** Every message that the shop has sent or will send: the outbox. Written by statements alone. */
export const createNotificationsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => {
  const collection = systemCollection({
    slug: slugs.notifications,
    dbName: 'notifications',
    defaultColumns: ['event', 'recipientAddress', 'state', 'createdAt'],
    description: {
      en: 'E-mails to customers and staff. Each goes out once; undeliverable ones can be sent again.',
      id: 'Email kepada pelanggan dan staf. Masing-masing terkirim sekali; yang gagal dapat dikirim ulang.',
    },
    fields: [
      { name: 'key', type: 'text', admin: { hidden: true }, required: true, unique: true },
      { name: 'event', type: 'text', label: { en: 'Event', id: 'Peristiwa' }, required: true },
      {
        name: 'state',
        type: 'text',
        admin: { description: Object.entries(NOTIFICATION_STATES).map(([key, { id }]) => `${key}: ${id}`).join(' · ') },
        defaultValue: 'queued',
        index: true,
        label: { en: 'State', id: 'Status' },
        required: true,
      },
      { name: 'channel', type: 'text', defaultValue: 'email', label: { en: 'Channel', id: 'Saluran' }, required: true },
      { name: 'recipientAddress', type: 'text', index: true, label: { en: 'Recipient', id: 'Penerima' }, required: true },
      { name: 'recipientName', type: 'text', label: { en: 'Name', id: 'Nama' } },
      { name: 'recipientKind', type: 'text', label: { en: 'Kind of recipient', id: 'Jenis penerima' }, required: true },
      { name: 'locale', type: 'text', label: { en: 'Language', id: 'Bahasa' }, required: true },
      { name: 'subjectType', type: 'text', admin: { hidden: true }, required: true },
      { name: 'subjectId', type: 'text', index: true, label: { en: 'About (id)', id: 'Tentang (id)' }, required: true },
      { name: 'step', type: 'text', label: { en: 'Step', id: 'Tahap' } },
      { name: 'attempts', type: 'number', defaultValue: 0, label: { en: 'Attempts', id: 'Percobaan' }, required: true },
      { name: 'sentAt', type: 'date', label: { en: 'Sent at', id: 'Dikirim pada' } },
      { name: 'lastError', type: 'textarea', label: { en: 'Last error', id: 'Galat terakhir' } },
      { name: 'messageId', type: 'text', label: 'Message-ID' },
      { name: 'params', type: 'json', label: { en: 'Content', id: 'Isi' }, required: true },
    ],
    group: { en: 'Operations', id: 'Operasional' },
    labels: {
      plural: { en: 'Messages', id: 'Pesan keluar' },
      singular: { en: 'Message', id: 'Pesan keluar' },
    },
    useAsTitle: 'event',
  })
  const button = '/plugin/notifications/admin/ResendButton#ResendButton'
  return {
    ...collection,
    admin: { ...collection.admin, components: { edit: { beforeDocumentControls: [button] } } },
  }
}
