import { beforeAll, describe, expect, it } from 'vitest'
import { createCustomer } from '../../factories/customer'
import { combine } from '../../support/combine'
import { type LoggedIn, logInAs, logInCustomer } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const people = {} as Record<'customer' | 'guest' | 'owner', LoggedIn>

beforeAll(async () => {
  people.guest = { headers: {}, id: '' }
  people.owner = await logInAs(inUse.shop, 'owner')
  const account = await createCustomer({ payload: inUse.shop.payload })
  people.customer = await logInCustomer(inUse.shop, account)
})

const nested = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((inner) => ({ and: [inner] }), { id: null })

/** What JSON can hold and no condition can be. */
const NO_CONDITIONS: readonly unknown[] = [
  { $ne: null },
  { $ne: { $ne: null } },
  [null],
  [{ id: { equals: 'x' } }],
  { and: [[null]] },
  { OR: [{ id: null }] },
  { id: null },
  { id: [] },
  { id: 'x' },
  { id: { equals: {} } },
  { id: { in: [{}] } },
  { id: { in: { x: 1 } } },
  { id: { contains: { id: null } } },
  { id: { contains: { and: [null] } } },
  { createdAt: { like: 5 } },
  { createdAt: { not_like: null } },
  { createdAt: { greater_than: { $gt: '' } } },
  { createdAt: { exists: {} } },
  nested(13),
  nested(60),
]

/** Right in form, whatever the field makes of it. */
const ODD_COMPARISONS: readonly unknown[] = [
  { equals: null },
  { equals: [] },
  { equals: ['x', null] },
  { equals: 1e300 },
  { not_equals: [true] },
  { in: 5 },
  { in: null },
  { in: [null, 1, 'x', true] },
  { not_in: '' },
  { contains: [null] },
  { contains: { id: { equals: 'x' } } },
  { greater_than: 'x' },
  { less_than_equal: [] },
  { exists: 'x' },
  { like: '%' },
  { nonsense: 'x' },
]

/** What stands behind its address is the name of a preference, also `count`. */
const KEYED = 'payload-preferences'

/** Nobody may read it at all, an owner neither: that is said before anything of the question. */
const CLOSED = 'payload-kv'

type Site = { names: string[]; places: string[]; slug: string }

/** Every collection, Payload's own among them, with a field of each of its types and what lies below. */
const sites = (): Site[] =>
  inUse.shop.payload.config.collections
    .filter(({ endpoints }) => endpoints !== false)
    .map(({ flattenedFields, slug, versions }) => {
      const byType = new Map<string, string>(flattenedFields.map(({ name, type }) => [type, name]))
      const below = ['json', 'relationship', 'richText'].flatMap((type) =>
        byType.has(type) ? [`${byType.get(type)}.x`, `${byType.get(type)}.id`] : [],
      )
      const names = [...byType.values(), ...below, 'id', 'x', '_id', 'toString', '__proto__']
      const places = ['', ...(slug === KEYED ? [] : ['/count']), ...(versions ? ['/versions'] : [])]
      return { names, places, slug }
    })

const write = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

/** Every third, each collection beginning elsewhere: each is asked of many collections. */
const share = <T>(all: readonly T[], start: number): [number, T][] =>
  [...all.entries()].filter(([at]) => (at + start) % 3 === 0)

const ask = async (path: string, by: LoggedIn): Promise<number> =>
  (await callShop(inUse.shop, path, { headers: by.headers })).status

/** Two odd comparisons for each field of a collection, at one of its doors each. */
const draw = ({ names, places, slug }: Site, start: number): string[] =>
  combine([...names.entries()], [0, 7]).map(([[at, name], turn]) => {
    const place = places[(at + turn) % places.length] ?? ''
    const path = place === '/versions' ? `version.${name}` : name
    const operand = ODD_COMPARISONS[(start + at + turn) % ODD_COMPARISONS.length]
    return `/api/${slug}${place}?where=${write({ or: [{ [path]: operand }] })}`
  })

describe('A condition in JSON', () => {
  it('that is none is refused in every collection, whoever asks and at every door', async () => {
    const passed: string[] = []
    for (const [start, { places, slug }] of sites().entries()) {
      for (const [at, condition] of share(NO_CONDITIONS, start)) {
        const path = `/api/${slug}${places[at % places.length]}?where=${write(condition)}`
        const status = await ask(path, people.owner)
        if (status !== (slug === CLOSED ? 403 : 400)) {
          passed.push(`${status} ${decodeURIComponent(path).slice(0, 120)}`)
        }
      }
      for (const by of [people.guest, people.customer]) {
        const status = await ask(`/api/${slug}?where=${write({ $ne: null })}`, by)
        expect([slug, status < 500 && status >= 400]).toEqual([slug, true])
      }
    }
    expect(passed).toEqual([])
    expect(sites().length).toBeGreaterThan(45)
  }, 120_000)

  it('that compares oddly is answered or refused, field by field, and never crashes', async () => {
    const crashes: string[] = []
    const questions = sites().flatMap(draw)
    for (const path of questions) {
      if ((await ask(path, people.owner)) >= 500) {
        crashes.push(decodeURIComponent(path))
      }
    }
    expect(crashes).toEqual([])
    expect(questions.length).toBeGreaterThan(700)
  }, 120_000)
})

/** Everything else that a read takes, with what nobody would send. */
const ODD_OPTIONS: readonly string[] = [
  'sort=__proto__',
  'sort[x]=id',
  'sort=',
  'sort[]=-&sort[]=id',
  'select=x',
  'select[id]=x',
  'select[__proto__][x]=true',
  'select[x][y][z]=true',
  'populate=x',
  'populate[staff]=x',
  'populate[x][y]=true',
  'populate[__proto__][y]=true',
  'joins=x',
  'joins[x][where]=x',
  'joins[x][limit]=-1',
  'joins[x][sort]=__proto__',
  'joins[items][where][id]=x',
  'joins[items][where][or][0]=x',
  'joins[items][page]=0',
  'depth=-1',
  'depth=x',
  'depth=1e9',
  'limit=-1',
  'limit=x',
  'limit[]=5',
  'page=0',
  'page=-1',
  'page=1e21',
  'locale=all',
  'locale=xx',
  'locale[]=id',
  'fallback-locale=xx',
  'draft=x',
  'draft[]=true',
  'trash=x',
  'trash[x]=true',
  'pagination=x',
  'data=null',
  'data={',
  'where[x]',
  'where=%00',
  'where=null',
  'flattenLocales=x',
]

describe('An option of a read', () => {
  it('that makes no sense is ignored or refused in every collection, and never crashes', async () => {
    const crashes: string[] = []
    for (const [start, { places, slug }] of sites().entries()) {
      const [row] = (
        await inUse.shop.payload.find({
          collection: slug as never,
          depth: 0,
          limit: 1,
          overrideAccess: true,
        })
      ).docs as { id?: string }[]
      const doors = [...places, `/${row?.id ?? '01a20418-2c4b-7399-a3c3-63a197903b15'}`]
      for (const [at, option] of share(ODD_OPTIONS, start)) {
        const path = `/api/${slug}${doors[(start + at) % doors.length]}?${option}`
        const status = await ask(path, people.owner)
        if (status >= 500) {
          crashes.push(`${status} ${path}`)
        }
      }
    }
    expect(crashes).toEqual([])
  }, 120_000)
})
