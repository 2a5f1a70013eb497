import type { CollectionConfig, Field } from 'payload'

import { panelStates } from '../../kernel/machine'
import {
  anyOf,
  dateField,
  isAdmin,
  numberField,
  ownRows,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  unseen,
  unseenField,
  wordField,
} from '../../kernel/payload'
import { createSpkStaffEndpoints } from '../endpointsStaff'
import { spkMachine } from '../machine'
import { MODE_WORDS } from '../words'

const whoFields = (slugs: Slugs): Field[] => [
  relationField('order', {
    label: { en: 'Order', id: 'Pesanan' },
    required: true,
    to: slugs.orders,
  }),
  relationField('customer', {
    label: { en: 'Customer', id: 'Pelanggan' },
    required: true,
    to: slugs.customers,
  }),
  relationField('assignee', {
    label: { en: 'In charge', id: 'Penanggung jawab' },
    to: slugs.staff,
  }),
  relationField('template', { label: { en: 'Template', id: 'Naskah' }, to: slugs.spkTemplates }),
]

const identityFields: Field[] = [
  {
    name: 'identity',
    type: 'json',
    // Read in the SPK view alone, where each look is on record.
    access: unseen,
    label: { en: 'Party', id: 'Data pihak' },
  },
  textField('nikMasked', 'NIK', { access: { read: isAdmin } }),
  unseenField('nikSealed'),
  unseenField('nikKey'),
  unseenField('nikMark'),
]

const decisionFields: Field[] = [
  { ...numberField('attempts', { en: 'Files sent', id: 'Berkas dikirim' }), defaultValue: 0 },
  textField('wanted', { en: 'Words to the customer', id: 'Pesan untuk pelanggan' }),
  { name: 'reasons', type: 'json', label: { en: 'Why not accepted', id: 'Alasan belum diterima' } },
  { name: 'checklist', type: 'json', label: { en: 'Checked', id: 'Daftar periksa' } },
  textField('overrideReason', { en: 'Accepted because', id: 'Alasan tetap diterima' }),
  textField('vouchedBy', { en: 'First reviewer', id: 'Pemeriksa pertama' }),
  textField('confirmedBy', { en: 'Confirmed by', id: 'Dikonfirmasi oleh' }),
  dateField('confirmedAt', { en: 'Confirmed at', id: 'Dikonfirmasi pada' }),
  textField('confirmedSha256', {
    en: 'SHA-256 of the confirmed file',
    id: 'SHA-256 berkas diterima',
  }),
  textField('officialCheck', { en: 'Official verification', id: 'Verifikasi resmi' }),
]

const dateFields: Field[] = [
  dateField('issuedAt', { en: 'Issued at', id: 'Diterbitkan pada' }),
  dateField('signBy', { en: 'To be signed by', id: 'Batas waktu' }, { index: true }),
  dateField('remindedAt', { en: 'Reminded at', id: 'Diingatkan pada' }),
  dateField('erasedAt', { en: 'Personal data erased', id: 'Data pribadi dihapus' }),
]

/** Agreements: one open row per order that needs one, moved by events, never edited by hand. */
export const createSpksCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.spks,
    dbName: 'spks',
    defaultColumns: ['number', 'order', 'customer', 'state', 'assignee', 'updatedAt'],
    description: {
      en: 'Agreements that come before the money. Worked on in the SPK view.',
      id: 'Perjanjian sebelum pembayaran. Dikerjakan di halaman SPK.',
    },
    endpoints: createSpkStaffEndpoints(),
    fields: [
      textField('number', { en: 'Number', id: 'Nomor' }, { unique: true }),
      stateWordField(panelStates(spkMachine)),
      ...whoFields(slugs),
      wordField('mode', { en: 'Meterai', id: 'Meterai' }, { words: MODE_WORDS }),
      { ...numberField('edition', { en: 'Edition', id: 'Edisi' }), defaultValue: 0 },
      { ...numberField('revision', { en: 'Revision', id: 'Revisi' }), defaultValue: 0 },
      { ...numberField('lockVersion', { en: 'Version', id: 'Versi' }), defaultValue: 0 },
      ...identityFields,
      ...decisionFields,
      ...dateFields,
      textField('challenge', { en: 'Handwritten code', id: 'Kode tulis tangan' }),
      textField('token', 'token', {
        access: unseen,
        admin: { hidden: true },
        hidden: true,
        required: true,
        unique: true,
      }),
    ],
    labels: { plural: { en: 'SPK', id: 'SPK' }, singular: { en: 'SPK', id: 'SPK' } },
    listSearchableFields: ['number', 'nikMasked'],
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'number',
  })
