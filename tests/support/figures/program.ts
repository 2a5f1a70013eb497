import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'

import { type Figure, judge, type Measured } from './row'
import { formatFigures } from './print'

/** What a group is told. */
export type GroupOptions = {
  seed: number
  /** 1 is the full volume of the bars; below it counts and their bars shrink alike. */
  size: number
}

/** One group of figures. */
export type Group = (options: GroupOptions) => Promise<Measured[]>

type Options = GroupOptions & { json?: string; only: string[] }

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

const readNumber = (args: { fallback: number; name: string; text: string | undefined }): number => {
  const value = args.text === undefined ? args.fallback : Number(args.text)
  return Number.isFinite(value) && value > 0
    ? value
    : fail(`--${args.name} must be a number above 0`)
}

/** `--size small`: a quick look at everything, as `npm test` takes it. */
const SMALL = 0.02

const readSize = (text: string | undefined): number =>
  text === 'small' ? SMALL : readNumber({ fallback: 1, name: 'size', text })

const readOptions = (names: string[]): Options => {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { multiple: true, type: 'string' },
      seed: { type: 'string' },
      size: { type: 'string' },
    },
  })
  const only = (values.only ?? []).flatMap((text) => text.split(','))
  const unknown = only.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    fail(`No group ${unknown.join(', ')}; there are ${names.join(', ')}`)
  }
  return {
    only: only.length > 0 ? only : names,
    seed: readNumber({ fallback: 20_261_121, name: 'seed', text: values.seed }),
    size: readSize(values.size),
    ...(values.json === undefined ? {} : { json: values.json }),
  }
}

const describeRun = (options: Options): string =>
  `seed ${options.seed}, size ${options.size}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before`

const runGroup = async (args: {
  group: Group
  name: string
  options: Options
}): Promise<Figure[]> => {
  const { group, name, options } = args
  const startedAt = performance.now()
  try {
    const measured = await group(options)
    return measured.map((figure) => judge(figure, options.seed))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return [judge({ detail, name: `${name}-failed`, unit: '', value: Number.NaN }, options.seed)]
  } finally {
    process.stderr.write(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`)
  }
}

/**
 * Runs the wanted groups one after another, prints their figures, writes `--json`, and ends the
 * process: 0 when every bar is met, 1 when one is missed, 2 when the arguments are wrong.
 */
export const runProgramOfGroups = async (args: {
  /** Clears away what the groups shared, after the last of them. */
  finish?: () => Promise<void>
  groups: Record<string, Group>
  title: string
}): Promise<never> => {
  const options = readOptions(Object.keys(args.groups))
  process.stderr.write(`${args.title}: ${describeRun(options)}\n`)
  const figures: Figure[] = []
  for (const [name, group] of Object.entries(args.groups)) {
    if (options.only.includes(name)) {
      figures.push(...(await runGroup({ group, name, options })))
    }
  }
  await args.finish?.()
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`)
  }
  const red = figures.filter(({ ok }) => !ok).length
  const verdict = red === 0 ? 'every bar met' : `${red} red`
  process.stdout.write(
    `${formatFigures(figures)}\n${args.title}: ${figures.length} figures, ${verdict}\n`,
  )
  process.exit(red === 0 && figures.length > 0 ? 0 : 1)
}
