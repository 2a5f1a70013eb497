import type { CollectionConfig } from 'payload'

import { type Slugs, systemCollection } from '../kernel/payload'
import { eventTitle } from './labels'
import { notificationFields } from './fields'

/** Every message that the shop has sent or will send: the outbox. Written by statements alone. */
export const createNotificationsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.notifications,
    controls: [
      eventTitle,
      '/plugin/notifications/admin/ResendButton#ResendButton',
      '/plugin/notifications/admin/BounceButton#BounceButton',
      '/plugin/notifications/admin/HandButtons#HandButtons',
    ],
    dbName: 'notifications',
    defaultColumns: ['event', 'channel', 'recipientAddress', 'state', 'createdAt'],
    description: {
      en: 'To customers and staff, by e-mail, WhatsApp and in the account. Each goes out once; undeliverable ones can be sent again.',
      id: 'Kepada pelanggan dan staf: email, WhatsApp, dan di akun. Masing-masing terkirim sekali; yang gagal dapat dikirim ulang.',
    },
    fields: notificationFields,
    group: { en: 'Operations', id: 'Operasional' },
    labels: {
      plural: { en: 'Messages', id: 'Pesan keluar' },
      singular: { en: 'Message', id: 'Pesan keluar' },
    },
    useAsTitle: 'event',
  })
