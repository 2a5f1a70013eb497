import type { CollectionConfig } from 'payload'

import { panelStates } from '../../kernel/machine'
import {
  anyOf,
  dateField,
  isAdmin,
  ownRows,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
} from '../../kernel/payload'
import { createOverdueStaffEndpoints } from '../endpointsStaff'
import { overdueCaseMachine } from './machine'

/** Contracts in arrears, one case from the first late day until nothing is overdue. */
export const createOverdueCasesCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.overdueCases,
    dbName: 'overdue_cases',
    defaultColumns: ['order', 'customer', 'state', 'openedOn', 'proposedOn'],
    description: {
      en: 'Contracts in arrears: what was asked, what was chosen, what is proposed.',
      id: 'Kontrak yang menunggak: apa yang ditanyakan, dipilih, dan diusulkan.',
    },
    endpoints: createOverdueStaffEndpoints(),
    fields: [
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
      stateWordField(panelStates(overdueCaseMachine)),
      textField('openedOn', { en: 'Opened on', id: 'Dibuka pada' }, { required: true }),
      textField('askedOn', { en: 'Choice asked on', id: 'Pilihan ditanyakan pada' }),
      textField('proposedOn', { en: 'Suspension proposed on', id: 'Penangguhan diusulkan pada' }),
      textField('suspendedOn', { en: 'Suspension wanted since', id: 'Ditangguhkan sejak' }),
      dateField('chosenAt', { en: 'Chosen at', id: 'Dipilih pada' }),
      textField('choiceChannel', { en: 'Chosen by way of', id: 'Dipilih lewat' }),
      textField('choiceText', { en: 'Text that was shown', id: 'Versi teks yang ditampilkan' }),
      textField(
        'choiceAddress',
        { en: 'Network address', id: 'Alamat jaringan' },
        {
          access: { read: ({ req }) => isAdmin({ req }) },
        },
      ),
      dateField('resolvedAt', { en: 'Settled at', id: 'Selesai pada' }),
    ],
    labels: {
      plural: { en: 'Overdue cases', id: 'Tunggakan' },
      singular: { en: 'Overdue case', id: 'Tunggakan' },
    },
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'openedOn',
  })
