/** What messages about the scope of an analysis are made of. */
export type ScopeParams = {
  customerEmail: string
  customerName: string
  /** Empty while the customer has written none. */
  domain: string
  /** Words of staff, or of the customer to them; empty when there are none. */
  note: string
  orderNumber: string
  /** WIB days; empty while none are agreed on. */
  readyOn: string
  scopeId: string
  startsOn: string
  title: string
  /** The page of the scope; of the delivery in the panel, for staff. */
  url: string
}

/** Parameters by event. */
export type ScopeParamsOf = {
  'scope.agreed': ScopeParams
  'scope.changesWanted': ScopeParams
  'scope.notAgreed': ScopeParams
  'scope.proven': ScopeParams
  'scope.provenForStaff': ScopeParams
  'scope.reminder': ScopeParams
  'scope.submitted': ScopeParams
  'scope.wanted': ScopeParams
}
