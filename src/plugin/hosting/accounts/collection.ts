import type { CollectionConfig, Endpoint, Field } from 'payload'

import { PRODUCT_KINDS } from '../../catalog'
import { panelStates, plainWord } from '../../kernel/machine'
import {
  anyOf,
  dateField,
  isAdmin,
  numberField,
  ownRows,
  relationField,
  type Slugs,
  stateWordField,
  systemCollection,
  textField,
  unseenField,
  wordField,
} from '../../kernel/payload'
import { createAccountEndpoints } from './endpoints'
import { hostingMachine } from './machine'
import { OBSERVED_WORDS, WANTED_WORDS } from './words'

const staffOnly = { access: { read: isAdmin } }

const KIND_WORDS = Object.fromEntries(
  Object.entries(PRODUCT_KINDS).map(([kind, { label }]) => [kind, plainWord(label.id, label.en)]),
)

const whoseFields = (slugs: Slugs): Field[] => [
  textField('title', { en: 'Service', id: 'Layanan' }, { required: true }),
  wordField('kind', { en: 'Kind', id: 'Jenis' }, { words: KIND_WORDS }),
  relationField('order', {
    label: { en: 'Order', id: 'Pesanan' },
    required: true,
    to: slugs.orders,
  }),
  relationField('orderItem', {
    label: { en: 'Order item', id: 'Barang pesanan' },
    required: true,
    to: slugs.orderItems,
  }),
  relationField('customer', { label: { en: 'Customer', id: 'Pelanggan' }, to: slugs.customers }),
  relationField('product', { label: { en: 'Product', id: 'Produk' }, to: slugs.products }),
  numberField('unit', { en: 'Which of the item', id: 'Unit ke' }),
  stateWordField(panelStates(hostingMachine)),
]

const serviceFields = (slugs: Slugs): Field[] => [
  textField('domain', 'Domain', { index: true }),
  { name: 'hosts', type: 'json', label: { en: 'Names', id: 'Nama host' } },
  relationField('server', { label: 'Server', to: slugs.hostingServers }),
  textField('region', { en: 'Region', id: 'Lokasi' }),
  textField('package', { en: 'Package', id: 'Paket' }, staffOnly),
  textField('name', { en: 'Name on the server', id: 'Nama di server' }, staffOnly),
  textField('reference', { en: 'Reference on the server', id: 'Acuan di server' }, staffOnly),
  { name: 'request', type: 'json', label: { en: 'Wishes', id: 'Permintaan' } },
  { name: 'facts', type: 'json', label: { en: 'Access facts', id: 'Data akses' } },
  unseenField('secretsSealed'),
  dateField('secretsShownAt', { en: 'Credentials shown at', id: 'Kredensial dilihat pada' }),
]

const standingFields: Field[] = [
  wordField('wanted', { en: 'Wanted', id: 'Diinginkan' }, { words: WANTED_WORDS }),
  { ...numberField('wish', { en: 'Wish no.', id: 'Keinginan ke' }), defaultValue: 0 },
  textField('wantedReason', { en: 'Why', id: 'Alasan' }),
  dateField('wantedAt', { en: 'Wanted since', id: 'Diinginkan sejak' }),
  wordField('observed', { en: 'Seen', id: 'Terlihat' }, { words: OBSERVED_WORDS }),
  dateField('observedAt', { en: 'Seen at', id: 'Terlihat pada' }),
  textField('lastError', { en: 'Last error', id: 'Galat terakhir' }, staffOnly),
  { ...numberField('tries', { en: 'Tries', id: 'Percobaan' }), defaultValue: 0 },
  dateField('nextTryAt', { en: 'Next try', id: 'Percobaan berikutnya' }),
  dateField('alarmedAt', { en: 'Alarm given at', id: 'Alarm pada' }),
  dateField('leaseUntil', { en: 'In hand until', id: 'Dikerjakan sampai' }),
  unseenField('leaseBy'),
]

const endingFields = (slugs: Slugs): Field[] => [
  dateField('activatedAt', { en: 'Running since', id: 'Aktif sejak' }),
  textField('endsOn', { en: 'Ends on', id: 'Berakhir tanggal' }, { index: true }),
  relationField('renewal', {
    label: { en: 'Renewed by', id: 'Diperpanjang oleh' },
    to: slugs.orders,
  }),
  textField('endingWhen', { en: 'Customer wants to end', id: 'Pelanggan ingin berhenti' }),
  { name: 'endingReason', type: 'textarea', label: { en: 'His reason', id: 'Alasannya' } },
  dateField('endingAskedAt', { en: 'Asked at', id: 'Diminta pada' }),
  textField('exportUntil', { en: 'Export until', id: 'Ambil data sampai' }),
  textField('terminationReason', { en: 'Why it ends', id: 'Alasan berakhir' }, staffOnly),
  textField('terminationBy', { en: 'Termination asked by', id: 'Diusulkan oleh' }, staffOnly),
  unseenField('terminationById'),
  dateField('terminationAt', { en: 'Termination asked at', id: 'Diusulkan pada' }),
  textField('terminationAgreedBy', { en: 'Agreed by', id: 'Disetujui oleh' }, staffOnly),
]

/** Hosting accounts: one per bought unit, moved by what is seen on the server, never edited by hand. */
export const createHostingAccountsCollection = ({
  endpoints,
  slugs,
}: {
  /** Doors of features above, e.g. what switches many off at once. */
  endpoints: Omit<Endpoint, 'root'>[]
  slugs: Slugs
}): CollectionConfig =>
  systemCollection({
    slug: slugs.hostingAccounts,
    dbName: 'hosting_accounts',
    defaultColumns: ['title', 'domain', 'order', 'state', 'wanted', 'observed', 'server'],
    defaultSort: '-updatedAt',
    description: {
      en: 'Every service that was bought: what is wanted of it, and what was seen of it last.',
      id: 'Setiap layanan yang dibeli: apa yang diinginkan, dan apa yang terakhir terlihat di server.',
    },
    endpoints: [...endpoints, ...createAccountEndpoints()],
    fields: [
      ...whoseFields(slugs),
      ...serviceFields(slugs),
      ...standingFields,
      ...endingFields(slugs),
    ],
    group: { en: 'Hosting', id: 'Hosting' },
    indexes: [{ fields: ['orderItem', 'unit'], unique: true }],
    labels: {
      plural: { en: 'Hosting accounts', id: 'Akun hosting' },
      singular: { en: 'Hosting account', id: 'Akun hosting' },
    },
    listSearchableFields: ['domain', 'name', 'title'],
    read: anyOf(isAdmin, ownRows('customer')),
    useAsTitle: 'title',
    view: '/plugin/hosting/admin/AccountView#AccountView',
  })
