import type { Labels } from '../kernel/errors'
import type { Move, StateDefinition } from '../kernel/machine'

/** Who delivers. */
export const WORKERS = ['admin', 'owner'] as const

/** States that every kind of delivery has, by the same names. */
export const SHARED_STATES = {
  assigned: { label: { en: 'Assigned', id: 'Ditugaskan' }, tone: 'info' },
  cancelled: { label: { en: 'Cancelled', id: 'Dibatalkan' }, terminal: true, tone: 'neutral' },
  done: { label: { en: 'Done', id: 'Selesai' }, tone: 'success' },
  new: { label: { en: 'New', id: 'Baru' }, tone: 'warning' },
} as const satisfies Record<string, StateDefinition>

type Shared = keyof typeof SHARED_STATES

/** What the guard of `deliver` looks at: checks that nobody has ticked yet. */
export type DeliverFacts = { unchecked: readonly Labels[] }

/** Delivered is only what was done in full: the checklist is the proof. */
export const isChecked = (_: unknown, facts: unknown) => {
  const { unchecked } = facts as DeliverFacts
  const list = (locale: keyof Labels): string => unchecked.map((text) => text[locale]).join('; ')
  return (
    unchecked.length === 0 || {
      en: `still to be ticked off: ${list('en')}`,
      id: `masih perlu dicentang: ${list('id')}`,
    }
  )
}

/** Gives the work to somebody: the first time, and again at any later step. */
export const assignMoves = <const S extends string>(
  steps: readonly S[],
): Move<'assigned' | 'new' | S, 'assign' | 'release'>[] => {
  const assign = {
    by: WORKERS,
    event: 'assign' as const,
    label: { en: 'Assigned', id: 'Ditugaskan' },
  }
  return [
    { ...assign, from: ['new'], to: 'assigned' },
    ...(['assigned', ...steps] as const).map((step) => ({ ...assign, from: [step], to: step })),
    {
      by: WORKERS,
      event: 'release',
      from: ['assigned'],
      label: { en: 'Given back', id: 'Dikembalikan ke antrean' },
      to: 'new',
    },
  ]
}

/** The first step of the work; whoever begins what nobody has looks after it from then on. */
export const startMove = <const S extends string>(args: {
  /** Whether the shop itself can begin. */
  bySystem?: boolean
  label: Labels
  text: Labels
  to: S
}): Move<'assigned' | 'new' | S, 'start'> => ({
  button: {
    consequence: {
      en: 'The customer sees that the work has begun. If it is nobody’s yet, it becomes yours.',
      id: 'Pelanggan melihat bahwa pekerjaan sudah dimulai. Bila belum ada penanggung jawab, pekerjaan ini menjadi milik Anda.',
    },
    text: args.text,
  },
  by: args.bySystem ? ['system', ...WORKERS] : WORKERS,
  event: 'start',
  from: ['new', 'assigned'],
  label: args.label,
  to: args.to,
})

/** The end: by hand, or by the clock when the time for questions is over. */
export const closeMove = <const S extends string>(
  from: readonly S[],
): Move<'done' | S, 'close'> => ({
  button: {
    consequence: {
      en: 'Nothing more is to be done for this item. When every item is done, the order is closed.',
      id: 'Tidak ada lagi yang perlu dikerjakan untuk barang ini. Bila semua barang selesai, pesanan ditutup.',
    },
    text: { en: 'Finish', id: 'Selesaikan' },
  },
  by: ['system', ...WORKERS],
  event: 'close',
  from,
  label: { en: 'Finished', id: 'Selesai' },
  to: 'done',
})

/** What the guard of `extend` looks at. */
export type ExtendFacts = { hasExtended: boolean }

const isFirstExtension = (_: unknown, facts: unknown) =>
  !(facts as ExtendFacts).hasExtended || {
    en: 'the days for questions were extended already',
    id: 'masa tanya jawab sudah pernah diperpanjang',
  }

/** The same number of days once more in which the customer may come back; once. */
export const extendMoves = <const S extends string>(states: readonly S[]): Move<S, 'extend'>[] =>
  states.map((state) => ({
    button: {
      asks: ['reason'],
      consequence: {
        en: 'The customer may come back for the same number of days once more. This can be done once.',
        id: 'Pelanggan dapat kembali bertanya selama jumlah hari yang sama sekali lagi. Hanya dapat dilakukan satu kali.',
      },
      text: { en: 'Extend the days for questions', id: 'Perpanjang masa tanya jawab' },
    },
    by: WORKERS,
    event: 'extend',
    from: [state],
    label: { en: 'Days for questions extended', id: 'Masa tanya jawab diperpanjang' },
    to: state,
    when: isFirstExtension,
  }))

/** What the guard of `stopFollowUps` looks at. */
export type FollowUpFacts = { hasFollowUp: boolean }

const isAskedLater = (_: unknown, facts: unknown) =>
  (facts as FollowUpFacts).hasFollowUp || {
    en: 'no follow-up mail is planned any more',
    id: 'tidak ada email tindak lanjut yang direncanakan',
  }

/** The customer is not to be asked how it went: he has said so, or everybody knows. */
export const stopMoves = <const S extends string>(
  states: readonly S[],
): Move<'done' | S, 'stopFollowUps'>[] =>
  ([...states, 'done'] as const).map((state) => ({
    button: {
      asks: ['reason'],
      consequence: {
        en: 'No further follow-up mail about this item is sent. Everything else goes on.',
        id: 'Tidak ada lagi email tindak lanjut tentang barang ini. Yang lain tetap berjalan.',
      },
      text: { en: 'Stop follow-up mails', id: 'Hentikan email tindak lanjut' },
    },
    by: WORKERS,
    event: 'stopFollowUps',
    from: [state],
    label: { en: 'Follow-up mails stopped', id: 'Email tindak lanjut dihentikan' },
    to: state,
    when: isAskedLater,
  }))

/** Something was wrong with what was delivered: the work begins again. */
export const reopenMove = <const S extends string, const T extends string>(args: {
  from: readonly S[]
  to: T
}): Move<'done' | S | T, 'reopen'> => ({
  button: {
    asks: ['reason'],
    consequence: {
      en: 'The item goes back to work with a new deadline, and its order is open again. The customer sees it.',
      id: 'Barang kembali dikerjakan dengan tenggat baru dan pesanannya terbuka lagi. Pelanggan melihatnya.',
    },
    text: { en: 'Reopen', id: 'Buka lagi' },
  },
  by: ['system', ...WORKERS],
  event: 'reopen',
  from: [...args.from, 'done'],
  label: { en: 'Reopened', id: 'Dibuka lagi' },
  to: args.to,
})

/** The money has gone back, or the order is off: follows from there, never by hand. */
export const cancelMove = <const S extends string>(
  steps: readonly S[],
): Move<S | Shared, 'cancel'> => ({
  by: ['system'],
  event: 'cancel',
  from: ['new', 'assigned', ...steps, 'done'],
  label: { en: 'Cancelled', id: 'Dibatalkan' },
  to: 'cancelled',
})
