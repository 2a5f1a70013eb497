import type { CollectionBeforeDeleteHook, CollectionConfig, Field } from 'payload'

import { loginHooks, passwordLinkEndpoint } from '../kernel/accounts'
import {
  anyOf,
  clampLimit,
  closedFirstRegister,
  isOwner,
  isStaff,
  type LoginOptions,
  ownStaffRows,
  refuseBulkChange,
  type Slugs,
  staffLogin,
} from '../kernel/payload'
import { keepLastOwner, keepLastOwnerRole } from './hooks'
import { STAFF_ROLES } from './roles'

/** What a shop decides about staff accounts. */
export type StaffOptions = LoginOptions & {
  /** Reasons of other features why somebody cannot leave yet. */
  beforeDelete?: readonly CollectionBeforeDeleteHook[]
  slugs: Slugs
}

const staffFields = (): Field[] => [
  {
    name: 'name',
    type: 'text',
    label: { en: 'Name', id: 'Nama' },
    maxLength: 120,
    required: true,
    saveToJWT: true,
  },
  {
    name: 'email',
    type: 'email',
    access: { create: isOwner, update: isOwner },
    label: { en: 'E-mail', id: 'Email' },
    required: true,
    unique: true,
  },
  {
    name: 'role',
    type: 'select',
    access: { create: isOwner, update: isOwner },
    defaultValue: 'editor',
    label: { en: 'Role', id: 'Peran' },
    options: Object.entries(STAFF_ROLES).map(([value, label]) => ({ label: { ...label }, value })),
    required: true,
    saveToJWT: true,
  },
]

/**
 * People who run the shop. Owners manage them; everybody else sees only the own account and changes
 * there name and password. The shop always keeps at least one owner.
 */
export const createStaffCollection = (options: StaffOptions): CollectionConfig => {
  const { rateFactor = 1 } = options
  const slug = options.slugs.staff
  const logins = loginHooks({ rateFactor })
  return {
    slug,
    access: {
      admin: isStaff,
      create: isOwner,
      delete: isOwner,
      read: anyOf(isOwner, ownStaffRows('id')),
      unlock: isOwner,
      update: anyOf(isOwner, ownStaffRows('id')),
    },
    admin: {
      defaultColumns: ['name', 'email', 'role'],
      enableListViewSelectAPI: true,
      group: { en: 'Shop', id: 'Toko' },
      hideAPIURL: true,
      listSearchableFields: ['name', 'email'],
      useAsTitle: 'name',
    },
    auth: staffLogin(options),
    custom: { audience: 'staff' },
    dbName: 'staff',
    defaultSort: 'name',
    disableDuplicate: true,
    endpoints: [closedFirstRegister, passwordLinkEndpoint({ collection: slug, rateFactor })],
    fields: staffFields(),
    hooks: {
      afterChange: logins.afterChange,
      afterLogin: logins.afterLogin,
      beforeChange: [keepLastOwnerRole],
      beforeDelete: [keepLastOwner, ...(options.beforeDelete ?? [])],
      beforeOperation: [clampLimit, refuseBulkChange, ...logins.beforeOperation],
    },
    labels: {
      plural: { en: 'Staff', id: 'Staf' },
      singular: { en: 'Staff member', id: 'Anggota staf' },
    },
  }
}
