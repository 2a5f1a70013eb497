/** What of a delivery decides whether it may be asked about. */
export type Askable = { followUpUntil: Date | null; phase: string }

/** Whether the customer may ask: what was delivered, until the last instant of its days. */
export const canAsk = ({ followUpUntil, phase }: Askable, now: Date): boolean =>
  phase === 'delivered' && followUpUntil !== null && now <= followUpUntil

/** Kind of the thread's subject; its id is that of the delivery. */
export const QUESTIONS = 'fulfilment'
