import type { Random } from '../../support/load/random'

const deep = (depth: number, shape: 'array' | 'object'): string =>
  shape === 'array'
    ? '['.repeat(depth) + ']'.repeat(depth)
    : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)

/** Texts that some part of some program has tripped over. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202eevil',
  '\u200b\ufeff',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\'"><svg onload=alert(1)>',
  '<script>alert(1)</script>',
  '${{7*7}}#{7*7}<%= 7*7 %>',
  "' or 1=1--",
  "'; drop table orders; --",
  '"; select pg_sleep(5); --',
  '\\',
  '%',
  '%00',
  '%c0%ae%c0%ae',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e400',
  '0x10',
  '1_000',
  '१२३',
  '９９',
  '99999999999999999999',
  '2026-02-30',
  '9999-99-99T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  'a@b',
  '"x"@a(b)c',
  'a@b.id\r\nBcc: c@d.id',
  'line\nline\r\nline\u2028line',
  '\t\v\f',
  '{"$ne":null}',
  '[object Object]',
  'javascript:alert(1)',
  '//evil.test',
  '00000000-0000-0000-0000-000000000000',
  '01890000-dead-7ead-bead-000000000666',
  '=cmd|calc',
  '(?:a+)+$',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
]

/** One nasty text; once in a while a very long one. */
export const nastyText = (random: Random): string => {
  const kind = random.below(60)
  if (kind === 0) {
    return random.pick(['x', 'é', '\u202e', '((((']).repeat(200_000)
  }
  if (kind < 4) {
    return random.pick(TEXTS).repeat(1 + random.below(400))
  }
  return kind < 10 ? random.pick(TEXTS) + random.pick(TEXTS) : random.pick(TEXTS)
}

/** A nasty text short enough for an address. */
export const nastyWord = (random: Random): string =>
  random.below(20) === 0 ? random.pick(TEXTS).repeat(40).slice(0, 3_000) : random.pick(TEXTS)

const NUMBERS: readonly unknown[] = [
  -1,
  0,
  -0,
  0.1,
  1.5,
  1e21,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  Number.MIN_VALUE,
  99_999_999_999_999,
]

const SHAPES: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { $ne: null },
  { equals: 'x' },
  { id: 'x' },
  { id: null },
  { relationTo: 'staff', value: 'x' },
  { toString: 1, valueOf: 1 },
  { length: 5 },
  { root: { children: [{ type: 'x', children: 'x' }] } },
]

/** Any nasty value that JSON can hold. */
export const nastyValue = (random: Random): unknown => {
  const kind = random.below(12)
  if (kind < 6) {
    return nastyText(random)
  }
  if (kind < 8) {
    return random.pick(NUMBERS)
  }
  if (kind < 11) {
    return random.pick(SHAPES)
  }
  return random.below(4) === 0
    ? (JSON.parse(deep(1 + random.below(600), random.pick(['array', 'object']))) as unknown)
    : Array.from({ length: random.below(300) }, () => random.pick(NUMBERS))
}

const BODIES: readonly string[] = [
  '',
  '{',
  '[]',
  'null',
  'true',
  '0',
  '"x"',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{}{}',
  '{"a":1e999}',
  '{"\\u0000":1}',
  '{"a":"\\ud800"}',
  'a=1&b=2',
  '<a/>',
  deep(5_000, 'array'),
  deep(5_000, 'object'),
  `{"a":"${'x'.repeat(1_000_000)}"}`,
]

/** A whole nasty body. */
export const nastyBody = (random: Random): string => random.pick(BODIES)

/** Percent-encodes any text. */
export const encode = (text: string): string => encodeURIComponent(text.toWellFormed())

/** Paths that no decoder takes: Next's router would answer 500. */
export const UNDECODABLE = ['%', '%zz', '%c0%ae', '%E0%A4%A', '%ff', '%ED%A0%80'] as const

const ODD_SEGMENTS = [
  '%25%32%65',
  '..',
  '...',
  '~',
  '*',
  ';',
  "'",
  '%2f',
  '%5c',
  '%0d%0aX:y',
  '%00',
] as const

/** A segment of a path: encoded, or just as nasty as it is where an address may hold it. */
export const nastySegment = (random: Random): string =>
  random.below(6) === 0 ? random.pick(ODD_SEGMENTS) : encode(nastyWord(random)) || '%20'

const CONTENT_TYPES: readonly string[] = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/xml',
  'application/octet-stream',
  'nonsense',
]

/** A content type that need not fit what follows. */
export const nastyType = (random: Random): string => random.pick(CONTENT_TYPES)

const HEADERS: readonly string[] = [
  '',
  '',
  '',
  'accept-language: xx-YY;q=abc,*;q=-1\r\n',
  `accept-language: ${'id,'.repeat(1_000)}\r\n`,
  'cookie: lunas-token=abc.def.ghi; keranjang=%7B%5B%00\r\n',
  'cookie: keranjang=[["x",1],["y",1e9]]; __prerender_bypass=x\r\n',
  'authorization: JWT a.b.c\r\n',
  'authorization: Bearer \r\n',
  'authorization: JWT eyJhbGciOiJub25lIn0.eyJpZCI6IjEiLCJjb2xsZWN0aW9uIjoic3RhZmYifQ.\r\n',
  "x-forwarded-for: ' or 1=1, ::ffff:1, 999.999.999.999\r\n",
  'x-forwarded-host: evil.test\r\nx-forwarded-proto: gopher\r\n',
  'if-none-match: "\r\n',
  'origin: null\r\n',
  'x-http-method-override: DELETE\r\n',
  'x-payload-http-method-override: GET\r\n',
  'range: bytes=-1,0-,9-1\r\n',
  'next-action: 00\r\n',
  'rsc: 1\r\n',
  "idempotency-key: ' or 1=1\r\n",
]

/** A header or two that nobody asked for. */
export const nastyHeader = (random: Random): string => random.pick(HEADERS)
