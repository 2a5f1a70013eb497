/** Words and names that must not be committed: machine paths, unfinished work, silenced checks, bins. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A forbidden pattern and where it is forbidden. */
export type Ban = { name: string; pattern: RegExp; applies(path: string): boolean }

const TEXT = /\.(?:[cm]?[jt]sx?|json|ya?ml|css|scss|html)$/
const BINS = /^(?:utils?|helpers?|common|managers?|data|misc)(?:\.\w+)*$/i

const isShop = (path: string) => path.startsWith('src/') && !path.startsWith('src/dev/')

/** Every ban; the words are put together here so that this file does not name them. */
export const bans: readonly Ban[] = [
  {
    name: 'a path of one machine',
    pattern: /["'`\s=(:]\/(?:home|root|tmp|Users)\//,
    applies: isShop,
  },
  {
    name: 'unfinished work',
    pattern: new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b`),
    applies: () => true,
  },
  {
    name: 'a silenced check',
    pattern: new RegExp(['eslint' + '-disable', '@ts-' + 'ignore', '@ts-' + 'nocheck'].join('|')),
    applies: () => true,
  },
]

/** What is wrong with one file, with line numbers. */
export function findForbidden(args: { path: string; text: string }): string[] {
  const active = bans.filter((ban) => ban.applies(args.path))
  return args.text
    .split('\n')
    .flatMap((line, index) =>
      active
        .filter(({ pattern }) => pattern.test(line))
        .map(({ name }) => `${args.path}:${index + 1}: ${name}`),
    )
}

/** Whether a file or folder is named after nothing, so that everything would fit into it. */
export function isBin(path: string): boolean {
  return path.split('/').some((part) => BINS.test(basename(part)))
}

function findFiles(): string[] {
  const folders = ['src', 'tests'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file)),
  )
  return [...folders, ...readdirSync('.')]
    .map((path) => path.split(sep).join('/'))
    .filter((path) => TEXT.test(path) && path !== 'package-lock.json')
    .filter((path) => !path.startsWith('src/migrations/') && path !== 'src/payload-types.ts')
}

function main(): void {
  const faults = findFiles().flatMap((path) => [
    ...(isBin(path) ? [`${path}: name it after what it does`] : []),
    ...findForbidden({ path, text: readFileSync(path, 'utf8') }),
  ])
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
