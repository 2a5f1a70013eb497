import type { CollectionConfig } from 'payload'

import { type Slugs, systemCollection } from '../kernel/payload'
import { notificationFields } from './fields'

/** Every message that the shop has sent or will send: the outbox. Written by statements alone. */
export const createNotificationsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.notifications,
    controls: ['/plugin/notifications/admin/ResendButton#ResendButton'],
    dbName: 'notifications',
    defaultColumns: ['event', 'recipientAddress', 'state', 'createdAt'],
    description: {
      en: 'E-mails to customers and staff. Each goes out once; undeliverable ones can be sent again.',
      id: 'Email kepada pelanggan dan staf. Masing-masing terkirim sekali; yang gagal dapat dikirim ulang.',
    },
    fields: notificationFields,
    group: { en: 'Operations', id: 'Operasional' },
    labels: {
      plural: { en: 'Messages', id: 'Pesan keluar' },
      singular: { en: 'Message', id: 'Pesan keluar' },
    },
    useAsTitle: 'event',
  })
