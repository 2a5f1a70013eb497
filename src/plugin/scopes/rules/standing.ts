/** Deliveries whose scope is still talked about. */
const TALKING: readonly string[] = ['assigned', 'new', 'scoping']

/** Whether the analysis behind a delivery has not begun. */
export const isBeforeAnalysis = (delivery: null | string): boolean =>
  delivery !== null && [...TALKING, 'scheduled'].includes(delivery)

/** Whether the customer may write the form, or write it anew. */
export const canSubmit = (args: { delivery: null | string; state: string }): boolean =>
  args.delivery !== null &&
  TALKING.includes(args.delivery) &&
  !['agreed', 'cancelled'].includes(args.state)
