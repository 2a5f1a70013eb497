import type { ReactElement } from 'react'

import { Records, Section } from '../../kernel/admin/Section'
import { panelButtons } from '../../kernel/machine'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { slugsOf } from '../../kernel/payload'
import { spkMachine } from '../machine'
import { newestFile } from '../queries/scene'
import { mayBeOverridden } from '../rules'
import { spkRuntime } from '../runtime'
import { resolveStampStage } from '../stamping/askStamp'
import type { BroughtKind } from '../staff/uploads'
import type { SpkState } from '../states'
import { describeContent } from '../template'
import { BringForm } from './BringForm'
import { DeedButton } from './DeedButton'
import { Draft, Faults, Remarks, Wanted } from './draftParts'
import { sayNext } from './nextTexts'
import type { Shown } from './view'

/** What can be brought while an agreement stands somewhere. */
const broughtIn = ({ found: { scene } }: Shown): readonly BroughtKind[] => {
  const kinds: Partial<Record<SpkState, readonly BroughtKind[]>> = {
    awaitingSignature: ['scan'],
    finalStamp: ['final'],
    issued: scene.mode === 'e-first' ? ['stamped'] : [],
    moreEvidence: ['photo'],
    signatureRejected: ['scan'],
  }
  return kinds[scene.state] ?? []
}

/** Where the shop has an account, it affixes the stamp by itself; what went wrong last is told. */
const Affix = ({ desk, found, payload, text }: Shown): null | ReactElement => {
  const isWanted = resolveStampStage(found.scene) !== null
  if (!isWanted || spkRuntime.get(payload).stamp.id === 'manual') {
    return null
  }
  const { failure } = found.panel.stamp ?? {}
  return (
    <>
      {failure ? (
        <p role="status">
          {text.affixFailed}: {failure}
        </p>
      ) : null}
      <DeedButton deed="stamp" desk={desk} done={text.affixAsked} label={text.affix} />
    </>
  )
}

const Deeds = (shown: Shown): ReactElement => {
  const { desk, found, text } = shown
  const { mode, state } = found.scene
  return (
    <>
      {state === 'draft' ? (
        <DeedButton deed="propose" desk={desk} done={text.proposed} label={text.propose} />
      ) : null}
      {state === 'dataConfirmed' ? (
        <>
          <p>{text.issueHint}</p>
          <DeedButton deed="issue" desk={desk} done={text.issued} label={text.issue} />
        </>
      ) : null}
      {state === 'issued' && mode !== 'e-first' ? (
        <DeedButton deed="send" desk={desk} done={text.sent} label={text.send} />
      ) : null}
      <Affix {...shown} />
      {broughtIn(shown).map((as) => (
        <BringForm as={as} desk={desk} key={as} />
      ))}
    </>
  )
}

/** Buttons whose move could be refused at once are not offered. */
const Moves = ({ found: { scene }, payload }: Shown): ReactElement => {
  const report = newestFile(scene, 'stamped')?.meterai ?? null
  const isOverridable = report !== null && report.serial !== null && mayBeOverridden(report)
  const hidden = [
    ...(isOverridable ? [] : ['overrideStamp']),
    ...(scene.isPaid ? ['revoke'] : []),
    ...(scene.orderState === 'cancelled' ? ['renew', 'reopen'] : []),
    scene.erasedAt === null ? 'renew' : 'reopen',
  ]
  return (
    <MoveButtons
      buttons={panelButtons(spkMachine).filter(({ event }) => !hidden.includes(event))}
      collection={slugsOf(payload).spks}
      id={scene.id}
      state={scene.state}
    />
  )
}

/** What is to be done next, as the state allows it. */
export const NextPart = (shown: Shown): ReactElement => {
  const { found, locale, text, url } = shown
  const { mode, state } = found.scene
  const said = sayNext(state, mode)
  return (
    <Section id="spk-next" title={text.next}>
      {said ? <p className="lunas-next">{said[locale]}</p> : null}
      {state === 'draft' || state === 'revisionRequested' ? <Wanted {...shown} /> : null}
      <Faults {...shown} />
      {state === 'draft' ? <Draft {...shown} /> : null}
      <Deeds {...shown} />
      <p>
        <a href={`${url}/preview`} rel="noreferrer" target="_blank">
          {text.preview}
        </a>
      </p>
      <Moves {...shown} />
    </Section>
  )
}

/** What was frozen for the customer, and what he wanted corrected. */
export const ContentPart = (shown: Shown): null | ReactElement => {
  const { found, locale, text } = shown
  const { panel, scene } = found
  const { current } = scene
  return current ? (
    <Section id="spk-content" title={text.content}>
      {panel.remarks.map(({ edition, remarks }) => (
        <div key={edition}>
          <p>
            {text.remarks} ({text.edition(edition)})
          </p>
          <Remarks {...shown} remarks={remarks} />
        </div>
      ))}
      <details>
        <summary>
          {text.edition(current.edition)} · {current.contentHash.slice(0, 12)}
        </summary>
        <Records
          caption={text.content}
          head={['', text.content]}
          rows={
            'clauses' in current.content
              ? describeContent(current.content).map(({ field, label, value }) => ({
                  cells: [
                    label[locale],
                    <span dir="auto" key="v">
                      {value}
                    </span>,
                  ],
                  key: field,
                }))
              : []
          }
        />
      </details>
    </Section>
  ) : null
}
