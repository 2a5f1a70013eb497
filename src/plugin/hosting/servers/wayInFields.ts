import type { Field } from 'payload'

import { isOwner, nobody, textField, unseenField } from '../../kernel/payload'
import { DRIVER_WORDS } from './words'

/** The way in is for owners; where the server stands and whether it takes services, for admins too. */
const ownersWrite = { create: isOwner, update: isOwner }

/** How a server is reached, and with what; the credential goes in and never comes out. */
export const wayInFields: Field[] = [
  {
    name: 'driver',
    type: 'select',
    access: ownersWrite,
    admin: { isClearable: false },
    defaultValue: 'manual',
    label: { en: 'Kind', id: 'Jenis' },
    options: Object.entries(DRIVER_WORDS).map(([value, { label }]) => ({ label, value })),
    required: true,
  },
  textField(
    'address',
    { en: 'Address', id: 'Alamat' },
    {
      access: ownersWrite,
      admin: {
        condition: (data) => data.driver !== 'manual',
        description: {
          en: 'https://host:port of the panel, or unix:/path of Caddy’s socket.',
          id: 'https://host:port panel, atau unix:/path soket Caddy.',
        },
      },
      maxLength: 300,
    },
  ),
  {
    name: 'certificate',
    type: 'textarea',
    access: ownersWrite,
    admin: {
      condition: (data) => data.driver !== 'manual' && data.driver !== 'caddy',
      description: {
        en: 'PEM, when the panel shows a certificate of its own.',
        id: 'PEM, bila panel memakai sertifikat sendiri.',
      },
    },
    label: { en: 'Certificate', id: 'Sertifikat' },
    maxLength: 20_000,
  },
  textField(
    'credential',
    { en: 'Credential', id: 'Kredensial' },
    {
      access: { create: isOwner, read: nobody, update: isOwner },
      admin: {
        autoComplete: 'off',
        condition: (data) => data.driver !== 'manual',
        description: {
          en: 'Kept sealed and never shown again. Leave empty to keep the one that is there.',
          id: 'Disimpan tersegel dan tidak pernah ditampilkan lagi. Kosongkan bila tidak diganti.',
        },
      },
      maxLength: 2_000,
      virtual: true,
    },
  ),
  unseenField('credentialSealed'),
  {
    name: 'settings',
    type: 'json',
    access: ownersWrite,
    admin: { components: { Field: '/plugin/hosting/admin/SettingsField#SettingsField' } },
    defaultValue: {},
    label: { en: 'Settings of this kind', id: 'Setelan jenis ini' },
  },
]
