'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { ChecklistKey } from '../checklist'
import type { Desk } from './desk'

import { PanelForm } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { CHECKLIST } from '../checklist'
import { REASON_CODES, REASON_TEXTS, type ReasonCode } from '../staff/reasons'
import { Lines } from './Line'
import { SPK_TEXTS } from './spkTexts'

const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((each) => each !== one) : [...list, one]

const Picks = <T extends string>(props: {
  legend: string
  onToggle: (key: T) => void
  options: readonly (readonly [key: T, label: string])[]
  picked: readonly T[]
}): ReactElement => (
  <fieldset className="lunas-picks">
    <legend>{props.legend}</legend>
    {props.options.map(([key, label]) => (
      <label key={key}>
        <input
          checked={props.picked.includes(key)}
          onChange={() => props.onToggle(key)}
          type="checkbox"
          value={key}
        />{' '}
        {label}
      </label>
    ))}
  </fieldset>
)

type AcceptProps = {
  checks: readonly ChecklistKey[]
  desk: Desk
  isRed: boolean
  needsSecond: boolean
  /** Of the scan that stands on this page. */
  sha256: string
}

/** Everything ticked, a reason where a finding is red: then it can be accepted. */
export const AcceptForm = (props: AcceptProps): ReactElement => {
  const { checks, desk, isRed, needsSecond, sha256 } = props
  const locale = usePanelLocale()
  const text = SPK_TEXTS[locale]
  const { isBusy, run } = useShopDeed()
  const [ticked, setTicked] = useState<readonly ChecklistKey[]>([])
  const [overrideReason, setReason] = useState('')
  const accept = (): Promise<void> =>
    run({
      body: {
        checklist: Object.fromEntries(ticked.map((key) => [key, true])),
        overrideReason,
        seen: desk.seen,
        sha256,
      },
      done: text.accepted,
      path: `${desk.path}/accept`,
    })
  return (
    <PanelForm isBusy={isBusy} label={text.accept} onSubmit={() => void accept()}>
      <Picks
        legend={text.checklist}
        onToggle={(key) => setTicked((before) => toggled(before, key))}
        options={checks.map((key) => [key, CHECKLIST[key][locale]])}
        picked={ticked}
      />
      {isRed ? (
        <Lines
          hint={text.overrideHint}
          isRequired
          label={text.overrideReason}
          maxLength={1_000}
          minLength={10}
          onChange={setReason}
          value={overrideReason}
        />
      ) : null}
      {needsSecond ? <p>{text.secondPerson}</p> : null}
    </PanelForm>
  )
}

/** Sends a signature back with its reasons. */
export const RejectForm = ({ desk }: { desk: Desk }): ReactElement => {
  const locale = usePanelLocale()
  const text = SPK_TEXTS[locale]
  const { isBusy, run } = useShopDeed()
  const [reasons, setReasons] = useState<readonly ReasonCode[]>([])
  const [note, setNote] = useState('')
  const reject = (): Promise<void> =>
    run({
      body: { note, reasons, seen: desk.seen },
      done: text.rejected,
      path: `${desk.path}/reject`,
    })
  return (
    <PanelForm isBusy={isBusy} isDanger label={text.reject} onSubmit={() => void reject()}>
      <Picks
        legend={text.rejectReasons}
        onToggle={(code) => setReasons((before) => toggled(before, code))}
        options={REASON_CODES.map((code) => [code, REASON_TEXTS[code][locale]])}
        picked={reasons}
      />
      <Lines label={text.rejectNote} maxLength={1_000} onChange={setNote} value={note} />
    </PanelForm>
  )
}

/** Asks for a photo of the signed paper. */
export const PhotoForm = ({ desk }: { desk: Desk }): ReactElement => {
  const text = SPK_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  const [note, setNote] = useState('')
  const ask = (): Promise<void> =>
    run({ body: { note, seen: desk.seen }, done: text.photoAsked, path: `${desk.path}/photo` })
  return (
    <PanelForm isBusy={isBusy} label={text.askPhoto} onSubmit={() => void ask()}>
      <Lines label={text.photoNote} maxLength={1_000} onChange={setNote} value={note} />
    </PanelForm>
  )
}
