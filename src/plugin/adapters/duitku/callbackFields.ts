/** Never stored: the signature, the payer's name and wallet, and everything about a card. */
const DROPPED = new Set(
  [
    'bankAppCode',
    'bankOrderId',
    'bankRespCode',
    'bankRespMsg',
    'cardName',
    'cardType',
    'customerName',
    'expiryDate',
    'maskedNumber',
    'merchantCustomerId',
    'signature',
    'spUserHash',
    'tokenId',
  ].map((name) => name.toLowerCase()),
)

/** The part of a callback that may be stored. Duitku spells one field in two ways; we keep one. */
export function keptFields(fields: ReadonlyMap<string, string>): Record<string, string> {
  const kept = [...fields].filter(([name]) => !DROPPED.has(name.toLowerCase()))
  return Object.fromEntries(
    kept.map(([name, value]) => [name === 'productDetail' ? 'productDetails' : name, value]),
  )
}
