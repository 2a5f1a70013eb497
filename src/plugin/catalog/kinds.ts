import type { Labels } from '../kernel/errors'

/** How a customer orders a product: at our own checkout, or by talking to us on WhatsApp. */
export type OrderPath = 'checkout' | 'whatsapp'

/**
 * What the shop sells. Digital services are bought at once; hosting begins with a conversation, unless
 * the shop offers plans for it.
 */
export const PRODUCT_KINDS = {
  consulting: { label: { en: 'Consulting', id: 'Konsultasi' }, orderPath: 'checkout' },
  template: { label: { en: 'Template', id: 'Template' }, orderPath: 'checkout' },
  'security-analysis': {
    label: { en: 'Security analysis', id: 'Analisis keamanan' },
    orderPath: 'checkout',
  },
  'cloud-server': { label: { en: 'Cloud server', id: 'Cloud server' }, orderPath: 'whatsapp' },
  'dedicated-server': {
    label: { en: 'Dedicated server', id: 'Dedicated server' },
    orderPath: 'whatsapp',
  },
  colocation: { label: { en: 'Colocation', id: 'Colocation' }, orderPath: 'whatsapp' },
  vps: { label: { en: 'VPS', id: 'VPS' }, orderPath: 'whatsapp' },
} as const satisfies Record<string, { label: Labels; orderPath: OrderPath }>

/** One of the seven kinds of product. */
export type ProductKind = keyof typeof PRODUCT_KINDS

/** Every kind, in the order in which the shop shows them. */
export const productKinds = Object.keys(PRODUCT_KINDS) as ProductKind[]

/** Whether a text names a kind of product. */
export const isProductKind = (value: unknown): value is ProductKind =>
  typeof value === 'string' && value in PRODUCT_KINDS

/** How products of this kind are ordered when they have no plans. */
export const orderPathOf = (kind: ProductKind): OrderPath => PRODUCT_KINDS[kind].orderPath

/** Whether this kind is hosting: sold by the month, may be paid in instalments, provisioned. */
export const isHostingKind = (kind: ProductKind): boolean => orderPathOf(kind) === 'whatsapp'

/** How one product is ordered: with at least one plan, hosting too goes through the checkout. */
export const resolveOrderPath = (product: { hasPlans: boolean; kind: ProductKind }): OrderPath =>
  product.hasPlans && isHostingKind(product.kind) ? 'checkout' : orderPathOf(product.kind)
