import type { CollectionConfig, Field } from 'payload'

import { panelStates } from '../kernel/machine'
import {
  dateField,
  itemRelations,
  numberField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
} from '../kernel/payload'
import { createScopeStaffEndpoints } from './endpointsStaff'
import { scopeMachine } from './machine'

const formFields: Field[] = [
  textField('domain', { en: 'Domain', id: 'Domain' }, { index: true }),
  { name: 'hosts', type: 'json', label: { en: 'Further addresses', id: 'Alamat tambahan' } },
  textField('outOfScope', { en: 'Not to be touched', id: 'Di luar lingkup' }),
  textField('allowedTimes', { en: 'Allowed times', id: 'Waktu yang diizinkan' }),
  textField('emergencyContact', { en: 'In an emergency', id: 'Kontak darurat' }),
  textField('technology', { en: 'Technology', id: 'Teknologi' }),
  textField('testAccount', { en: 'Test account', id: 'Akun uji' }),
  numberField('revision', { en: 'Revision', id: 'Revisi' }),
]

const signatureFields: Field[] = [
  textField('signerName', { en: 'Signed by', id: 'Diberi izin oleh' }),
  textField('signerPosition', { en: 'Position', id: 'Jabatan' }),
  textField('signerCapacity', { en: 'Quality', id: 'Selaku' }),
  dateField('signedAt', { en: 'Signed at', id: 'Diizinkan pada' }),
  { ...numberField('wording', { en: 'Wording', id: 'Naskah' }), required: false },
  textField('signedText', { en: 'Wording that was signed', id: 'Naskah izin' }),
  textField('signedHash', { en: 'SHA-256 of form and wording', id: 'SHA-256 isian dan naskah' }),
  textField('signedFrom', { en: 'Mark of the network', id: 'Tanda jaringan' }),
]

const proofFields: Field[] = [
  textField('proofWord', { en: 'Code', id: 'Kode bukti' }),
  dateField('proofUntil', { en: 'Code valid until', id: 'Kode berlaku sampai' }),
  dateField('provenAt', { en: 'Proven at', id: 'Terbukti pada' }),
  textField('provenBy', { en: 'Proven by', id: 'Terbukti lewat' }),
  textField('provenDomain', { en: 'Proven domain', id: 'Domain terbukti' }),
  textField('waivedReason', { en: 'Why it was waived', id: 'Alasan pengecualian' }),
  dateField('lookedAt', { en: 'Last looked at', id: 'Terakhir diperiksa' }),
  { name: 'look', type: 'json', label: { en: 'What was seen', id: 'Hasil pemeriksaan' } },
  numberField('looks', { en: 'How often looked', id: 'Jumlah pemeriksaan' }),
]

const agreementFields: Field[] = [
  textField('startsOn', { en: 'Begins on', id: 'Mulai' }),
  textField('readyOn', { en: 'Report expected', id: 'Perkiraan laporan' }),
  textField('agreedNote', { en: 'Words to the customer', id: 'Pesan untuk pelanggan' }),
  dateField('agreedAt', { en: 'Agreed at', id: 'Disepakati pada' }),
  textField('wanted', { en: 'Changes asked for', id: 'Perubahan yang diminta' }),
  textField('reminded', 'reminded', { admin: { hidden: true } }),
]

/** Scopes of analyses: one row per item, moved by events, never edited by hand. */
export const createScopesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.scopes,
    dbName: 'scopes',
    defaultColumns: ['domain', 'order', 'state', 'startsOn', 'readyOn', 'signerName'],
    description: {
      en: 'What customers have authorised us to examine, and what was agreed on.',
      id: 'Yang diizinkan pelanggan untuk diperiksa, dan yang sudah disepakati.',
    },
    endpoints: createScopeStaffEndpoints(),
    fields: [
      ...itemRelations(slugs, { isUnique: true }),
      stateWordField(panelStates(scopeMachine)),
      ...formFields,
      ...signatureFields,
      ...proofFields,
      ...agreementFields,
    ],
    labels: {
      plural: { en: 'Scopes', id: 'Ruang lingkup' },
      singular: { en: 'Scope', id: 'Ruang lingkup' },
    },
    listSearchableFields: ['domain', 'signerName'],
    useAsTitle: 'domain',
  })
