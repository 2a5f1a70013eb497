import type { MessageParamsOf, NotificationChannel, QueuedEvent } from './schema'
import type { NotificationState } from './states'

import { type PanelState, plainWord } from '../kernel/machine'
import { messageCatalogue } from './messages'
import { NOTIFICATION_STATES } from './states'

/** Every name that the parameters of some message have. */
type NameOf<T> = T extends unknown ? keyof T : never
type ParamName =
  keyof MessageParamsOf['order.placed']['items'][number] | NameOf<MessageParamsOf[QueuedEvent]>

/** What a message is about, in words for the panel. */
export const NOTIFICATION_EVENTS: Record<string, PanelState> = Object.fromEntries(
  Object.entries(messageCatalogue).map(([event, { label }]) => [
    event,
    plainWord(label.id, label.en),
  ]),
)

/** Puts those words in place of the event's name where a page of the panel has its title. */
export const eventTitle = {
  clientProps: { events: NOTIFICATION_EVENTS },
  path: '/plugin/notifications/admin/EventTitle#EventTitle',
}

const TONES: Record<NotificationState, PanelState['tone']> = {
  dead: 'danger',
  dropped: 'neutral',
  manual: 'warning',
  opened: 'info',
  queued: 'info',
  sending: 'info',
  sent: 'success',
  unknown: 'warning',
}

const stateNames = Object.keys(NOTIFICATION_STATES) as NotificationState[]

/** Where a message stands, with a colour. */
export const NOTIFICATION_BADGES: Record<string, PanelState> = Object.fromEntries(
  stateNames.map((state) => [state, { label: NOTIFICATION_STATES[state], tone: TONES[state] }]),
)

const LANGUAGES: Record<string, PanelState> = {
  en: plainWord('Inggris', 'English'),
  id: plainWord('Indonesia', 'Indonesian'),
}

const RECIPIENTS: Record<string, PanelState> = {
  customer: plainWord('Pelanggan', 'Customer'),
  staff: plainWord('Staf', 'Staff'),
}

const CHANNELS: Record<NotificationChannel, PanelState> = {
  email: plainWord('Email', 'E-mail'),
  inApp: plainWord('Akun pelanggan', 'Customer account'),
  whatsapp: plainWord('WhatsApp', 'WhatsApp'),
}

/** Words of the columns `channel`, `locale` and `recipientKind`. */
export const NOTIFICATION_WORDS = {
  channel: CHANNELS,
  locale: LANGUAGES,
  recipientKind: RECIPIENTS,
}

