'use client'

import type { ReactElement } from 'react'

import type { Notice } from '../actions/bulk'

import { PanelField } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { OVERDUE_TEXTS } from './overdueTexts'

/** What is to be sent, and how. */
export type NoticeWish = Pick<Notice, 'kind' | 'text' | 'ways'>

const WAYS = ['email', 'whatsapp'] as const
const KINDS = ['notice', 'choice'] as const

type FieldsProps = { onChange: (wish: NoticeWish) => void; wish: NoticeWish }

const Kinds = ({ onChange, wish }: FieldsProps): ReactElement => {
  const text = OVERDUE_TEXTS[usePanelLocale()]
  return (
    <fieldset className="lunas-picks">
      <legend>{text.kind}</legend>
      {KINDS.map((kind) => (
        <label key={kind}>
          <input
            checked={wish.kind === kind}
            name="kind"
            onChange={() => onChange({ ...wish, kind })}
            type="radio"
            value={kind}
          />
          {text[kind]}
        </label>
      ))}
    </fieldset>
  )
}

const Ways = ({ onChange, wish }: FieldsProps): ReactElement => {
  const text = OVERDUE_TEXTS[usePanelLocale()]
  return (
    <fieldset className="lunas-picks">
      <legend>{text.ways}</legend>
      {WAYS.map((way) => (
        <label key={way}>
          <input
            checked={wish.ways.includes(way)}
            onChange={({ target }) =>
              onChange({
                ...wish,
                ways: WAYS.filter((each) =>
                  each === way ? target.checked : wish.ways.includes(each),
                ),
              })
            }
            type="checkbox"
            value={way}
          />
          {text[way]}
        </label>
      ))}
    </fieldset>
  )
}

/** Kind, ways and words of a notice. */
export const NoticeFields = (props: FieldsProps): ReactElement => {
  const { onChange, wish } = props
  const text = OVERDUE_TEXTS[usePanelLocale()]
  return (
    <>
      <Kinds {...props} />
      <Ways {...props} />
      <PanelField
        hint={wish.kind === 'notice' ? text.noticeHint : text.choiceHint}
        label={text.text}
      >
        {(control) => (
          <textarea
            {...control}
            maxLength={1000}
            onChange={({ target }) => onChange({ ...wish, text: target.value })}
            rows={3}
            value={wish.text}
          />
        )}
      </PanelField>
    </>
  )
}
