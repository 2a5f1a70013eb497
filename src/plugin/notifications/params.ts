/** A problem that a customer has reported. */
export type ProblemParams = {
  customerName: string
  /** For people, such as M-000123. */
  number: string
  /** Page of the report, for whoever made it. */
  url: string
  /** What it is about, in the reader's language. */
  what: string
}

/** News of a report for the staff. */
export type ProblemNewsParams = {
  /** ISO instant by which an answer was promised. */
  replyBy: string
  /** What the customer wrote. */
  text: string
} & ProblemParams

/** Money of an order that is to go back. */
export type RefundParams = {
  /** The last digits of the account that it goes to; empty when there is none. */
  account: string
  /** Rupiah. */
  amount: number
  customerName: string
  /** For people, such as R-000123. */
  number: string
  orderNumber: string
  /** Page of the order; of the refund in the panel, for staff. */
  url: string
}

/** Money that will go back. */
export type RefundApprovedParams = {
  /** ISO instant until which it is sent. */
  sendBy: string
  /** `duitku`: to where it came from, `transfer`: to a bank account. */
  way: 'duitku' | 'transfer'
} & RefundParams

/** What is said about money that goes back. */
export type RefundParamsOf = {
  'refund.approved': RefundApprovedParams
  'refund.asked': { reason: string } & RefundParams
  'refund.rejected': { reason: string } & RefundParams
  'refund.requested': RefundParams
  'refund.sent': { evidence: string } & RefundParams
  'refund.withdrawn': RefundParams
}

/** Files of an order that can be fetched, or a new version of them. Never their password. */
export type DownloadParams = {
  changelog?: string
  customerName: string
  /** Whether the buyer can read the password by his account, too. */
  hasAccount: boolean
  orderNumber: string
  /** Page of the order, where the files are fetched. */
  orderUrl: string
  /** Bytes. */
  size: number
  /** ISO instant until which the shop helps with the files. */
  supportUntil?: string
  title: string
  /** ISO instant. */
  validUntil: string
  version: string
}

/** The password of an order's files. The outbox holds whose it is; it is filled in as the message leaves. */
export type DownloadPasswordParams = {
  customerName: string
  entitlementId: string
  orderNumber: string
  password?: string
  title: string
  /** A page that says how to find an order; never the page of the order itself. */
  url: string
}

/** What was asked or answered about something that was delivered. */
export type QuestionParams = {
  /** Who wrote it. */
  by: string
  customerEmail: string
  customerName: string
  orderNumber: string
  text: string
  title: string
  /** Page of the order, or of the delivery in the panel. */
  url: string
}

/** What a mail says that asks how it went. */
export type FollowUpParams = {
  customerEmail: string
  customerName: string
  orderNumber: string
  title: string
  /** ISO instant until which the customer may come back; null when it is over. */
  until: null | string
  url: string
}

/** A report of a security analysis that was sent. Never its password. */
export type ReportParams = {
  customerName: string
  /** Whether the customer can read the password by his account, too. */
  hasAccount: boolean
  orderNumber: string
  /** Page of the order, where the report is fetched. */
  orderUrl: string
  reportId: string
  /** ISO instant until which a retest can be asked for. */
  retestUntil?: string
  revision: number
  /** Bytes. */
  size: number
  title: string
  /** ISO instant. */
  validUntil: string
}

/** The password of a report. The outbox holds whose it is; it is filled in as the message leaves. */
export type ReportPasswordParams = {
  customerName: string
  orderNumber: string
  password?: string
  reportId: string
  revision: number
  title: string
  /** A page that says how to find an order; never the page of the order itself. */
  url: string
}

/** A customer wants to have his mending looked at again. */
export type RetestParams = {
  customerName: string
  fulfilmentId: string
  orderNumber: string
  title: string
  /** Page of the delivery in the panel. */
  url: string
}

/** What messages about reports are made of. */
export type ReportParamsOf = {
  'report.password': ReportPasswordParams
  'report.ready': ReportParams
  'retest.ready': ReportParams
  'retest.wanted': RetestParams
}

/** A message that reached nobody. */
export type UndeliverableParams = {
  /** What it was about, in the panel's words. */
  about: string
  address: string
  /** In the words of the mail server. */
  reason: string
  /** List of all such messages. */
  url: string
}
