import type { CollectionConfig, Field } from 'payload'

import type { Labels } from '../../kernel/errors'

import { clampLimit, isAdmin, nobody, type Slugs } from '../../kernel/payload'
import { deliveryField, numberPart, writtenField } from '../fields'
import { FINDING_STATUSES, findingStatuses, SEVERITIES, severities } from '../rules'
import { createFindingEndpoints } from './endpoints'
import { checkFinding, keepIssued, removePictures } from './hooks'

const choice = <V extends string>(args: {
  label: Labels
  name: string
  start?: V
  values: readonly V[]
  words: (value: V) => Labels
}): Field => ({
  name: args.name,
  type: 'select',
  ...(args.start ? { defaultValue: args.start } : {}),
  label: args.label,
  options: args.values.map((value) => ({ label: args.words(value), value })),
  required: true,
})

/** What lists and the table of a report show. */
const gradeFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Finding', id: 'Temuan' },
    maxLength: 200,
    required: true,
  },
  {
    type: 'row',
    fields: [
      choice({
        name: 'severity',
        label: { en: 'Severity', id: 'Keparahan' },
        values: severities,
        words: (value) => SEVERITIES[value].label,
      }),
      choice({
        name: 'status',
        label: { en: 'Status', id: 'Status' },
        start: 'open',
        values: findingStatuses,
        words: (value) => FINDING_STATUSES[value],
      }),
      {
        name: 'cvss',
        type: 'number',
        admin: { placeholder: '9.8', step: 0.1 },
        label: { en: 'CVSS score (0 to 10)', id: 'Nilai CVSS (0 sampai 10)' },
        max: 10,
        min: 0,
      },
    ],
  },
  {
    name: 'affected',
    type: 'text',
    admin: { placeholder: 'https://' },
    label: { en: 'Where: address or host', id: 'Letak: alamat atau host' },
    maxLength: 500,
  },
]

/** What a report says about it. */
const wordFields: Field[] = [
  writtenField('description', {
    label: { en: 'Description', id: 'Uraian' },
    max: 10_000,
    required: true,
  }),
  writtenField('evidence', {
    help: {
      en: 'What was sent and answered, as it was. Printed letter by letter, in letters of equal width.',
      id: 'Permintaan dan jawaban apa adanya. Dicetak huruf demi huruf dengan lebar huruf sama.',
    },
    label: { en: 'Evidence', id: 'Bukti' },
    max: 20_000,
  }),
  writtenField('recommendation', {
    label: { en: 'Recommendation', id: 'Rekomendasi' },
    max: 10_000,
    required: true,
  }),
  writtenField('remark', {
    help: {
      en: 'What you saw when you looked at it again. Printed in the report of the retest.',
      id: 'Yang terlihat saat diperiksa lagi. Dicetak dalam laporan uji ulang.',
    },
    label: { en: 'Result of the retest', id: 'Hasil uji ulang' },
    max: 5_000,
  }),
]

const fieldsOf = (slugs: Slugs): Field[] => [
  numberPart,
  ...gradeFields,
  ...wordFields,
  deliveryField(slugs),
]

/**
 * What an analysis has found. Admins and owners write them; a report is a copy of how they read when it
 * was issued, so what changes afterwards is for the next one.
 */
export const createFindingsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.findings,
  access: {
    create: isAdmin,
    delete: isAdmin,
    read: isAdmin,
    readVersions: nobody,
    update: isAdmin,
  },
  admin: {
    defaultColumns: ['number', 'title', 'severity', 'status', 'fulfilment'],
    description: {
      en: 'Written from the page of the delivery. Changes are printed in the next report.',
      id: 'Ditulis dari halaman pengerjaan. Perubahan dicetak dalam laporan berikutnya.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Operations', id: 'Operasional' },
    hideAPIURL: true,
    useAsTitle: 'title',
  },
  dbName: 'findings',
  defaultSort: 'number',
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: createFindingEndpoints(),
  fields: fieldsOf(slugs),
  hooks: {
    afterDelete: [removePictures],
    beforeChange: [checkFinding],
    beforeDelete: [keepIssued],
    beforeOperation: [clampLimit],
  },
  indexes: [{ fields: ['fulfilment', 'number'], unique: true }],
  labels: {
    plural: { en: 'Findings', id: 'Temuan' },
    singular: { en: 'Finding', id: 'Temuan' },
  },
  lockDocuments: false,
})
