import { describe, expect, it } from 'vitest'

import { defineMachine } from '@/plugin/kernel/machine'

import { renderReadme } from '../../config/machineTables'

const label = { id: 'x', en: 'x' }
const lamp = defineMachine({
  name: 'lamp',
  initial: 'on',
  states: { on: { label }, off: { label, terminal: true } },
  moves: [{ event: 'break', from: ['on'], to: 'off', by: ['system'], label }],
})

describe('the state tables of a README', () => {
  it('are added once and then stay as they are', () => {
    const first = renderReadme({ text: '# Lamps\n', machines: [lamp] })
    expect(first.faults).toEqual(['has no block <!-- machine:lamp -->'])
    expect(first.text).toMatch(/^# Lamps\n\n## Machine: lamp\n\n<!-- machine:lamp -->\n/)
    const second = renderReadme({ text: first.text, machines: [lamp] })
    expect(second).toEqual({ text: first.text, faults: [] })
  })

  it('are rewritten when they are out of date, with the prose around them kept', () => {
    const text = 'Before.\n\n<!-- machine:lamp -->\nold $& table\n<!-- /machine -->\n\nAfter.\n'
    const { text: fresh, faults } = renderReadme({ text, machines: [lamp] })
    expect(faults).toEqual(["the table of 'lamp' is out of date"])
    expect(fresh).toMatch(/^Before\.[^]*\| `break` \|[^]*After\.\n$/)
    expect(fresh).not.toContain('old')
  })

  it('must not describe machines that are gone', () => {
    const text = '<!-- machine:candle -->\n<!-- /machine -->\n'
    const { faults } = renderReadme({ text, machines: [] })
    expect(faults).toEqual(["describes 'candle', which is no machine of this feature"])
  })
})
