'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import { PanelField, PanelForm } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import type { Desk } from './desk'
import { Line } from './Line'
import { SPK_TEXTS } from './spkTexts'

type Site = { how: string; id: string; name: string; url: string }

const Choice = (props: {
  label: string
  onChange: (value: string) => void
  options: readonly (readonly [value: string, text: string])[]
  value: string
}): ReactElement => (
  <PanelField label={props.label}>
    {(control) => (
      <select
        {...control}
        className="lunas-select"
        onChange={({ target }) => props.onChange(target.value)}
        value={props.value}
      >
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    )}
  </PanelField>
)

/** Keeps what the official verification said; a person asks it on its own site. */
export const OfficialForm = (props: { desk: Desk; sites: readonly Site[] }): ReactElement => {
  const { desk, sites } = props
  const text = SPK_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  const [wish, setWish] = useState({ note: '', result: 'match', site: sites[0]?.id ?? '' })
  const site = sites.find(({ id }) => id === wish.site)
  const submit = (): Promise<void> =>
    run({
      body: { ...wish, seen: desk.seen },
      done: text.officialDone,
      path: `${desk.path}/official-check`,
    })
  return (
    <PanelForm isBusy={isBusy} label={text.official} onSubmit={() => void submit()}>
      <Choice
        label={text.officialSite}
        onChange={(id) => setWish((before) => ({ ...before, site: id }))}
        options={sites.map(({ id, name }) => [id, name])}
        value={wish.site}
      />
      {site ? (
        <p>
          {site.how}{' '}
          <a href={site.url} rel="noreferrer" target="_blank">
            {text.open}
          </a>
        </p>
      ) : null}
      <Choice
        label={text.officialResult}
        onChange={(result) => setWish((before) => ({ ...before, result }))}
        options={Object.entries(text.officialResults)}
        value={wish.result}
      />
      <Line
        label={text.officialNote}
        maxLength={500}
        onChange={(note) => setWish((before) => ({ ...before, note }))}
        value={wish.note}
      />
    </PanelForm>
  )
}
