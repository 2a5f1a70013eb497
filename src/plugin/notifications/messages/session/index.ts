import type { NotificationEvent } from '../../schema'
import type { MessageDefinition } from '../definition'

import { alarm, notice, nudge } from '../audiences'
import { calledOff, invitation } from './invites'
import { sessionTemplates as session } from './templates'

const placeholders = ['nama', 'nomor', 'toko'] as const

/** What a customer must know of his session. */
const appointment = { ...notice, placeholders } as const

/** The same for whoever gives it. */
const duty = { ...alarm, placeholders } as const

type SessionEvent = Extract<NotificationEvent, `session.${string}`>

/** Everything that is said about appointments. */
export const sessionMessages: { [E in SessionEvent]: MessageDefinition<E> } = {
  'session.booked': {
    ...appointment,
    invite: invitation,
    label: { en: 'Session scheduled', id: 'Sesi dijadwalkan' },
    template: session.booked,
  },
  'session.bookedForHost': {
    ...duty,
    invite: invitation,
    label: { en: 'Session scheduled (host)', id: 'Sesi dijadwalkan (pemberi sesi)' },
    template: session.bookedForHost,
  },
  'session.cancelled': {
    ...appointment,
    invite: calledOff,
    label: { en: 'Session called off', id: 'Sesi dibatalkan' },
    template: session.cancelled,
  },
  'session.cancelledForHost': {
    ...duty,
    invite: calledOff,
    label: { en: 'Session called off (host)', id: 'Sesi dibatalkan (pemberi sesi)' },
    template: session.cancelledForHost,
  },
  'session.missed': {
    ...appointment,
    label: { en: 'Customer did not come', id: 'Pelanggan tidak hadir' },
    template: session.missed,
  },
  'session.moved': {
    ...appointment,
    invite: invitation,
    label: { en: 'Session moved', id: 'Sesi dipindah' },
    template: session.moved,
  },
  'session.movedForHost': {
    ...duty,
    invite: invitation,
    label: { en: 'Session moved (host)', id: 'Sesi dipindah (pemberi sesi)' },
    template: session.movedForHost,
  },
  'session.placeChanged': {
    ...appointment,
    invite: invitation,
    label: { en: 'Link of the session changed', id: 'Tautan sesi berubah' },
    template: session.placeChanged,
  },
  'session.placeChangedForHost': {
    ...duty,
    invite: invitation,
    label: { en: 'Link of the session changed (host)', id: 'Tautan sesi berubah (pemberi sesi)' },
    template: session.placeChangedForHost,
  },
  'session.soon': {
    ...nudge,
    channels: ['email'],
    label: { en: 'Session is near', id: 'Sesi segera dimulai' },
    placeholders,
    template: session.soon,
  },
  'session.soonForHost': {
    ...duty,
    label: { en: 'Session is near (host)', id: 'Sesi segera dimulai (pemberi sesi)' },
    template: session.soonForHost,
  },
  'session.summary': {
    ...appointment,
    label: { en: 'Summary of the session', id: 'Ringkasan sesi' },
    template: session.summary,
  },
}
