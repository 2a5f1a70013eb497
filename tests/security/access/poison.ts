import type { Random } from '../../support/load/random'

/** Values that nothing in the shop holds by itself, so that each is found again wherever it sticks. */
export const POISON = {
  date: '2001-02-03T04:05:06.000Z',
  number: 987_654,
  text: 'RACUN',
  uuid: '01890000-dead-7ead-bead-000000000666',
} as const

/** What an attacker would like to write, beside the fields that the config knows. */
export const WISHES = [
  'id',
  '_id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'role',
  'roles',
  'collection',
  'total',
  'price',
  'amount',
  'unitPrice',
  'discount',
  'status',
  'state',
  'paid',
  'paymentState',
  'customer',
  'grace',
  'confirmedBy',
  'hash',
  'salt',
  'apiKey',
  'enableAPIKey',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'loginAttempts',
  'lockUntil',
  'sessions',
  '_verified',
  '_verificationToken',
  'token',
  'number',
  'filename',
  'url',
  'sizes',
] as const

const OF_NAMES: Readonly<Record<string, readonly unknown[]>> = {
  _status: ['draft', 'published'],
  customer: [POISON.uuid, { id: POISON.uuid }],
  paymentState: ['paid', 'refunded'],
  role: ['owner', 'admin'],
  roles: [['owner'], ['admin']],
  sessions: [[{ id: POISON.uuid, createdAt: POISON.date, expiresAt: '2099-01-01T00:00:00.000Z' }]],
  state: ['paid', 'open', 'cancelled', 'fulfilled'],
  status: ['paid'],
}

const ANY: readonly unknown[] = [
  POISON.text,
  POISON.number,
  POISON.uuid,
  POISON.date,
  true,
  null,
  [],
  { equals: POISON.text },
]

/** A value for a field of this name. */
export const poisonFor = (name: string, random: Random): unknown =>
  random.pick(OF_NAMES[name] && random.below(4) > 0 ? OF_NAMES[name] : ANY)

type Dress = (name: string, value: unknown) => { query?: string; raw: string }

const json = (value: unknown): { raw: string } => ({ raw: JSON.stringify(value) })

/** Every way to smuggle a field into a body. */
export const DRESSES: Readonly<Record<string, Dress>> = {
  array: (name, value) => json([{ [name]: value }]),
  throughConstructor: (name, value) => ({
    raw: `{"constructor":{"prototype":{${JSON.stringify(name)}:${JSON.stringify(value)}}}}`,
  }),
  document: (name, value) => json({ doc: { [name]: value }, data: { [name]: value } }),
  dotted: (name, value) => json({ [`customer.${name}`]: value, [`data.${name}`]: value }),
  inQuery: (name, value) => ({
    query: `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
    raw: '{}',
  }),
  nested: (name, value) => json({ customer: { [name]: value }, user: { [name]: value } }),
  payload: (name, value) => json({ _payload: JSON.stringify({ [name]: value }) }),
  plain: (name, value) => json({ [name]: value }),
  throughProto: (name, value) => ({
    raw: `{"__proto__":{${JSON.stringify(name)}:${JSON.stringify(value)}}}`,
  }),
  withLocale: (name, value) => ({
    ...json({ [name]: { en: value, id: value } }),
    query: 'locale=all',
  }),
}
