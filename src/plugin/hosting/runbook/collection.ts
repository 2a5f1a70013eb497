import type { CollectionConfig } from 'payload'

import { panelStates } from '../../kernel/machine'
import {
  dateField,
  numberField,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  wordField,
} from '../../kernel/payload'
import { createRunbookEndpoints } from './endpoints'
import { DEED_WORDS, runbookMachine } from './machine'

/** Tasks for people on servers that nothing else can switch: steps, who does it, and the proof. */
export const createHostingTasksCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.hostingTasks,
    dbName: 'hosting_tasks',
    defaultColumns: ['account', 'deed', 'state', 'assignee', 'dueAt'],
    defaultSort: 'dueAt',
    description: {
      en: 'What people have to do on servers, the next deadline first.',
      id: 'Yang harus dikerjakan orang di server, tenggat terdekat lebih dahulu.',
    },
    endpoints: createRunbookEndpoints(),
    fields: [
      textField(
        'title',
        { en: 'Service', id: 'Layanan' },
        { admin: { hidden: true }, virtual: 'account.title' },
      ),
      relationField('account', {
        label: { en: 'Hosting account', id: 'Akun hosting' },
        required: true,
        to: slugs.hostingAccounts,
      }),
      wordField('deed', { en: 'What', id: 'Pekerjaan' }, { words: DEED_WORDS }),
      numberField('wish', { en: 'For wish no.', id: 'Untuk keinginan ke' }),
      stateWordField(panelStates(runbookMachine)),
      { name: 'steps', type: 'json', label: { en: 'Steps', id: 'Langkah' } },
      relationField('assignee', {
        label: { en: 'Assignee', id: 'Penanggung jawab' },
        to: slugs.staff,
      }),
      dateField('dueAt', { en: 'Due', id: 'Tenggat' }, { required: true }),
      textField('doneBy', { en: 'Done by', id: 'Dikerjakan oleh' }),
      dateField('doneAt', { en: 'Done at', id: 'Selesai pada' }),
      { name: 'note', type: 'textarea', label: { en: 'Note', id: 'Catatan' } },
    ],
    group: { en: 'Hosting', id: 'Hosting' },
    labels: {
      plural: { en: 'Tasks on servers', id: 'Tugas server' },
      singular: { en: 'Task on a server', id: 'Tugas server' },
    },
    useAsTitle: 'title',
    view: '/plugin/hosting/admin/TaskView#TaskView',
  })
