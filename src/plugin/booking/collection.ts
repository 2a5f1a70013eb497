import type { CollectionConfig, Field } from 'payload'

import { panelStates } from '../kernel/machine'
import {
  dateField,
  itemRelations,
  itemTitleField,
  numberField,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  wordField,
} from '../kernel/payload'
import { createBookingEndpoints } from './endpoints'
import { bookingMachine } from './machine'
import { PLACE_WORDS } from './words'

const clockFields: Field[] = [
  dateField('startsAt', { en: 'Begins', id: 'Mulai' }, { index: true, required: true }),
  dateField('endsAt', { en: 'Ends', id: 'Selesai' }, { required: true }),
  dateField('blocksFrom', { en: 'Busy from', id: 'Terisi mulai' }, { required: true }),
  dateField('blocksUntil', { en: 'Busy until', id: 'Terisi sampai' }, { required: true }),
  dateField('agreedAt', { en: 'Agreed on', id: 'Disepakati pada' }, { required: true }),
  dateField('keptUntil', { en: 'Kept until', id: 'Ditahan sampai' }),
]

/** Appointments: one row each, moved by events, never edited by hand. */
export const createBookingsCollection = ({ slugs }: { slugs: Slugs }): CollectionConfig =>
  systemCollection({
    slug: slugs.bookings,
    dbName: 'bookings',
    defaultColumns: ['startsAt', 'title', 'order', 'host', 'state'],
    defaultSort: '-startsAt',
    description: {
      en: 'Every appointment that was made, also those that were missed or called off.',
      id: 'Semua janji sesi, termasuk yang tidak dihadiri atau dibatalkan.',
    },
    endpoints: createBookingEndpoints(),
    fields: [
      itemTitleField(),
      ...itemRelations(slugs, { isUnique: false }),
      relationField('host', {
        label: { en: 'Host', id: 'Pemberi sesi' },
        to: slugs.staff,
      }),
      stateWordField(panelStates(bookingMachine)),
      ...clockFields,
      wordField('placeKind', { en: 'Place', id: 'Tempat' }, { words: PLACE_WORDS }),
      textField('placeUrl', { en: 'Link', id: 'Tautan' }),
      numberField('sequence', { en: 'Revision of the invitation', id: 'Revisi undangan' }),
      numberField('moved', { en: 'Moved by the customer', id: 'Dipindah pelanggan' }),
      textField(
        'reminded',
        { en: 'Last reminder', id: 'Pengingat terakhir' },
        { admin: { hidden: true } },
      ),
    ],
    labels: {
      plural: { en: 'Sessions', id: 'Sesi' },
      singular: { en: 'Session', id: 'Sesi' },
    },
    useAsTitle: 'title',
  })
