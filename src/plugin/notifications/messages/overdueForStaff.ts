import type { Locale } from '../../kernel/errors'
import type { ArrearsParamsOf } from './arrearsParams'
import type { MessageContent, MessageTemplate } from './content'

import { daysIn, describeArrears, titleOf, writeContract } from './contract'
import { TO_BECOME_CURRENT } from './instalmentLate'
import { money } from './phrases'

type RunText = Pick<MessageContent, 'button' | 'facts' | 'heading' | 'intro' | 'notes' | 'subject'>

/** News of a whole run, about no order in particular. */
const writeRun = (
  text: RunText,
  rest: Pick<MessageContent, 'amount' | 'tone'>,
): MessageContent => ({ ...text, ...rest, items: [], preheader: text.intro })

type Proposals = ArrearsParamsOf['overdue.proposals']

const PROPOSALS: Record<Locale, (params: Proposals) => RunText> = {
  en: ({ count, url }) => {
    const what = `${count} ${count === 1 ? 'suspension' : 'suspensions'}`
    return {
      button: { label: 'Open the list', url },
      facts: [{ label: 'Proposed', value: String(count) }],
      heading: `${what} proposed`,
      intro: 'Look through the list, then confirm or skip. Nothing is suspended before you do.',
      notes: ['Whoever pays in the meantime leaves the list by himself.'],
      subject: `${what} to confirm`,
    }
  },
  id: ({ count, url }) => ({
    button: { label: 'Buka daftar', url },
    facts: [{ label: 'Diusulkan', value: String(count) }],
    heading: `${count} penangguhan diusulkan`,
    intro: 'Periksa daftarnya, lalu setujui atau lewati. Tidak ada yang ditangguhkan sebelum itu.',
    notes: ['Yang membayar sementara itu keluar dari daftar dengan sendirinya.'],
    subject: `${count} penangguhan perlu disetujui`,
  }),
}

const OWED = { en: 'Owed together', id: 'Jumlah tunggakan' }

/** To the shop, once a run: whom to suspend. */
export const overdueProposals: MessageTemplate<Proposals> = ({ locale, params }) =>
  writeRun(PROPOSALS[locale](params), {
    amount: { label: OWED[locale], value: money({ amount: params.total, locale }) },
    tone: 'warning',
  })

type Cap = ArrearsParamsOf['overdue.capReached']

const CAP: Record<Locale, (params: Cap) => RunText> = {
  en: ({ done, url, waiting }) => ({
    button: { label: 'Open the list', url },
    facts: [
      { label: 'Suspended in this run', value: String(done) },
      { label: 'Waiting for you', value: String(waiting) },
    ],
    heading: 'The limit of a run is reached',
    intro: 'The run has stopped suspending by itself. Please look whether so many are right.',
    notes: ['Many at once may mean that payments do not arrive: look at the gateway first.'],
    subject: `Suspensions stopped at the limit: ${waiting} waiting`,
  }),
  id: ({ done, url, waiting }) => ({
    button: { label: 'Buka daftar', url },
    facts: [
      { label: 'Ditangguhkan kali ini', value: String(done) },
      { label: 'Menunggu Anda', value: String(waiting) },
    ],
    heading: 'Batas penangguhan otomatis tercapai',
    intro: 'Penangguhan otomatis berhenti di batasnya. Mohon periksa apakah jumlahnya wajar.',
    notes: [
      'Banyak sekaligus bisa berarti pembayaran tidak masuk: periksa dulu gerbang pembayaran.',
    ],
    subject: `Penangguhan berhenti di batas: ${waiting} menunggu`,
  }),
}

/** To the shop: the run has done what it may do by itself, and the rest waits. */
export const overdueCapReached: MessageTemplate<Cap> = ({ locale, params }) =>
  writeRun(CAP[locale](params), { tone: 'danger' })

/** To the shop: long overdue; a person has to decide what becomes of it. */
export const overdueEscalated = writeContract<ArrearsParamsOf['overdue.escalated']>({
  dayOf: ({ since }) => since,
  factsOf: describeArrears,
  isForStaff: true,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Open the case',
      heading: `Overdue for ${daysIn(params.daysLate, 'en')}`,
      intro: `“${titleOf(params)}” is still unpaid. Nothing is terminated by itself: please talk to the customer and decide.`,
      notes: ['A reply to this e-mail goes to the customer.'],
      subject: `Overdue for ${daysIn(params.daysLate, 'en')}: order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Buka tunggakan',
      heading: `Menunggak ${daysIn(params.daysLate, 'id')}`,
      intro: `“${titleOf(params)}” belum dibayar. Tidak ada yang diakhiri secara otomatis: hubungi pelanggan, lalu putuskan.`,
      notes: ['Balasan email ini langsung sampai ke pelanggan.'],
      subject: `Menunggak ${daysIn(params.daysLate, 'id')}: pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'danger',
  urlOf: ({ url }) => url,
})

const CHOICE = {
  en: { pay: 'pay', suspend: 'have the service suspended' },
  id: { pay: 'membayar', suspend: 'menangguhkan layanan' },
}

/** To the shop: what an overdue customer has decided. */
export const overdueChosenByCustomer = writeContract<ArrearsParamsOf['overdue.chosenByCustomer']>({
  isForStaff: true,
  texts: {
    en: (params) => ({
      amount: [TO_BECOME_CURRENT.en, params.amount],
      button: 'Open the case',
      heading: 'An overdue customer has chosen',
      intro: `For “${titleOf(params)}” the customer chooses to ${CHOICE.en[params.choice]}.`,
      notes: ['Time, way and wording of the choice are recorded.'],
      subject: `Customer chooses to ${params.choice}: order ${params.orderNumber}`,
    }),
    id: (params) => ({
      amount: [TO_BECOME_CURRENT.id, params.amount],
      button: 'Buka tunggakan',
      heading: 'Pelanggan sudah memilih',
      intro: `Untuk “${titleOf(params)}” pelanggan memilih ${CHOICE.id[params.choice]}.`,
      notes: ['Waktu, cara, dan teks pilihannya tercatat.'],
      subject: `Pelanggan memilih ${CHOICE.id[params.choice]}: pesanan ${params.orderNumber}`,
    }),
  },
  tone: 'brand',
  urlOf: ({ url }) => url,
})
