import type { CollectionBeforeDeleteHook, CollectionConfig } from 'payload'

import type { Locale } from '../kernel/errors'

import { loginHooks, passwordLinkEndpoint } from '../kernel/accounts'
import {
  anyOf,
  clampLimit,
  closedFirstRegister,
  customerLogin,
  isAdmin,
  isOwner,
  type LoginOptions,
  nobody,
  ownRows,
  refuseBulkChange,
  type Slugs,
} from '../kernel/payload'
import { customerFields } from './fields'
import { refusePasswordChange, refuseShortPassword } from './hooks'
import { passwordMail, type RenderPasswordMail } from './mail'

/** What a shop decides about customer accounts. */
export type CustomersOptions = LoginOptions & {
  /** Reasons of other features why an account cannot go. */
  beforeDelete?: readonly CollectionBeforeDeleteHook[]
  /** Page of the storefront that sets a password, by language; `{token}` is filled in. */
  passwordUrl: Record<Locale, string>
  renderPasswordMail: RenderPasswordMail
  slugs: Slugs
}

/**
 * Accounts of customers. A guest opens one at `POST /shop/customers`; a customer sees and changes only
 * the own profile; admins look after them. Nobody here enters the panel.
 */
export const createCustomersCollection = (options: CustomersOptions): CollectionConfig => {
  const { rateFactor = 1 } = options
  const slug = options.slugs.customers
  const logins = loginHooks({ rateFactor })
  return {
    slug,
    access: {
      admin: nobody,
      create: isAdmin,
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
    auth: {
      ...customerLogin(options),
      forgotPassword: passwordMail({ ...options, render: options.renderPasswordMail }),
    },
    custom: { audience: 'customer' },
    dbName: 'customers',
    defaultSort: '-createdAt',
    disableDuplicate: true,
    endpoints: [closedFirstRegister, passwordLinkEndpoint({ collection: slug, rateFactor })],
    fields: customerFields(),
    hooks: {
      afterChange: logins.afterChange,
      afterLogin: logins.afterLogin,
      beforeDelete: [...(options.beforeDelete ?? [])],
      beforeOperation: [
        clampLimit,
        refuseBulkChange,
        refusePasswordChange,
        ...logins.beforeOperation,
        refuseShortPassword,
      ],
    },
    labels: {
      plural: { en: 'Customers', id: 'Pelanggan' },
      singular: { en: 'Customer', id: 'Pelanggan' },
    },
  }
}