/** What the content of a message is made of, for its page in the panel. */
export const PARAM_WORDS = {
  about: { en: 'Message', id: 'Pesan' },
  account: { en: 'Account', id: 'Rekening' },
  address: { en: 'Recipient', id: 'Penerima' },
  amount: { en: 'Amount', id: 'Jumlah', kind: 'rupiah' },
  assigneeName: { en: 'Assignee', id: 'Penanggung jawab' },
  by: { en: 'Written by', id: 'Ditulis oleh' },
  changelog: { en: 'What is new', id: 'Yang baru' },
  channel: { en: 'Channel', id: 'Saluran' },
  chosenAt: { en: 'Chosen at', id: 'Dipilih pada', kind: 'instant' },
  choice: { en: 'Choice', id: 'Pilihan' },
  choiceUrl: { en: 'Page of the choice', id: 'Halaman pilihan', kind: 'link' },
  count: { en: 'How many', id: 'Banyaknya' },
  customerEmail: { en: 'E-mail', id: 'Email' },
  customerName: { en: 'Customer', id: 'Pelanggan' },
  customerPhone: { en: 'Phone', id: 'Nomor telepon' },
  daysLate: { en: 'Days late', id: 'Hari terlambat' },
  daysLeft: { en: 'Days left', id: 'Sisa hari' },
  done: { en: 'Suspended', id: 'Ditangguhkan' },
  domain: { en: 'Domain', id: 'Domain' },
  dueAt: { en: 'Promised until', id: 'Dijanjikan sebelum', kind: 'instant' },
  dueOn: { en: 'Due on', id: 'Jatuh tempo', kind: 'instant' },
  edition: { en: 'Edition', id: 'Edisi' },
  endsAt: { en: 'Ends', id: 'Selesai', kind: 'instant' },
  hostEmail: { en: 'E-mail of the host', id: 'Email pemberi sesi' },
  hostName: { en: 'Host', id: 'Pemberi sesi' },
  entitlementId: { en: 'Download right (id)', id: 'Hak unduh (id)' },
  hasAccount: { en: 'Has an account', id: 'Punya akun' },
  items: { en: 'Items', id: 'Barang' },
  kind: { en: 'Kind', id: 'Jenis' },
  lastSentAt: { en: 'Last one that went out', id: 'Terakhir terkirim', kind: 'instant' },
  left: { en: 'Left of the contract', id: 'Sisa kontrak', kind: 'rupiah' },
  movesLeft: { en: 'May still be moved', id: 'Sisa kesempatan pindah' },
  fees: { en: 'Late fees', id: 'Denda', kind: 'rupiah' },
  fulfilmentId: { en: 'Delivery (id)', id: 'Pengerjaan (id)' },
  evidence: { en: 'Evidence', id: 'Bukti' },
  needsSpk: { en: 'SPK before the money', id: 'SPK sebelum pembayaran' },
  note: { en: 'Words', id: 'Pesan' },
  number: { en: 'Number', id: 'Nomor' },
  orderNumber: { en: 'Order number', id: 'Nomor pesanan' },
  orderUrl: { en: 'Order page', id: 'Halaman pesanan', kind: 'link' },
  place: { en: 'Place', id: 'Tempat' },
  placeUrl: { en: 'Link', id: 'Tautan' },
  password: { en: 'Password', id: 'Kata sandi' },
  placedAt: { en: 'Placed at', id: 'Dibuat pada', kind: 'instant' },
  quantity: { en: 'Quantity', id: 'Jumlah barang' },
  readyOn: { en: 'Report expected', id: 'Perkiraan laporan' },
  reason: { en: 'Reason', id: 'Sebab' },
  revision: { en: 'Revision', id: 'Revisi' },
  sessionId: { en: 'Session', id: 'Sesi' },
  reportId: { en: 'Report (id)', id: 'Laporan (id)' },
  retestUntil: { en: 'Retest until', id: 'Uji ulang sampai', kind: 'instant' },
  reopenUntil: { en: 'May be reopened until', id: 'Dapat dibuka lagi sampai', kind: 'instant' },
  replyBy: { en: 'Answer before', id: 'Jawab sebelum', kind: 'instant' },
  sendBy: { en: 'Sent by', id: 'Paling lambat dikirim', kind: 'instant' },
  code: { en: 'Code', id: 'Kode' },
  sealed: { en: 'For the reader alone', id: 'Hanya untuk penerima' },
  spkId: { en: 'SPK (id)', id: 'SPK (id)' },
  seq: { en: 'Instalment', id: 'Cicilan ke' },
  since: { en: 'Since', id: 'Sejak', kind: 'instant' },
  scopeId: { en: 'Scope (id)', id: 'Ruang lingkup (id)' },
  startsAt: { en: 'Begins', id: 'Mulai', kind: 'instant' },
  startsOn: { en: 'Begins on', id: 'Mulai' },
  state: { en: 'State', id: 'Status' },
  summary: { en: 'Summary', id: 'Ringkasan' },
  text: { en: 'Text', id: 'Isi' },
  title: { en: 'Name', id: 'Nama' },
  total: { en: 'Total', id: 'Total', kind: 'rupiah' },
  url: { en: 'Page', id: 'Halaman', kind: 'link' },
  way: { en: 'How', id: 'Cara' },
  waiting: { en: 'Waiting', id: 'Menunggu' },
  wasOff: { en: 'Was off', id: 'Sempat dimatikan' },
  wish: { en: 'What the customer wrote', id: 'Pesan pelanggan' },
  wishedUntil: { en: 'Asked for until', id: 'Diminta sampai', kind: 'instant' },
  what: { en: 'About', id: 'Perihal' },
  size: { en: 'Size in bytes', id: 'Ukuran (byte)' },
  suspendOn: { en: 'Suspension from', id: 'Ditangguhkan mulai', kind: 'instant' },
  supportUntil: { en: 'Help until', id: 'Bantuan sampai', kind: 'instant' },
  until: { en: 'Until', id: 'Sampai', kind: 'instant' },
  validUntil: { en: 'Download until', id: 'Unduh sampai', kind: 'instant' },
  version: { en: 'Version', id: 'Versi' },
} as const satisfies Record<ParamName, { en: string; id: string; kind?: string }>

/** What a chat vendor has said about a message that it took. */
export const REPORT_WORDS: Record<string, PanelState> = {
  delivered: plainWord('Sampai', 'Delivered'),
  failed: plainWord('Gagal', 'Failed'),
  read: plainWord('Dibaca', 'Read'),
  sent: plainWord('Terkirim', 'Sent'),
}
