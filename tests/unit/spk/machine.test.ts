import { describe, expect, it } from 'vitest'

import { allowedEvents, findMove, type Role } from '@/plugin/kernel/machine'
import { spkMachine } from '@/plugin/spk'
import { CONFIRMED_STATES, LIVE_STATES } from '@/plugin/spk/states'

/** Who may: system, customer, admin, owner. */
const WHO: Record<string, Role> = { a: 'admin', c: 'customer', o: 'owner', s: 'system' }

const CANCEL = 'cancelled sao'

/** Every legal cell: state, event, target and who. Whatever is not here is refused to everybody. */
const SPK: Record<string, Record<string, string>> = {
  active: { complete: 'completed s', terminate: 'terminated ao' },
  analysing: {
    cancel: CANCEL,
    faultAnalysis: 'awaitingSignature s',
    finishAnalysis: 'underReview s',
  },
  awaitingSignature: {
    bringScan: 'analysing cao',
    cancel: CANCEL,
    decline: 'cancelled c',
    expire: 'expired s',
    refuseContent: 'revisionRequested c',
    supersede: 'superseded ao',
  },
  cancelled: { renew: 'superseded ao', reopen: 'draft ao' },
  completed: {},
  confirmed: { revoke: 'underReview ao', seal: 'sealed s' },
  dataConfirmed: { cancel: CANCEL, issue: 'issued sao', withdraw: 'draft ao' },
  draft: { cancel: CANCEL, propose: 'validating ao' },
  expired: { renew: 'superseded ao', reopen: 'draft ao' },
  finalCheck: { cancel: CANCEL, failFinal: 'finalStamp s', passFinal: 'confirmed s' },
  finalStamp: { bringFinal: 'finalCheck sao', cancel: CANCEL },
  issued: {
    bringStamp: 'stampCheck sao',
    cancel: CANCEL,
    overrideStamp: 'awaitingSignature ao',
    sendForSignature: 'awaitingSignature sao',
    supersede: 'superseded ao',
  },
  moreEvidence: {
    bringPhoto: 'underReview cao',
    cancel: CANCEL,
    decline: 'cancelled c',
    expire: 'expired s',
    rejectSignature: 'signatureRejected ao',
    supersede: 'superseded ao',
  },
  revisionRequested: { cancel: CANCEL, revise: 'draft ao' },
  sealed: { activate: 'active s', revoke: 'underReview ao' },
  signatureRejected: {
    bringScan: 'analysing cao',
    cancel: CANCEL,
    decline: 'cancelled c',
    expire: 'expired s',
    refuseContent: 'revisionRequested c',
    supersede: 'superseded ao',
  },
  stampCheck: { cancel: CANCEL, failStamp: 'issued s', passStamp: 'awaitingSignature s' },
  superseded: {},
  terminated: {},
  underReview: {
    accept: 'confirmed ao',
    acceptForStamp: 'finalStamp ao',
    askPhoto: 'moreEvidence ao',
    cancel: CANCEL,
    rejectSignature: 'signatureRejected ao',
    supersede: 'superseded ao',
    vouch: 'underReview ao',
  },
  validating: {
    cancel: CANCEL,
    confirmContent: 'dataConfirmed c',
    decline: 'cancelled c',
    expire: 'expired s',
    remark: 'revisionRequested c',
    withdraw: 'draft ao',
  },
}

const ROLES: readonly Role[] = ['system', 'customer', 'editor', 'admin', 'owner']

const cellOf = (from: string, event: string): string => {
  const move = findMove({ event, from, machine: spkMachine })
  const letters = Object.keys(WHO)
    .filter((letter) => move?.by.includes(WHO[letter] as Role))
    .sort((a, b) => 'scao'.indexOf(a) - 'scao'.indexOf(b))
  return move ? `${move.to} ${letters.join('')}` : ''
}

describe('The SPK machine', () => {
  const events = [...new Set(spkMachine.moves.map(({ event }) => event))]
  const states = Object.keys(spkMachine.states)

  it('knows exactly the states of the table', () => {
    expect(states.sort()).toEqual(Object.keys(SPK).sort())
  })

  it.each(states)('from %s allows exactly what the table says, to exactly whom', (from) => {
    for (const event of events) {
      expect([from, event, cellOf(from, event)]).toEqual([from, event, SPK[from]?.[event] ?? ''])
    }
  })

  it('offers each role exactly its cells', () => {
    for (const from of states) {
      for (const role of ROLES) {
        const offered = allowedEvents({ by: role, from, machine: spkMachine })
        const letter = Object.keys(WHO).find((each) => WHO[each] === role) ?? '-'
        const told = Object.entries(SPK[from] ?? {}).filter(([, cell]) =>
          (cell.split(' ')[1] ?? '').includes(letter),
        )
        expect([from, role, [...offered].sort()]).toEqual([
          from,
          role,
          told.map(([event]) => event).sort(),
        ])
      }
    }
  })

  it('lets nothing but an acceptance, or the stamp after it, confirm', () => {
    const confirming = spkMachine.moves.filter(({ to }) => to === 'confirmed')
    expect(confirming.map(({ event }) => event).sort()).toEqual(['accept', 'passFinal'])
  })

  it('can be cancelled as long as it is not confirmed, and not afterwards', () => {
    const cancel = spkMachine.moves.find(({ event }) => event === 'cancel')
    expect([...(cancel?.from ?? [])].sort()).toEqual([...LIVE_STATES].sort())
    expect(CONFIRMED_STATES.filter((state) => cancel?.from.includes(state as never))).toEqual([])
  })
})
