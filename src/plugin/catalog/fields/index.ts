import type { Condition, Field, TabsField } from 'payload'

import type { Slugs } from '../../kernel/payload'

import { contractMonthsField, plansField } from '../../plans'
import { isHostingKind, isProductKind } from '../kinds'
import { proseField } from '../prose'
import { faqField, featuresField, specificationField } from './lists'
import { imagesField, kindField, priceField, refundFields } from './sale'
import { sidebarFields } from './sidebar'
import { afterPaymentField, refundRuleField, seoField, shortText } from './texts'

const summaryField: Field = {
  name: 'summary',
  type: 'textarea',
  admin: {
    description: { en: 'One or two sentences for the cards.', id: 'Satu dua kalimat untuk kartu.' },
    rows: 2,
  },
  label: { en: 'Summary', id: 'Ringkasan' },
  localized: true,
  maxLength: 300,
  required: true,
}

const isHosting: Condition = (data) => isProductKind(data.kind) && isHostingKind(data.kind)

/** Instalments behind a signed agreement, as the shop's owner wants it; he may do without. */
const needsSpkField: Field = {
  name: 'needsSpk',
  type: 'checkbox',
  admin: {
    condition: isHosting,
    description: {
      en: 'Whoever buys it in instalments can pay only once the SPK is confirmed.',
      id: 'Pembeli dengan cicilan baru dapat membayar setelah SPK dikonfirmasi.',
    },
  },
  defaultValue: true,
  label: { en: 'Instalments need an SPK', id: 'Cicilan memerlukan SPK' },
}

/** What the product is called on the servers: the plan of a panel, the image of a machine. */
const servicePackageField: Field = {
  name: 'servicePackage',
  type: 'text',
  admin: {
    condition: isHosting,
    description: {
      en: 'Name of the plan, package or image on the servers; “default” when there is only one.',
      id: 'Nama paket atau image di server; “default” bila hanya ada satu.',
    },
  },
  defaultValue: 'default',
  label: { en: 'Package on the server', id: 'Paket di server' },
  maxLength: 80,
}

const contentTabs = (slugs: Slugs): TabsField => ({
  type: 'tabs',
  tabs: [
    {
      fields: [
        summaryField,
        proseField({
          name: 'description',
          label: { en: 'Description', id: 'Deskripsi' },
          required: true,
          slugs,
        }),
        imagesField(slugs),
      ],
      label: { en: 'Content', id: 'Isi' },
    },
    {
      fields: [featuresField, specificationField, faqField],
      label: { en: 'Details', id: 'Rincian' },
    },
    {
      admin: { condition: isHosting },
      fields: [
        contractMonthsField(isHosting),
        plansField(isHosting),
        needsSpkField,
        servicePackageField,
      ],
      label: { en: 'Instalments', id: 'Cicilan' },
    },
    {
      fields: [afterPaymentField, refundRuleField, refundFields],
      label: { en: 'After payment', id: 'Setelah pembayaran' },
    },
    { fields: [seoField], label: { en: 'Search engines', id: 'Mesin pencari' } },
  ],
})

/** Every field of a product, in the order in which an editor fills them in. */
export const productFields = (slugs: Slugs): Field[] => [
  shortText('title', { en: 'Title', id: 'Judul' }),
  { type: 'row', fields: [kindField, priceField] },
  contentTabs(slugs),
  ...sidebarFields,
]
