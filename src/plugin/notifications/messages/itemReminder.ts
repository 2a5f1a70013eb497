import type { ItemParams } from '../schema'
import type { MessageContent, MessageTemplate } from './content'

import { formatInstant } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'

const FACTS = {
  en: {
    assignee: 'Assignee',
    customer: 'Customer',
    dueAt: 'Deadline',
    item: 'Item',
    nobody: 'Nobody yet',
    number: 'Order number',
    state: 'State',
  },
  id: {
    assignee: 'Penanggung jawab',
    customer: 'Pelanggan',
    dueAt: 'Tenggat',
    item: 'Barang',
    nobody: 'Belum ada',
    number: 'Nomor pesanan',
    state: 'Status',
  },
}

const SOON = {
  en: {
    button: 'Open the item',
    heading: 'A deadline is near',
    intro: 'The customer has paid and was promised this in time. Please see to it now.',
    notes: ['You are reminded once; all admins are told when the deadline has passed.'],
    subject: (title: string, number: string) => `Deadline near: ${title}, order ${number}`,
  },
  id: {
    button: 'Buka pekerjaan',
    heading: 'Tenggat sudah dekat',
    intro: 'Pelanggan sudah membayar dan dijanjikan tepat waktu. Mohon segera dikerjakan.',
    notes: ['Anda diingatkan satu kali; semua admin diberi tahu bila tenggatnya lewat.'],
    subject: (title: string, number: string) => `Tenggat dekat: ${title}, pesanan ${number}`,
  },
}

const LATE: typeof SOON = {
  en: {
    button: 'Open the item',
    heading: 'A promise is broken',
    intro:
      'The deadline has passed. Please tell the customer when he can expect it, and see to it.',
    notes: ['All admins and owners get this once.'],
    subject: (title, number) => `Late: ${title}, order ${number}`,
  },
  id: {
    button: 'Buka pekerjaan',
    heading: 'Tenggat terlewati',
    intro: 'Janji kepada pelanggan terlewati. Kabari pelanggan kapan selesai, lalu kerjakan.',
    notes: ['Semua admin dan pemilik menerima kabar ini satu kali.'],
    subject: (title, number) => `Terlambat: ${title}, pesanan ${number}`,
  },
}

const write =
  (texts: typeof SOON, tone: MessageContent['tone']): MessageTemplate<ItemParams> =>
  ({ locale, params }) => {
    const label = FACTS[locale]
    const text = texts[locale]
    const title = cleanHeaderText(params.title)
    return {
      button: { label: text.button, url: params.url },
      facts: [
        { label: label.item, value: title },
        { label: label.dueAt, value: formatInstant(new Date(params.dueAt), locale) },
        { label: label.assignee, value: params.assigneeName ?? label.nobody },
        { label: label.state, value: params.state },
        { label: label.customer, value: cleanHeaderText(params.customerName) },
        { label: label.number, value: params.orderNumber },
      ],
      heading: text.heading,
      intro: text.intro,
      items: [],
      notes: text.notes,
      preheader: text.intro,
      reference: params.orderNumber,
      subject: text.subject(title, params.orderNumber),
      tone,
    }
  }

/** To whoever looks after an item, or to all: its deadline is near. */
export const itemDueSoon = write(SOON, 'warning')

/** To the shop: the deadline of an item has passed. */
export const itemLate = write(LATE, 'danger')
