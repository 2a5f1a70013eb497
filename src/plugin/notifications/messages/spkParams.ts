/** What messages about an agreement are made of. Never a document, never a NIK. */
export type SpkParams = {
  customerName: string
  /** The edition that it is about; 0 before the first was frozen. */
  edition: number
  /** Words of a person, or what was wrong with a file; empty when there are none. */
  note: string
  /** Of the SPK; empty before it was issued. */
  number: string
  orderNumber: string
  /** What its reader alone may see (a link, a code), sealed; it is filled in as the message leaves. */
  sealed?: string
  spkId: string
  /** The first line of the order. */
  title: string
  /** ISO instant by which the customer has to act; empty when there is none. */
  until: string
  /** The page of the agreement; the panel, for staff. */
  url: string
  version: number
}

/** Parameters by event. */
export type SpkParamsOf = {
  'spk.cancelled': SpkParams
  'spk.code': { code?: string } & SpkParams
  'spk.confirmed': SpkParams
  'spk.contentConfirmed': SpkParams
  'spk.declined': SpkParams
  'spk.expired': SpkParams
  'spk.faulty': SpkParams
  'spk.handedOver': SpkParams
  'spk.photoArrived': SpkParams
  'spk.photoWanted': SpkParams
  'spk.rejected': SpkParams
  'spk.remarked': SpkParams
  'spk.reminder': SpkParams
  'spk.revoked': SpkParams
  'spk.scanArrived': SpkParams
  'spk.sealFailed': SpkParams
  'spk.stampFailed': SpkParams
  'spk.superseded': SpkParams
  'spk.terminated': SpkParams
  'spk.toCheck': SpkParams
  'spk.toDraft': SpkParams
  'spk.toSign': SpkParams
  'spk.withdrawn': SpkParams
}
