import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { nameLines } from '@/dev/testLines.mjs'
import { stages } from '@/dev/testSteps.mjs'

const steps = stages.flat(2).map(({ name }) => name)

/** Names of the stage in which a step runs, lane by lane. */
const stageOf = (name: string): string[][] =>
  stages
    .map((lanes) => lanes.map((lane) => lane.map((step) => step.name)))
    .find((lanes) => lanes.flat().includes(name)) ?? []

describe('npm test', () => {
  it('runs every step once', () => {
    expect([...steps].sort()).toEqual(['build', 'chaos', 'check', 'e2e', 'int', 'security', 'unit'])
  })

  it('builds before browsers come, and not while generated files are written', () => {
    expect([stageOf('check'), stageOf('build')]).toEqual([[['check']], [['build']]])
    const order = ['check', 'build', 'e2e'].map((name) => steps.indexOf(name))
    expect([...order].sort((a, b) => a - b)).toEqual(order)
  })

  it('leaves the machine to the step that measures seconds, and its time to every browser', () => {
    expect(stageOf('chaos')).toEqual([['chaos']])
    const yielding = stages.flat(2).filter(({ yields }) => yields)
    expect(yielding.map(({ name }) => name)).toEqual(['unit', 'int'])
  })

  it('never lets two steps use the same stand at once', () => {
    for (const lanes of stages) {
      const stands = lanes.filter((lane) =>
        lane.some(({ name }) => ['chaos', 'security'].includes(name)),
      )
      expect(stands.length).toBeLessThanOrEqual(1)
    }
  })
})

describe('what runs side by side', () => {
  it('tells line by line whose words they are, however they come in', async () => {
    const stream = new PassThrough()
    const told: string[] = []
    nameLines({ name: 'e2e', print: (line) => told.push(line), streams: [stream] })
    for (const piece of ['one\ntw', 'o\n', '\nla', 'st']) {
      stream.write(piece)
    }
    stream.end()
    await new Promise((resolve) => stream.once('end', resolve))
    expect(told).toEqual([
      'e2e       | one\n',
      'e2e       | two\n',
      'e2e       | \n',
      'e2e       | last\n',
    ])
  })
})
