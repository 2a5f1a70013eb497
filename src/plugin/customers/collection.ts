import type { CollectionConfig } from 'payload'

import {
  anyOf,
  clampLimit,
  closedFirstRegister,
  customerLogin,
  isAdmin,
  isGuest,
  isOwner,
  type LoginOptions,
  nobody,
  ownRows,
  refuseBulkChange,
  type Slugs,
} from '../kernel/payload'
import { customerFields } from './fields'

/** What a shop decides about customer accounts. */
export type CustomersOptions = LoginOptions & { slugs: Slugs }

/**
 * Accounts of customers. A guest may open one with name, e-mail, phone and password; a customer sees
 * and changes only the own profile; admins look after them. Nobody here enters the panel.
 */
export const createCustomersCollection = (options: CustomersOptions): CollectionConfig => ({
  slug: options.slugs.customers,
  access: {
    admin: nobody,
    create: anyOf(isGuest, isAdmin),
    delete: isOwner,
    read: anyOf(isAdmin, ownRows('id')),
    unlock: isAdmin,
    update: anyOf(isAdmin, ownRows('id')),
  },
  admin: {
    defaultColumns: ['name', 'email', 'phone', 'createdAt'],
    enableListViewSelectAPI: true,
    group: { en: 'Customers', id: 'Pelanggan' },
    hideAPIURL: true,
    listSearchableFields: ['name', 'email', 'phone'],
    useAsTitle: 'name',
  },
  auth: customerLogin(options),
  custom: { audience: 'customer' },
  dbName: 'customers',
  defaultSort: '-createdAt',
  disableDuplicate: true,
  endpoints: [closedFirstRegister],
  fields: customerFields(),
  hooks: { beforeOperation: [clampLimit, refuseBulkChange] },
  labels: {
    plural: { en: 'Customers', id: 'Pelanggan' },
    singular: { en: 'Customer', id: 'Pelanggan' },
  },
})
