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
import { askOddly } from './questions'
import { nastyJson, typeLine } from './shopApi'
import { JSON_TYPE, type Nonsense, type Target } from './target'

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
    path: `/api/${slug}${place}?${askOddly(random, names)}`,
  }
}

const readByPost: Target = (random, { identities, sites }): Nonsense => {
  const { names, slug } = random.pick(sites)
  return {
    body: askOddly(random, names),
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
    `?${askOddly(random, names)}`,
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
