import { defineMachine } from '../kernel/machine'

/** What the guard of `void` looks at; nothing known means nothing paid. */
export type VoidFacts = { paid: number }

/** What the guard of `waive` looks at; amounts in rupiah. */
export type WaiveFacts = { left: number; limit: number; role: string }

const isUntouched = (_: unknown, facts: unknown) =>
  ((facts as undefined | VoidFacts)?.paid ?? 0) <= 0 || {
    en: 'money has been put on this instalment; refund it first',
    id: 'sudah ada uang pada cicilan ini; kembalikan dahulu',
  }

const isWithinLimit = (_: unknown, facts: unknown) => {
  const { left, limit, role } = (facts ?? {}) as Partial<WaiveFacts>
  return (
    role === 'owner' ||
    (left ?? Infinity) <= (limit ?? 0) || {
      en: 'only an owner may waive this much',
      id: 'jumlah sebesar ini hanya boleh dibebaskan oleh pemilik',
    }
  )
}

/** One debt. Due, late and arrears are no states: they follow from `dueOn`. */
export const instalmentMachine = defineMachine({
  name: 'instalment',
  initial: 'open',
  moves: [
    {
      by: ['system'],
      event: 'settle',
      from: ['open'],
      label: { en: 'Paid', id: 'Dibayar lunas' },
      to: 'paid',
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'What is still owed on it is forgiven and leaves the books. An open invoice for it is cancelled.',
          id: 'Sisa tagihannya dibebaskan dan dihapus dari pembukuan. Tagihan Duitku yang masih terbuka dibatalkan.',
        },
        danger: true,
        text: { en: 'Waive', id: 'Bebaskan' },
      },
      by: ['admin', 'owner'],
      event: 'waive',
      from: ['open'],
      label: { en: 'Waived', id: 'Dibebaskan' },
      to: 'waived',
      when: isWithinLimit,
    },
    {
      button: {
        asks: ['reason'],
        consequence: {
          en: 'The debt never counted: it leaves the books. An open invoice for it is cancelled.',
          id: 'Tagihan ini dianggap tidak pernah ada dan dihapus dari pembukuan. Tagihan Duitku yang masih terbuka dibatalkan.',
        },
        danger: true,
        text: { en: 'Void', id: 'Batalkan cicilan' },
      },
      by: ['system', 'admin', 'owner'],
      event: 'void',
      from: ['open'],
      label: { en: 'Voided', id: 'Dibatalkan' },
      to: 'void',
      when: isUntouched,
    },
    {
      by: ['system', 'admin', 'owner'],
      event: 'replace',
      from: ['open'],
      label: { en: 'Replaced by a new schedule', id: 'Diganti jadwal baru' },
      to: 'replaced',
      when: isUntouched,
    },
    {
      by: ['system'],
      event: 'rebate',
      from: ['open'],
      label: { en: 'Forgiven for paying early', id: 'Potongan pelunasan awal' },
      to: 'waived',
    },
  ],
  states: {
    open: { label: { en: 'Open', id: 'Belum dibayar' }, tone: 'warning' },
    paid: { label: { en: 'Paid', id: 'Lunas' }, terminal: true, tone: 'success' },
    replaced: {
      label: { en: 'Replaced', id: 'Diganti' },
      terminal: true,
      tone: 'neutral',
    },
    void: { label: { en: 'Void', id: 'Batal' }, terminal: true, tone: 'neutral' },
    waived: { label: { en: 'Waived', id: 'Dibebaskan' }, terminal: true, tone: 'neutral' },
  },
})
