import { defineMachine } from '../../kernel/machine'

/** What the guard of `allow` looks at. */
export type AllowFacts = {
  /** Whether the agreement is confirmed, or none is needed. */
  isAgreed: boolean
  /** Whether the first instalment is paid. */
  isBegun: boolean
}

/** What the guard of `terminate` looks at. */
export type TerminateFacts = {
  /** Whether a second person agreed, or none is needed. */
  isAgreed: boolean
}

const isAllowed = (_: unknown, facts: unknown) => {
  const { isAgreed, isBegun } = facts as AllowFacts
  if (!isAgreed) {
    return { en: 'the SPK is not confirmed yet', id: 'SPK belum dikonfirmasi' }
  }
  return isBegun || { en: 'the first payment is missing', id: 'pembayaran pertama belum masuk' }
}

const isDecided = (_: unknown, facts: unknown) =>
  (facts as TerminateFacts).isAgreed || {
    en: 'a second person has to agree',
    id: 'orang kedua harus menyetujui',
  }

/**
 * A hosting account's life. On and off follow what was seen on the server, never what was asked of it:
 * what is wanted and what was seen last stand beside the state.
 */
export const hostingMachine = defineMachine({
  name: 'hosting',
  initial: 'locked',
  moves: [
    {
      by: ['system'],
      event: 'allow',
      from: ['locked'],
      label: { en: 'May be created', id: 'Boleh dibuat' },
      to: 'ready',
      when: isAllowed,
    },
    {
      by: ['system'],
      event: 'lock',
      from: ['ready'],
      label: { en: 'Locked again', id: 'Dikunci lagi' },
      to: 'locked',
    },
    {
      by: ['customer', 'admin', 'owner'],
      event: 'create',
      from: ['ready', 'failed'],
      label: { en: 'Creation asked for', id: 'Diminta dibuat' },
      to: 'provisioning',
    },
    {
      by: ['system'],
      event: 'activate',
      from: ['provisioning'],
      label: { en: 'Running', id: 'Menyala' },
      to: 'active',
    },
    {
      by: ['system'],
      event: 'fail',
      from: ['provisioning'],
      label: { en: 'Could not be created', id: 'Gagal dibuat' },
      to: 'failed',
    },
    {
      by: ['system'],
      event: 'suspend',
      from: ['active', 'provisioning'],
      label: { en: 'Seen suspended', id: 'Sudah ditangguhkan' },
      to: 'suspended',
    },
    {
      by: ['system'],
      event: 'resume',
      from: ['suspended'],
      label: { en: 'Seen running again', id: 'Sudah menyala lagi' },
      to: 'active',
    },
    {
      by: ['system'],
      event: 'terminate',
      from: ['active', 'failed', 'provisioning', 'suspended'],
      label: { en: 'Seen removed', id: 'Sudah dihapus' },
      to: 'terminated',
      when: isDecided,
    },
    {
      by: ['system', 'admin', 'owner'],
      event: 'drop',
      from: ['locked', 'ready', 'failed'],
      label: { en: 'Not needed any more', id: 'Tidak diperlukan lagi' },
      to: 'dropped',
    },
  ],
  states: {
    active: { label: { en: 'Running', id: 'Aktif' }, tone: 'success' },
    dropped: { label: { en: 'Not needed', id: 'Tidak jadi' }, terminal: true, tone: 'neutral' },
    failed: { label: { en: 'Could not be created', id: 'Gagal dibuat' }, tone: 'danger' },
    locked: { label: { en: 'Locked', id: 'Terkunci' }, tone: 'neutral' },
    provisioning: { label: { en: 'Being created', id: 'Sedang dibuat' }, tone: 'info' },
    ready: { label: { en: 'Ready to be created', id: 'Siap dibuat' }, tone: 'info' },
    suspended: { label: { en: 'Suspended', id: 'Ditangguhkan' }, tone: 'danger' },
    terminated: { label: { en: 'Ended', id: 'Berakhir' }, terminal: true, tone: 'neutral' },
  },
})

/** The states of a hosting account. */
export type HostingState = keyof typeof hostingMachine.states
