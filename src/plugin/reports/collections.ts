import type { CollectionConfig, Field } from 'payload'

import { panelStates, plainWord } from '../kernel/machine'
import {
  dateField,
  numberField,
  RECORDS_GROUP,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  unseen,
  wordField,
} from '../kernel/payload'
import { ACCESS_WORDS } from './accessWords'
import { createReportStaffEndpoints } from './endpointsStaff'
import { reportMachine } from './machine'

/** Nobody reads these by REST or in the panel: sealed, or ours alone. */
const hiddenFields: Field[] = [
  {
    ...textField('password', { en: 'Password, sealed', id: 'Kata sandi tersegel' }),
    access: unseen,
    admin: { disableListColumn: true, disableListFilter: true, hidden: true },
    hidden: true,
    required: true,
  } as Field,
  textField(
    'storeKey',
    { en: 'Key in the store', id: 'Kunci penyimpanan' },
    { access: unseen, hidden: true },
  ),
]

const reportFields = (slugs: Slugs): Field[] => [
  relationField('fulfilment', {
    label: { en: 'Delivery', id: 'Pengerjaan' },
    required: true,
    to: slugs.fulfilments,
  }),
  relationField('order', {
    label: { en: 'Order', id: 'Pesanan' },
    required: true,
    to: slugs.orders,
  }),
  numberField('revision', { en: 'Revision', id: 'Revisi' }),
  stateWordField(panelStates(reportMachine)),
  textField('filename', { en: 'File name', id: 'Nama berkas' }, { required: true }),
  dateField('issuedAt', { en: 'Issued at', id: 'Terbit pada' }, { required: true }),
  textField('issuedBy', { en: 'Issued by', id: 'Diterbitkan oleh' }, { required: true }),
  dateField('sentAt', { en: 'Sent at', id: 'Dikirim pada' }),
  dateField('expiresAt', { en: 'Can be fetched until', id: 'Bisa diunduh sampai' }),
  { name: 'size', type: 'number', label: { en: 'Size in bytes', id: 'Ukuran (byte)' } },
  textField('sha256', 'SHA-256'),
  textField('failure', { en: 'Why it failed', id: 'Sebab gagal' }),
  dateField('passwordSince', { en: 'Password since', id: 'Kata sandi sejak' }, { required: true }),
  {
    name: 'content',
    type: 'json',
    label: { en: 'What it says', id: 'Isi laporan' },
    required: true,
  },
  ...hiddenFields,
]

/** Every revision of a report that was issued, with all that it says. */
export const createReportsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.reports,
    dbName: 'reports',
    defaultColumns: ['filename', 'order', 'revision', 'state', 'sentAt', 'expiresAt'],
    description: {
      en: 'Encrypted reports of security analyses. Worked on from the page of the delivery.',
      id: 'Laporan terenkripsi dari analisis keamanan. Dikelola dari halaman pengerjaan.',
    },
    endpoints: createReportStaffEndpoints(),
    fields: reportFields(slugs),
    indexes: [{ fields: ['fulfilment', 'revision'], unique: true }],
    labels: {
      plural: { en: 'Reports', id: 'Laporan' },
      singular: { en: 'Report', id: 'Laporan' },
    },
    useAsTitle: 'filename',
  })

/** Who fetched a report, looked at its password or sent it again, and when. The customer reads it, too. */
export const createReportAccessesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.reportAccesses,
    dbName: 'report_accesses',
    defaultColumns: ['report', 'what', 'byName', 'at'],
    description: {
      en: 'Every download of a report and every look at its password. Customers see those of theirs.',
      id: 'Setiap unduhan laporan dan setiap kali kata sandinya dilihat. Pelanggan melihat miliknya.',
    },
    fields: [
      relationField('report', {
        label: { en: 'Report', id: 'Laporan' },
        required: true,
        to: slugs.reports,
      }),
      wordField(
        'what',
        { en: 'What', id: 'Apa' },
        {
          words: {
            downloaded: plainWord(ACCESS_WORDS.downloaded.id, ACCESS_WORDS.downloaded.en),
            password: plainWord(ACCESS_WORDS.password.id, ACCESS_WORDS.password.en),
            resent: plainWord(ACCESS_WORDS.resent.id, ACCESS_WORDS.resent.en),
          },
        },
      ),
      textField('byName', { en: 'By', id: 'Oleh' }),
      textField('session', { en: 'Link', id: 'Tautan' }, { unique: true }),
      dateField('at', { en: 'At', id: 'Waktu' }, { required: true }),
    ],
    group: RECORDS_GROUP,
    labels: {
      plural: { en: 'Report access', id: 'Akses laporan' },
      singular: { en: 'Report access', id: 'Akses laporan' },
    },
    useAsTitle: 'id',
  })
