/**
 * 1250000 → '1.250.000' (id) or '1,250,000' (en); the sign is left out.
 * Not Intl: its output changes between ICU versions, and contracts are compared byte by byte.
 */
export function groupThousands(args: { amount: number; locale: 'id' | 'en' }): string {
  const separator = args.locale === 'en' ? ',' : '.'
  return String(Math.abs(args.amount)).replace(/\B(?=(?:\d{3})+$)/g, separator)
}
