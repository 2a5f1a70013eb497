import type { Field } from 'payload'

import { NOTIFICATION_STATES } from './states'

/** Columns of the outbox. Kinds are text: a further event, channel or state changes no type. */
export const notificationFields: Field[] = [
  { name: 'key', type: 'text', admin: { hidden: true }, required: true, unique: true },
  { name: 'event', type: 'text', label: { en: 'Event', id: 'Peristiwa' }, required: true },
  {
    name: 'state',
    type: 'text',
    admin: {
      description: Object.entries(NOTIFICATION_STATES)
        .map(([key, { id }]) => `${key}: ${id}`)
        .join(' · '),
    },
    defaultValue: 'queued',
    index: true,
    label: { en: 'State', id: 'Status' },
    required: true,
  },
  {
    name: 'channel',
    type: 'text',
    defaultValue: 'email',
    label: { en: 'Channel', id: 'Saluran' },
    required: true,
  },
  {
    name: 'recipientAddress',
    type: 'text',
    index: true,
    label: { en: 'Recipient', id: 'Penerima' },
    required: true,
  },
  { name: 'recipientName', type: 'text', label: { en: 'Name', id: 'Nama' } },
  {
    name: 'recipientKind',
    type: 'text',
    label: { en: 'Kind of recipient', id: 'Jenis penerima' },
    required: true,
  },
  { name: 'locale', type: 'text', label: { en: 'Language', id: 'Bahasa' }, required: true },
  { name: 'subjectType', type: 'text', admin: { hidden: true }, required: true },
  {
    name: 'subjectId',
    type: 'text',
    index: true,
    label: { en: 'About (id)', id: 'Tentang (id)' },
    required: true,
  },
  { name: 'step', type: 'text', label: { en: 'Step', id: 'Tahap' } },
  {
    name: 'attempts',
    type: 'number',
    defaultValue: 0,
    label: { en: 'Attempts', id: 'Percobaan' },
    required: true,
  },
  { name: 'sentAt', type: 'date', label: { en: 'Sent at', id: 'Dikirim pada' } },
  { name: 'lastError', type: 'textarea', label: { en: 'Last error', id: 'Galat terakhir' } },
  { name: 'messageId', type: 'text', label: 'Message-ID' },
  { name: 'params', type: 'json', label: { en: 'Content', id: 'Isi' }, required: true },
]
