import { describe, expect, it } from 'vitest'

import { addChosen, arePictures, moveUp } from '@/storefront/spk/chosen'
import { resolveJourney, STAGES } from '@/storefront/spk/journey'

const standings = (state: Parameters<typeof resolveJourney>[0]) =>
  resolveJourney(state).map(({ standing }) => standing)

describe('the journey of an agreement', () => {
  it('has one stage under way until it is confirmed, everything before it done', () => {
    expect(standings('draft')).toEqual(['now', 'next', 'next', 'next', 'next', 'next'])
    expect(standings('awaitingSignature')).toEqual(['done', 'done', 'done', 'now', 'next', 'next'])
    expect(standings('finalStamp')).toEqual(['done', 'done', 'done', 'done', 'now', 'next'])
  })

  it('goes back when the content is corrected or the signature is wanted again', () => {
    expect(resolveJourney('revisionRequested')[0]).toEqual({ stage: 'draft', standing: 'now' })
    expect(resolveJourney('signatureRejected')[3]).toEqual({ stage: 'sign', standing: 'now' })
  })

  it('is all done once it is confirmed', () => {
    for (const state of ['confirmed', 'sealed', 'active', 'completed'] as const) {
      expect(standings(state)).toEqual(STAGES.map(() => 'done'))
    }
  })

  it('is no journey any more once it has ended on the way', () => {
    for (const state of ['cancelled', 'expired', 'superseded', 'terminated'] as const) {
      expect(resolveJourney(state)).toEqual([])
    }
  })
})

const file = (name: string, type = 'image/jpeg'): File =>
  new File([name], name, { lastModified: 1, type })

const names = (files: readonly File[]): string[] => files.map(({ name }) => name)

describe('files that are about to be sent', () => {
  it('gather photo by photo, each once', () => {
    const one = addChosen([], [file('1.jpg')])
    const two = addChosen(one, [file('2.jpg', 'image/png'), file('1.jpg')])
    expect(names(two)).toEqual(['1.jpg', '2.jpg'])
    expect(arePictures(two)).toBe(true)
    expect(names(addChosen(two, []))).toEqual(['1.jpg', '2.jpg'])
  })

  it('are one PDF or photos, never both: the last choice counts', () => {
    const scan = file('spk.pdf', 'application/pdf')
    expect(names(addChosen([file('1.jpg')], [scan]))).toEqual(['spk.pdf'])
    expect(names(addChosen([scan], [file('1.jpg')]))).toEqual(['1.jpg'])
    expect(arePictures([scan])).toBe(false)
    expect(arePictures([])).toBe(false)
  })

  it('are put into the order of their pages one place at a time', () => {
    const files = ['1.jpg', '3.jpg', '2.jpg'].map((name) => file(name))
    expect(names(moveUp(files, 2))).toEqual(['1.jpg', '2.jpg', '3.jpg'])
    expect(names(moveUp(files, 0))).toEqual(['1.jpg', '3.jpg', '2.jpg'])
  })
})
