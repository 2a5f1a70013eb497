import type { Random } from '../../support/load/random'

import {
  encode,
  nastyBody,
  nastyHeader,
  nastySegment,
  nastyText,
  nastyValue,
  nastyWord,
} from './nasties'
import { nastyJson, typeLine } from './shopApi'
import { JSON_TYPE, type Nonsense, type Target } from './target'

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'less_than',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
  'nonsense',
  '',
  '$ne',
  '__proto__',
] as const

const word = (random: Random): string => encode(nastyWord(random))

const fieldOf = (random: Random, names: readonly string[]): string =>
  random.below(5) === 0 ? word(random) : random.pick(names)

const nest = (random: Random, key: string): string =>
  Array.from(
    { length: random.below(30) },
    (_, at) => `[${random.pick(['and', 'or'])}][${at % 2}]`,
  ).join('') + key

const condition = (random: Random, names: readonly string[]): string => {
  const key = `[${fieldOf(random, names)}][${random.pick(OPERATORS)}]`
  const place =
    random.below(6) === 0 ? nest(random, key) : random.pick(['', '[or][0]', '[and][0]']) + key
  return `where${place}${random.below(8) === 0 ? '[]' : ''}=${word(random)}`
}

const NUMBERS = [
  '0',
  '-1',
  '1e21',
  'abc',
  '',
  '1.5',
  '99999999999999999999',
  'NaN',
  '[]',
  '%00',
  '1&limit=2',
] as const

const option = (random: Random, names: readonly string[]): string =>
  random.pick([
    () => `limit=${random.pick(NUMBERS)}`,
    () => `page=${random.pick(NUMBERS)}`,
    () => `depth=${random.pick(NUMBERS)}`,
    () => `sort=${random.pick(['', '-', '--', ','])}${fieldOf(random, names)}`,
    () => `sort[]=${fieldOf(random, names)}&sort[]=${word(random)}`,
    () => `select[${fieldOf(random, names)}]=${word(random)}`,
    () => `populate[${fieldOf(random, names)}][${word(random)}]=true`,
    () => `joins[${fieldOf(random, names)}][limit]=${random.pick(NUMBERS)}`,
    () => `joins[${fieldOf(random, names)}][sort]=${word(random)}`,
    () => `joins=${word(random)}`,
    () => `locale=${random.pick(['all', 'xx', word(random)])}`,
    () => `fallback-locale=${word(random)}`,
    () => `draft=${word(random)}`,
    () => `trash=${word(random)}`,
    () => `pagination=${word(random)}`,
    () => `where=${word(random)}`,
    () => `where[${word(random)}]=${word(random)}`,
    () => `${word(random)}=${word(random)}`,
  ])()

const ask = (random: Random, names: readonly string[]): string =>
  Array.from({ length: 1 + random.below(3) }, () =>
    random.below(2) === 0 ? condition(random, names) : option(random, names),
  ).join('&')

const read: Target = (random, { identities, sites }): Nonsense => {
  const { names, rows, slug } = random.pick(sites)
  const id = rows.length > 0 && random.below(2) === 0 ? random.pick(rows) : nastySegment(random)
  const place = random.pick([
    '',
    '',
    '',
    '/count',
    '/versions',
    `/${id}`,
    `/versions/${id}`,
    `/access/${id}`,
  ])
  return {
    headers: `${random.pick(identities)}${nastyHeader(random)}`,
    kind: `read ${slug}${place.includes(id) ? '/:id' : place}`,
    path: `/api/${slug}${place}?${ask(random, names)}`,
  }
}

const readByPost: Target = (random, { identities, sites }): Nonsense => {
  const { names, slug } = random.pick(sites)
  return {
    body: ask(random, names),
    headers: `content-type: application/x-www-form-urlencoded\r\nx-payload-http-method-override: GET\r\n${random.pick(identities)}`,
    kind: `read ${slug} by POST`,
    method: 'POST',
    path: `/api/${slug}`,
  }
}

const dataFor = (random: Random, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: 1 + random.below(4) }, () => [
      random.below(8) === 0 ? nastyText(random).slice(0, 60) : random.pick(names).split('.')[0],
      nastyValue(random),
    ]),
  )

const write: Target = (random, { identities, sites }): Nonsense => {
  const { names, rows, slug } = random.pick(sites)
  const id = rows.length > 0 && random.below(4) > 0 ? random.pick(rows) : nastySegment(random)
  const place = random.pick([
    '',
    `/${id}`,
    `/${id}`,
    `/${id}`,
    `/${id}/duplicate`,
    `/${id}/move`,
    `/versions/${id}`,
    `?${ask(random, names)}`,
  ])
  // A row that is there is never deleted: later requests need it.
  const methods = place === `/${id}` ? ['PATCH'] : ['POST', 'POST', 'PATCH', 'PUT']
  return {
    body: random.below(12) === 0 ? nastyBody(random) : JSON.stringify(dataFor(random, names)),
    headers: `${typeLine(random)}${random.pick(identities)}`,
    kind: `write ${slug}`,
    method: random.pick(methods),
    path: `/api/${slug}${place}${place.startsWith('?') ? '' : `?locale=${random.pick(['id', 'en', 'all', 'xx'])}&draft=${random.pick(['true', 'false', 'x'])}`}`,
  }
}

const upload: Target = (random, { identities }): Nonsense => {
  const name = encode(nastyWord(random)).slice(0, 300)
  const part = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${random.pick(['image/png', 'image/svg+xml', 'text/html', 'x', ''])}\r\n\r\n${nastyText(random).slice(0, 50_000)}\r\n`
  const data = `--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${nastyJson(random, { alt: 'x' })}\r\n`
  return {
    body: `${part}${random.below(3) === 0 ? '' : data}--x${random.pick(['--\r\n', '--', ''])}`,
    headers: `content-type: multipart/form-data; boundary=x\r\n${random.pick(identities)}`,
    kind: 'upload',
    method: 'POST',
    path: '/api/media',
  }
}

const ACCOUNT_DOORS = [
  'login',
  'login',
  'login',
  'forgot-password',
  'reset-password',
  'unlock',
  'refresh-token',
  'logout',
  'first-register',
  'verify/x',
  'me',
  'init',
] as const

const accounts: Target = (random, { identities }): Nonsense => {
  const body = { email: 'nobody@nowhere.test', password: 'x', token: 'x' }
  const door = random.pick(ACCOUNT_DOORS)
  return {
    body: nastyJson(random, body),
    headers: `${typeLine(random)}${random.pick(identities)}${nastyHeader(random)}`,
    kind: `account ${door}`,
    // Logging somebody out who is needed later would turn the rest into requests of guests.
    ...(door === 'logout' ? { headers: JSON_TYPE } : {}),
    method: random.pick(['POST', 'POST', 'POST', 'GET']),
    path: `/api/${random.pick(['staff', 'customers'])}/${door}`,
  }
}

const register: Target = (random): Nonsense => ({
  body: nastyJson(random, {
    email: `iseng-${random.text(8)}@contoh.id`,
    name: 'Iseng',
    password: 'rahasia-sekali-1',
    phone: '081234567890',
  }),
  headers: typeLine(random),
  kind: 'register',
  method: 'POST',
  path: '/api/customers',
})

/** Payload's generated API. */
export const restTargets: readonly Target[] = [
  read,
  read,
  read,
  read,
  readByPost,
  write,
  write,
  upload,
  accounts,
  accounts,
  register,
]
