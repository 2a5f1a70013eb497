import type { CollectionConfig, Field } from 'payload'

import { clampLimit, isAdmin, nobody, type Slugs } from '../../kernel/payload'
import { METERAI_MODES } from '../content'
import { buildDefaultTemplate, PLACEHOLDER_NAMES } from '../template'
import { MODE_WORDS } from '../words'
import { createTemplateEndpoints } from './endpoints'
import { lintAndCount, offerClauses } from './hooks'

const line = (name: string, label: { en: string; id: string }, maxLength = 200): Field => ({
  name,
  type: 'text',
  label,
  maxLength,
  required: true,
})

const providerField: Field = {
  name: 'provider',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        line('legalName', { en: 'Legal name', id: 'Nama badan usaha' }),
        line('nib', { en: 'NIB', id: 'NIB' }, 20),
        line('npwp', { en: 'NPWP', id: 'NPWP' }, 30),
      ],
    },
    {
      name: 'address',
      type: 'textarea',
      label: { en: 'Address', id: 'Alamat' },
      maxLength: 400,
      required: true,
    },
    {
      type: 'row',
      fields: [
        line('representative', { en: 'Signed by', id: 'Diwakili oleh' }),
        line('representativeTitle', { en: 'Position', id: 'Jabatan' }),
      ],
    },
    {
      type: 'row',
      fields: [
        line('email', { en: 'E-mail', id: 'Email' }),
        line('phone', { en: 'Telephone', id: 'Telepon' }, 30),
      ],
    },
  ],
  label: { en: 'PIHAK PERTAMA', id: 'PIHAK PERTAMA' },
}

const PLACEHOLDERS = PLACEHOLDER_NAMES.map((name) => `{{${name}}}`).join(' ')

const clausesField: Field = {
  name: 'clauses',
  type: 'array',
  admin: {
    description: {
      en: `Our own wording is offered; unchanged clauses follow the way of stamping. Placeholders: ${PLACEHOLDERS}`,
      id: `Naskah bawaan ditawarkan; pasal yang tidak diubah mengikuti cara meterai. Isian: ${PLACEHOLDERS}`,
    },
    initCollapsed: true,
  },
  defaultValue: () => buildDefaultTemplate('e-first').clauses.map((clause) => ({ ...clause })),
  fields: [
    {
      type: 'row',
      fields: [
        line('key', { en: 'Key', id: 'Kunci' }, 40),
        line('title', { en: 'Heading', id: 'Judul pasal' }, 120),
      ],
    },
    {
      name: 'body',
      type: 'textarea',
      admin: { rows: 8 },
      label: { en: 'Text', id: 'Isi' },
      required: true,
    },
  ],
  label: { en: 'Clauses', id: 'Pasal' },
  labels: { plural: { en: 'Clauses', id: 'Pasal' }, singular: { en: 'Clause', id: 'Pasal' } },
  maxRows: 40,
  minRows: 1,
  required: true,
}

const ruleFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'mode',
        type: 'select',
        admin: {
          description: {
            en: 'Guidance for e-Meterai recommends that it comes last.',
            id: 'Panduan e-Meterai menyarankan pembubuhan di akhir.',
          },
          isClearable: false,
        },
        defaultValue: 'e-first',
        label: { en: 'Meterai', id: 'Meterai' },
        options: METERAI_MODES.map((value) => ({ label: MODE_WORDS[value].label, value })),
        required: true,
      },
      {
        name: 'fontSize',
        type: 'number',
        defaultValue: 10.5,
        label: { en: 'Type size (points)', id: 'Ukuran huruf (poin)' },
        max: 14,
        min: 10,
        required: true,
      },
      line('house', { en: 'Sign in numbers', id: 'Kode pada nomor' }, 6),
    ],
  },
  {
    type: 'row',
    fields: [
      line('place', { en: 'Place', id: 'Tempat' }, 60),
      line('disputeCity', { en: 'Court of', id: 'Pengadilan Negeri' }, 60),
    ],
  },
  {
    name: 'secondReviewAbove',
    type: 'number',
    admin: {
      components: { Field: '/plugin/kernel/admin/RupiahInput#RupiahInput' },
      description: {
        en: 'From this total on two people have to accept. Empty: one is enough.',
        id: 'Mulai total ini diperlukan dua orang untuk menerima. Kosong: cukup satu orang.',
      },
    },
    label: { en: 'Second reviewer from', id: 'Pemeriksa kedua mulai' },
    min: 0,
  },
]

const sideFields: Field[] = [
  {
    name: 'isActive',
    type: 'checkbox',
    admin: { position: 'sidebar' },
    defaultValue: true,
    label: { en: 'May be used', id: 'Boleh dipakai' },
  },
  {
    name: 'version',
    type: 'number',
    access: { create: nobody, update: nobody },
    admin: { position: 'sidebar', readOnly: true },
    defaultValue: 1,
    label: { en: 'Version', id: 'Versi' },
  },
  {
    name: 'preview',
    type: 'ui',
    admin: {
      components: { Field: '/plugin/spk/admin/TemplatePreview#TemplatePreview' },
      position: 'sidebar',
    },
  },
]

/** What agreements say. A change counts for what is drafted from then on; what was issued stays. */
export const createSpkTemplatesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.spkTemplates,
  access: {
    create: isAdmin,
    delete: nobody,
    read: isAdmin,
    readVersions: isAdmin,
    update: isAdmin,
  },
  admin: {
    defaultColumns: ['name', 'mode', 'version', 'isActive', 'updatedAt'],
    description: {
      en: 'Wording of agreements. Have a lawyer look at it before you use it.',
      id: 'Naskah perjanjian. Mintalah penasihat hukum memeriksanya sebelum dipakai.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Operations', id: 'Operasional' },
    hideAPIURL: true,
    useAsTitle: 'name',
  },
  dbName: 'spk_templates',
  disableDuplicate: true,
  endpoints: createTemplateEndpoints(),
  fields: [
    line('name', { en: 'Name', id: 'Nama' }),
    ...ruleFields,
    providerField,
    clausesField,
    ...sideFields,
  ],
  hooks: {
    beforeChange: [lintAndCount],
    beforeOperation: [clampLimit],
    beforeValidate: [offerClauses],
  },
  labels: {
    plural: { en: 'SPK templates', id: 'Naskah SPK' },
    singular: { en: 'SPK template', id: 'Naskah SPK' },
  },
  versions: { drafts: false, maxPerDoc: 100 },
})
