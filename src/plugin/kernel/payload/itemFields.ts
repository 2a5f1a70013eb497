import type { Field, TextField } from 'payload'

import type { PanelState } from '../machine'
import type { Slugs } from './slugs'

import { nobody } from './accessRules'
import { relationField, textField, wordField } from './fields'

/** A state that only `fireEvent` writes; text, so that a further state needs no migration of a type. */
export const stateWordField = (words: Record<string, PanelState>): TextField =>
  wordField(
    'state',
    { en: 'State', id: 'Status' },
    {
      rest: {
        access: { create: nobody, update: nobody },
        admin: { position: 'sidebar' },
        index: true,
      },
      words,
    },
  )

/** Not stored: the title of the order item that a row is about, for lists and breadcrumbs. */
export const itemTitleField = (): TextField =>
  textField(
    'title',
    { en: 'Item', id: 'Barang' },
    { admin: { disableBulkEdit: true }, virtual: 'orderItem.title' },
  )

/** The order item that a row is about, and its order; `isUnique` where an item has one such row. */
export const itemRelations = (slugs: Slugs, { isUnique }: { isUnique: boolean }): Field[] => [
  {
    ...relationField('orderItem', {
      label: { en: 'Order item', id: 'Barang pesanan' },
      required: true,
      to: slugs.orderItems,
    }),
    ...(isUnique ? { unique: true } : {}),
  },
  relationField('order', {
    label: { en: 'Order', id: 'Pesanan' },
    required: true,
    to: slugs.orders,
  }),
]
