/** A part of a longer text: plain words, whatever they look like in a mail. */
export type MailBlock = { kind: 'heading' | 'item' | 'paragraph' | 'quote'; text: string }

/** An appointment with a customer. */
export type SessionParams = {
  customerEmail: string
  customerName: string
  /** ISO instant. */
  endsAt: string
  hostEmail: string
  hostName: string
  /** How often the customer may still move it. */
  movesLeft: number
  orderNumber: string
  /** The service on which it is held. */
  place: string
  /** Link to it; null while it is not known. */
  placeUrl: null | string
  /** Why it was moved or called off. */
  reason?: string
  /** Rises with every change: SEQUENCE of the invitation (RFC 5545 §3.8.7.4). */
  revision: number
  /** The same over all changes: part of the invitation's UID. */
  sessionId: string
  /** ISO instant. */
  startsAt: string
  /** What was said. */
  summary?: MailBlock[]
  title: string
  /** Page of the order, or of the delivery in the panel. */
  url: string
}

/** What every message about an appointment is made of. */
export type SessionParamsOf = {
  'session.booked': SessionParams
  'session.bookedForHost': SessionParams
  'session.cancelled': SessionParams
  'session.cancelledForHost': SessionParams
  'session.missed': SessionParams
  'session.moved': SessionParams
  'session.movedForHost': SessionParams
  'session.placeChanged': SessionParams
  'session.placeChangedForHost': SessionParams
  'session.soon': SessionParams
  'session.soonForHost': SessionParams
  'session.summary': SessionParams
}
