const DIGITS = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')
const GROUPS = new Map([
  ['ribu', 1_000n],
  ['juta', 1_000_000n],
  ['miliar', 1_000_000_000n],
  ['triliun', 1_000_000_000_000n],
  ['kuadriliun', 1_000_000_000_000_000n],
])

/** Reads Indonesian number words back; written apart from the speller, so that both must agree. */
export function readTerbilang(words: string): bigint {
  let total = 0n
  let group = 0n
  let digit = 0n
  for (const word of expand(words).split(' ')) {
    const scale = GROUPS.get(word)
    if (scale !== undefined) {
      total += (group + digit) * scale
      group = digit = 0n
    } else if (word === 'ratus' || word === 'puluh') {
      group += digit * (word === 'ratus' ? 100n : 10n)
      digit = 0n
    } else if (word === 'belas') {
      digit += 10n
    } else {
      digit = readDigit(word)
    }
  }
  return total + group + digit
}

function expand(words: string): string {
  return words.replace('seribu', 'satu ribu').replaceAll('seratus', 'satu ratus')
}

function readDigit(word: string): bigint {
  const value = DIGITS.indexOf(word)
  if (value < 0) throw new Error(`Not a number word: '${word}'`)
  return BigInt(value)
}
