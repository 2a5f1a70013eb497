/**
 * Keeps the state tables of the features' README.md equal to their machines.
 * Checks by default; `--write` writes, and appends the block of a machine that has none yet.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

import { describeMachine, type Machine } from '../../src/plugin/kernel/machine'

const PLUGIN = 'src/plugin'
const BLOCK = /<!-- machine:([\w-]+) -->[^]*?<!-- \/machine -->/g

/** A README as it should be, and what is wrong with it as it is. */
export type Rendered = { text: string; faults: string[] }

/** Renders the machine blocks of one README. */
export function renderReadme(args: { text: string; machines: readonly Machine[] }): Rendered {
  const faults: string[] = []
  const seen = new Set<string>()
  const replaced = args.text.replace(BLOCK, (block: string, name: string) => {
    const machine = args.machines.find((candidate) => candidate.name === name)
    seen.add(name)
    if (!machine) faults.push(`describes '${name}', which is no machine of this feature`)
    const wanted = machine ? renderBlock(machine) : block
    if (wanted !== block) faults.push(`the table of '${name}' is out of date`)
    return wanted
  })
  const missing = args.machines.filter(({ name }) => !seen.has(name))
  for (const { name } of missing) faults.push(`has no block <!-- machine:${name} -->`)
  const added = missing.map(
    (machine) => `\n## Machine: ${machine.name}\n\n${renderBlock(machine)}\n`,
  )
  return { text: replaced.trimEnd() + '\n' + added.join(''), faults }
}

function renderBlock(machine: Machine): string {
  return `<!-- machine:${machine.name} -->\n\n${describeMachine(machine)}\n\n<!-- /machine -->`
}

function isMachine(value: unknown): value is Machine {
  const keys = ['name', 'initial', 'states', 'moves']
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}

/** Every exported machine by feature, found by the file name `machine.ts`. */
async function findMachines(): Promise<Map<string, Machine[]>> {
  const files = readdirSync(PLUGIN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`${sep}machine.ts`))
    .sort()
  const found = new Map<string, Machine[]>()
  for (const file of files) {
    const feature = file.split(sep)[0] ?? ''
    const module: unknown = await import(pathToFileURL(resolve(PLUGIN, file)).href)
    const machines = Object.values(module as Record<string, unknown>).filter(isMachine)
    found.set(feature, [...(found.get(feature) ?? []), ...machines])
  }
  return found
}

async function main(write: boolean): Promise<void> {
  for (const [feature, machines] of await findMachines()) {
    const path = join(PLUGIN, feature, 'README.md')
    if (!existsSync(path)) {
      report(`${path} is missing`)
      continue
    }
    const text = readFileSync(path, 'utf8')
    const rendered = renderReadme({ text, machines })
    if (write && rendered.text !== text) writeFileSync(path, rendered.text)
    if (!write) rendered.faults.forEach((fault) => report(`${path}: ${fault}`))
  }
}

function report(fault: string): void {
  console.error(fault)
  process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(process.argv.includes('--write'))
}
