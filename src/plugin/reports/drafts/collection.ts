import type { CollectionBeforeChangeHook, CollectionConfig, Field } from 'payload'

import { clampLimit, isAdmin, nobody, type Slugs } from '../../kernel/payload'
import { lockWritable } from '../delivery'
import { deliveryField, writtenField } from '../fields'
import { assertPrintable } from '../letters'

const PRINTED = { method: 'regular', noFindings: 'regular', summary: 'regular' } as const

const checkDraft: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = (originalDoc ?? {}) as Record<string, unknown>
  const written = data as Record<string, unknown>
  await assertPrintable({ fields: PRINTED, req, written })
  await lockWritable(req, before.fulfilment ?? written.fulfilment)
  return written
}

const fieldsOf = (slugs: Slugs): Field[] => [
  writtenField('summary', {
    help: {
      en: 'For whoever decides: how the site stands, what is to be done first.',
      id: 'Untuk pengambil keputusan: keadaan situs dan yang perlu dikerjakan lebih dahulu.',
    },
    label: { en: 'Summary', id: 'Ringkasan' },
    max: 10_000,
    required: true,
    rows: 8,
  }),
  writtenField('method', {
    help: {
      en: 'What was looked at, when and with which tools. Left out when empty.',
      id: 'Yang diperiksa, kapan, dan dengan alat apa. Tidak dicetak bila kosong.',
    },
    label: { en: 'What we did', id: 'Yang kami lakukan' },
    max: 10_000,
  }),
  writtenField('noFindings', {
    help: {
      en: 'Needed for a report without findings: says that, and what it does not mean.',
      id: 'Wajib untuk laporan tanpa temuan: nyatakan hal itu dan batasannya.',
    },
    label: { en: 'Sentence for “nothing found”', id: 'Kalimat bila tanpa temuan' },
    max: 2_000,
    rows: 3,
  }),
  deliveryField(slugs, true),
]

/** What a report says beside its findings, one for each delivery. Admins and owners write it. */
export const createReportDraftsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig => ({
  slug: slugs.reportDrafts,
  access: { create: isAdmin, delete: nobody, read: isAdmin, readVersions: nobody, update: isAdmin },
  admin: {
    defaultColumns: ['fulfilment', 'updatedAt'],
    description: {
      en: 'Written from the page of the delivery. Changes are printed in the next report.',
      id: 'Ditulis dari halaman pengerjaan. Perubahan dicetak dalam laporan berikutnya.',
    },
    enableListViewSelectAPI: true,
    group: { en: 'Operations', id: 'Operasional' },
    hidden: true,
    hideAPIURL: true,
    useAsTitle: 'id',
  },
  dbName: 'report_drafts',
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: fieldsOf(slugs),
  hooks: { beforeChange: [checkDraft], beforeOperation: [clampLimit] },
  labels: {
    plural: { en: 'Report summaries', id: 'Ringkasan laporan' },
    singular: { en: 'Report summary', id: 'Ringkasan laporan' },
  },
  lockDocuments: false,
})
