const LIMIT = 5_000_000

/**
 * Whether a document that acknowledges this much money can need an e-Meterai: above five million rupiah
 * (UU No. 10 Tahun 2020, Pasal 3 ayat 2 huruf g).
 */
export const isStampWorthy = (amount: number): boolean => amount > LIMIT
