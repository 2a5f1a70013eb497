import type { CollectionConfig, Field } from 'payload'

import { panelStates } from '../kernel/machine'
import {
  dateField,
  nobody,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  wordField,
} from '../kernel/payload'
import { createProblemStaffEndpoints } from './endpointsStaff'
import { problemMachine } from './machine'
import { CONTACT_WAYS, PROBLEM_KINDS } from './rules'

const hidden = { access: { read: nobody }, admin: { hidden: true } }

const personFields = (slugs: Slugs): Field[] => [
  textField('name', { en: 'Name', id: 'Nama' }, { required: true }),
  textField('email', 'E-mail', { index: true, required: true }),
  textField('phone', 'WhatsApp'),
  wordField('contact', { en: 'Answer by', id: 'Dijawab lewat' }, { words: CONTACT_WAYS }),
  relationField('customer', {
    label: { en: 'Account', id: 'Akun pelanggan' },
    to: slugs.customers,
  }),
  textField('locale', { en: 'Language', id: 'Bahasa' }, { required: true }),
]

const clockFields: Field[] = [
  dateField('replyBy', { en: 'Answer by', id: 'Jawab sebelum' }),
  dateField('resolvedAt', { en: 'Solved at', id: 'Selesai pada' }),
  textField('reminded', 'reminded', { admin: { hidden: true } }),
]

/** Access by the link, not by the panel: kept out of every answer of the generated REST. */
const secretFields: Field[] = [
  textField('token', 'token', { ...hidden, required: true, unique: true }),
  textField('key', 'key', { ...hidden, required: true, unique: true }),
]

/** What customers reported: moved by events, answered in a thread, never edited by hand. */
export const createProblemsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.problems,
    dbName: 'problems',
    defaultColumns: ['number', 'what', 'name', 'state', 'replyBy', 'assignee'],
    description: {
      en: 'What customers reported, and where it stands.',
      id: 'Laporan masalah dari pelanggan dan perkembangannya.',
    },
    endpoints: createProblemStaffEndpoints(),
    fields: [
      textField('number', { en: 'Number', id: 'Nomor' }, { required: true, unique: true }),
      stateWordField(panelStates(problemMachine)),
      wordField('what', { en: 'What', id: 'Perihal' }, { words: PROBLEM_KINDS }),
      relationField('order', { label: { en: 'Order', id: 'Pesanan' }, to: slugs.orders }),
      textField('typedOrder', { en: 'Order, as typed', id: 'Pesanan, seperti diketik' }),
      ...personFields(slugs),
      relationField('assignee', {
        label: { en: 'Assignee', id: 'Penanggung jawab' },
        to: slugs.staff,
      }),
      ...clockFields,
      ...secretFields,
    ],
    labels: {
      plural: { en: 'Problem reports', id: 'Laporan masalah' },
      singular: { en: 'Problem report', id: 'Laporan masalah' },
    },
    listSearchableFields: ['number', 'name', 'email', 'phone', 'typedOrder'],
    useAsTitle: 'number',
    view: '/plugin/problems/admin/ProblemView#ProblemView',
  })
