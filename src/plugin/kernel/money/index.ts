export { formatRupiah, parseRupiah } from './format'
export { addRupiah, isRupiah, multiplyRupiah, rupiah, type Rupiah } from './rupiah'
export { allocateRupiah, MAX_PARTS, splitRupiah } from './split'
export { spellNumber, terbilang } from './terbilang'
