import type { EndpointDoc } from '../../kernel/payload'

const params = { token: 'The token that the placed order came with.' }

const ofContract = ['notFound', 'order.notFound'] as const

const spoken = 'In Indonesian; with `?locale=en` in English. '

/** What the endpoints for documents say about themselves in the OpenAPI document. */
export const documentDocs = {
  calendar: {
    answers: { 200: { description: 'An `.ics` file (RFC 5545).' } },
    description:
      `${spoken}One all-day event for each day on which something is still due, with alarms at nine in the ` +
      'morning three days and one day before.',
    errors: ofContract,
    params,
    summary: 'Put the due days of a contract into a calendar',
  },
  receipt: {
    answers: { 200: { description: 'A PDF.' } },
    description: `${spoken}For every payment that came in, also of an order that was paid at once.`,
    errors: ['order.notFound', 'payment.notFound'],
    params: { ...params, merchantOrderId: 'The `merchantOrderId` of a paid payment of the order.' },
    summary: 'Load the receipt of a payment down',
  },
  schedule: {
    answers: { 200: { description: 'A PDF.' } },
    description: `${spoken}The whole schedule as it stands today, its sums, and the terms in words.`,
    errors: ofContract,
    params,
    summary: 'Load the schedule of a contract down',
  },
  scheduleFile: {
    answers: { 200: { description: 'A CSV file (RFC 4180) with a BOM.' } },
    description: `${spoken}Parted by \`;\` in Indonesian and by \`,\` in English; days are ISO.`,
    errors: ofContract,
    params,
    summary: 'Load the schedule of a contract down for a spreadsheet',
  },
  statement: {
    answers: { 200: { description: 'A PDF.' } },
    description: `${spoken}All that was charged and paid, and what was owed after each step.`,
    errors: ofContract,
    params,
    summary: 'Load the payment statement of a contract down',
  },
} as const satisfies Record<string, EndpointDoc>
