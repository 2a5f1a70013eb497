/** What messages about a service are made of. */
export type HostingParams = {
  customerEmail: string
  customerName: string
  /** Its main name; empty for what has none. */
  domain: string
  /** Why, or what is to be done; empty when there is nothing to say. */
  note: string
  orderNumber: string
  title: string
  /** The order or the choice of its customer; the service in the panel, for staff. */
  url: string
}

/** Parameters by event. */
export type HostingParamsOf = {
  'hosting.alarm': HostingParams
  'hosting.changed': HostingParams
  'hosting.contractEnded': HostingParams
  'hosting.decision': HostingParams
  'hosting.ended': HostingParams
  'hosting.exporting': HostingParams
  'hosting.kept': HostingParams
  'hosting.failed': HostingParams
  'hosting.ready': HostingParams
  'hosting.renewalDue': HostingParams
  'hosting.resumed': HostingParams
  'hosting.suspended': HostingParams
  'hosting.task': HostingParams
}
