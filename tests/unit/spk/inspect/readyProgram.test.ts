import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { readyProgram } from '@/plugin/spk/inspect/readyProgram'

let home = ''

const write = (name: string, text: string): string => {
  const file = join(home, name)
  writeFileSync(file, text)
  return file
}

/** What a program says, started as the inspecting process starts it. */
const say = async (program: string): Promise<string> => {
  const { file, loader } = await readyProgram(program)
  const start = [
    resolve('src/plugin/spk/inspect/bootstrap.mjs'),
    pathToFileURL(file).href,
    'folder',
  ]
  const loaded = loader === null ? [] : [import.meta.resolve(loader)]
  return execFileSync(process.execPath, [...start, ...loaded], { encoding: 'utf8' })
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lunas-ready-'))
  mkdirSync(join(home, 'node_modules'))
  write('package.json', '{ "type": "module" }')
  write('word.ts', "export const word: string = 'first'\n")
  write(
    'program.ts',
    "import { word } from './word'\nexport const serve = (folder: string): void => void process.stdout.write(`${word} ${folder}`)\n",
  )
})

afterEach(() => rmSync(home, { force: true, recursive: true }))

describe('a program of the inspecting process', () => {
  test('starts from one file, without a loader', async () => {
    const { file, loader } = await readyProgram(join(home, 'program.ts'))
    expect(loader).toBeNull()
    expect(file.startsWith(join(home, 'node_modules', '.cache', 'lunas'))).toBe(true)
    expect(await say(join(home, 'program.ts'))).toBe('first folder')
  })

  test('is bundled anew when any of its sources changes, and only then', async () => {
    const { file } = await readyProgram(join(home, 'program.ts'))
    const made = statSync(file).ino
    await readyProgram(join(home, 'program.ts'))
    expect(statSync(file).ino).toBe(made)
    write('word.ts', "export const word: string = 'second'\n")
    expect(await say(join(home, 'program.ts'))).toBe('second folder')
    expect(statSync(file).ino).not.toBe(made)
  })

  test('is bundled anew when somebody damaged the bundle’s first line', async () => {
    const { file } = await readyProgram(join(home, 'program.ts'))
    writeFileSync(file, 'throw new Error()\n')
    expect(await say(join(home, 'program.ts'))).toBe('first folder')
  })

  test('many at once find one whole bundle', async () => {
    const program = join(home, 'program.ts')
    const all = await Promise.all(Array.from({ length: 5 }, () => say(program)))
    expect(new Set(all)).toEqual(new Set(['first folder']))
  })

  test('is read by the loader where nothing can be written', async () => {
    write('node_modules/.cache', 'a file, where a folder should be')
    const { file, loader } = await readyProgram(join(home, 'program.ts'))
    expect([file, loader]).toEqual([join(home, 'program.ts'), 'tsx/esm/api'])
    expect(await say(join(home, 'program.ts'))).toBe('first folder')
  })

  test('that is compiled already is taken as it is', async () => {
    const compiled = write('compiled.js', 'export const serve = () => undefined\n')
    expect(await readyProgram(compiled)).toEqual({ file: compiled, loader: null })
  })
})
