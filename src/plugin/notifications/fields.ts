import type { Field } from 'payload'

import { dateField, JSON_FACT, wordField } from '../kernel/payload'
import {
  NOTIFICATION_BADGES,
  NOTIFICATION_EVENTS,
  NOTIFICATION_WORDS,
  PARAM_WORDS,
  REPORT_WORDS,
} from './labels'

const PANEL = '/plugin/notifications/admin'

/** Columns of the outbox. Kinds are text: a further event, channel or state changes no type. */
export const notificationFields: Field[] = [
  { name: 'key', type: 'text', admin: { hidden: true }, required: true, unique: true },
  wordField('event', { en: 'Event', id: 'Peristiwa' }, { words: NOTIFICATION_EVENTS }),
  wordField(
    'state',
    { en: 'State', id: 'Status' },
    {
      rest: { admin: { position: 'sidebar' }, defaultValue: 'queued', index: true },
      words: NOTIFICATION_BADGES,
    },
  ),
  wordField(
    'channel',
    { en: 'Channel', id: 'Saluran' },
    { rest: { defaultValue: 'email' }, words: NOTIFICATION_WORDS.channel },
  ),
  {
    name: 'recipientAddress',
    type: 'text',
    index: true,
    label: { en: 'Recipient', id: 'Penerima' },
    required: true,
  },
  { name: 'recipientPhone', type: 'text', label: { en: 'Phone', id: 'Nomor telepon' } },
  { name: 'recipientName', type: 'text', label: { en: 'Name', id: 'Nama' } },
  wordField(
    'recipientKind',
    { en: 'Kind of recipient', id: 'Jenis penerima' },
    { words: NOTIFICATION_WORDS.recipientKind },
  ),
  wordField('locale', { en: 'Language', id: 'Bahasa' }, { words: NOTIFICATION_WORDS.locale }),
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
  {
    name: 'customerId',
    type: 'text',
    admin: { hidden: true },
    index: true,
  },
  dateField('sentAt', { en: 'Sent at', id: 'Dikirim pada' }),
  dateField('readAt', { en: 'Read at', id: 'Dibaca pada' }),
  { name: 'lastError', type: 'textarea', label: { en: 'Last error', id: 'Galat terakhir' } },
  {
    name: 'messageId',
    type: 'text',
    index: true,
    label: {
      en: 'Message-ID, or the number at WhatsApp',
      id: 'Message-ID, atau nomor di WhatsApp',
    },
  },
  wordField(
    'reported',
    { en: 'Reported by WhatsApp', id: 'Kabar dari WhatsApp' },
    { rest: { required: false }, words: REPORT_WORDS },
  ),
  {
    name: 'params',
    type: 'json',
    admin: { components: { Field: { clientProps: { words: PARAM_WORDS }, path: JSON_FACT } } },
    label: { en: 'Content', id: 'Isi' },
    required: true,
  },
  {
    name: 'deeds',
    type: 'ui',
    admin: {
      components: { Field: `${PANEL}/MessageDeeds#MessageDeeds` },
      disableListColumn: true,
    },
  },
]
