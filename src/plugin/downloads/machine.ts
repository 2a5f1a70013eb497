import { defineMachine } from '../kernel/machine'

const STAFF = ['admin', 'owner'] as const

/** What a paid item entitles its buyer to. `reveal` changes nothing: who saw the password is history. */
export const entitlementMachine = defineMachine({
  name: 'entitlement',
  initial: 'active',
  moves: [
    {
      by: ['customer'],
      event: 'reveal',
      from: ['active'],
      label: { en: 'Password looked at', id: 'Kata sandi dilihat' },
      to: 'active',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The packages are built anew with the same password. Downloads wait until they are ready.',
          id: 'Paket dibuat ulang dengan kata sandi yang sama. Unduhan menunggu sampai siap.',
        },
        text: { en: 'Build packages again', id: 'Bangun ulang paket' },
      },
      by: STAFF,
      event: 'rebuild',
      from: ['active'],
      label: { en: 'Packages built again', id: 'Paket dibangun ulang' },
      to: 'active',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The buyer may download as often as he bought, on top of what he has used; when the time is over, it begins anew.',
          id: 'Pembeli mendapat jatah penuh lagi di atas yang sudah dipakai; bila masanya habis, masanya dimulai lagi.',
        },
        text: { en: 'Reset downloads', id: 'Atur ulang jatah' },
      },
      by: ['system', ...STAFF],
      event: 'reset',
      from: ['active'],
      label: { en: 'Downloads granted anew', id: 'Jatah unduhan diatur ulang' },
      to: 'active',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The packages are built anew with a new password, which the buyer gets by WhatsApp. The old ones are gone.',
          id: 'Paket dibuat ulang dengan kata sandi baru yang dikirim ke pembeli lewat WhatsApp. Paket lama tidak berlaku.',
        },
        text: { en: 'New password', id: 'Kata sandi baru' },
      },
      by: ['system', ...STAFF],
      event: 'rekey',
      from: ['active'],
      label: { en: 'New password', id: 'Kata sandi baru' },
      to: 'active',
    },
    {
      by: ['system'],
      event: 'revoke',
      from: ['active'],
      label: { en: 'Revoked', id: 'Dicabut' },
      to: 'revoked',
    },
  ],
  states: {
    active: { label: { en: 'Active', id: 'Aktif' }, tone: 'success' },
    revoked: { label: { en: 'Revoked', id: 'Dicabut' }, terminal: true, tone: 'neutral' },
  },
})

/** The package of one release for one buyer. A builder that died is followed by another. */
export const packageMachine = defineMachine({
  name: 'package',
  initial: 'wanted',
  moves: [
    {
      by: ['system'],
      event: 'begin',
      from: ['wanted', 'building', 'failed'],
      label: { en: 'Being built', id: 'Sedang dibuat' },
      to: 'building',
    },
    {
      by: ['system'],
      event: 'finish',
      from: ['building'],
      label: { en: 'Ready', id: 'Siap diunduh' },
      to: 'ready',
    },
    {
      by: ['system'],
      event: 'fail',
      from: ['building'],
      label: { en: 'Could not be built', id: 'Gagal dibuat' },
      to: 'failed',
    },
    {
      by: ['system'],
      event: 'discard',
      from: ['ready', 'building', 'failed', 'wanted'],
      label: { en: 'Removed from the store', id: 'Dihapus dari penyimpanan' },
      to: 'removed',
    },
    {
      by: STAFF,
      event: 'rebuild',
      from: ['ready', 'building', 'failed', 'removed', 'wanted'],
      label: { en: 'Ordered anew', id: 'Diminta dibuat ulang' },
      to: 'wanted',
    },
  ],
  states: {
    building: { label: { en: 'Being built', id: 'Sedang dibuat' }, tone: 'info' },
    failed: { label: { en: 'Failed', id: 'Gagal' }, tone: 'danger' },
    ready: { label: { en: 'Ready', id: 'Siap' }, tone: 'success' },
    removed: { label: { en: 'Removed', id: 'Dihapus' }, tone: 'neutral' },
    wanted: { label: { en: 'Waiting', id: 'Menunggu' }, tone: 'warning' },
  },
})
