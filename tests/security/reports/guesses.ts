import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Random } from '../../support/load/random'
import type { House } from './house'

import { atLeast, atMost, equal, type Measured } from '../../support/figures/row'
import { callShop } from '../../support/purchase'
import { fetchLink } from '../../support/downloads'

/** Eight from one address in ten minutes, sixty from all unknown ones in an hour; the window may turn once. */
const LIMITS = { all: 2 * 60, one: 2 * 8 }

const ONE = 40
const ALL = 160

type Tally = { answered: number; odd: number; told: number; tried: number }

/** Somebody has B's session, not his password, and guesses it where the report's is shown. */
const guess = async (
  { b, shop }: House,
  args: { addressOf: (at: number) => string; random: Random; total: number },
): Promise<Tally> => {
  const tally: Tally = { answered: 0, odd: 0, told: 0, tried: 0 }
  for (; tally.tried < args.total; tally.tried++) {
    const { code, json, status } = await callShop(
      shop,
      `/api/shop/orders/${b.token}/reports/password`,
      {
        body: { password: args.random.text(12) },
        headers: { ...b.headers, 'x-forwarded-for': args.addressOf(tally.tried) },
      },
    )
    tally.answered += code === 'customer.wrongLogin' ? 1 : 0
    tally.odd += ['customer.wrongLogin', 'rateLimited'].includes(code ?? '') ? 0 : 1
    tally.told += status === 200 || JSON.stringify(json).includes(b.password) ? 1 : 0
  }
  return tally
}

const opens = (file: string, password: string): boolean => {
  const { error, status } = spawnSync('qpdf', [`--password=${password}`, '--check', file])
  if (error) {
    throw new Error('qpdf is needed: apt-get install qpdf', { cause: error })
  }
  return status === 0
}

/** What somebody tries who has the file, and knows all that stands in mails and on pages. */
const wordsOf = ({ a, b }: House): string[] => [
  '',
  'password',
  'rahasia',
  a.password,
  b.token,
  b.account.email,
  b.account.password,
  b.analysis.report,
  b.password.toLowerCase(),
  b.password.toUpperCase(),
  b.password.slice(0, -1),
  `${b.password} `,
  [...b.password].toReversed().join(''),
]

const tryFile = async (
  house: House,
): Promise<{ opened: number; right: boolean; tried: number }> => {
  const { b, shop } = house
  const { json } = await callShop<{ link: { url: string } }>(
    shop,
    `/api/shop/orders/${b.token}/reports`,
    { body: { report: b.analysis.report } },
  )
  const { bytes } = await fetchLink(json.link.url)
  const folder = await mkdtemp(join(tmpdir(), 'laporan-'))
  try {
    const file = join(folder, 'laporan.pdf')
    await writeFile(file, bytes)
    const words = wordsOf(house).filter((word) => word !== b.password)
    const opened = words.filter((word) => opens(file, word)).length
    return { opened, right: opens(file, b.password), tried: words.length }
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

/** How many guesses get an answer at all, and what the file itself takes. */
export const measureGuesses = async (
  house: House,
  { random }: { random: Random; size: number },
): Promise<Measured[]> => {
  const one = await guess(house, { addressOf: () => '198.51.100.7', random, total: ONE })
  const spread = (at: number): string => `198.18.${at >> 8}.${at & 255}`
  const all = await guess(house, { addressOf: spread, random, total: ALL })
  const file = await tryFile(house)
  return [
    {
      bar: atLeast(ONE + ALL),
      name: 'report-guesses-tried',
      unit: '',
      value: one.tried + all.tried,
    },
    {
      bar: atMost(LIMITS.one),
      detail: `of ${ONE} from one address; all others were refused unread`,
      name: 'report-guesses-one-address',
      unit: '',
      value: one.answered,
    },
    {
      bar: atMost(LIMITS.all),
      detail: `of ${ALL} from as many addresses`,
      name: 'report-guesses-all-addresses',
      unit: '',
      value: all.answered,
    },
    { bar: equal(0), name: 'report-passwords-told', unit: '', value: one.told + all.told },
    {
      bar: equal(0),
      detail: 'neither refused nor limited',
      name: 'report-guesses-odd',
      unit: '',
      value: one.odd + all.odd,
    },
    { bar: atLeast(10), name: 'report-file-guesses-tried', unit: '', value: file.tried },
    { bar: equal(0), name: 'report-file-guesses-opened', unit: '', value: file.opened },
    {
      bar: equal(1),
      detail: 'control: its own password opens it',
      name: 'report-file-own-password',
      unit: '',
      value: file.right ? 1 : 0,
    },
  ]
}
