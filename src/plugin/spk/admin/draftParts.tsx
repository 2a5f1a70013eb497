import type { ReactElement } from 'react'

import type { SpkRemark } from '../queries/scene'
import { describeContent } from '../template'
import { DraftForm } from './DraftForm'
import type { Shown } from './view'

/** The form of a draft. */
export const Draft = ({ desk, found, text }: Shown): ReactElement => {
  const { panel, scene } = found
  return (
    <details open>
      <summary>{text.draft}</summary>
      <DraftForm
        desk={desk}
        identity={scene.identity}
        nikMasked={scene.nikMasked}
        template={scene.templateId}
        templates={panel.templates}
      />
    </details>
  )
}

/** What a draft still lacks. */
export const Faults = ({ found, locale, text }: Shown): null | ReactElement =>
  found.faults.length === 0 ? null : (
    <div role="status">
      <p>{text.draftFaults}:</p>
      <ul>
        {found.faults.map(({ code, field, text: said }) => (
          <li key={`${field}${code}`}>{said[locale]}</li>
        ))}
      </ul>
    </div>
  )

/** What a part of the content is called. */
const nameOf = ({ found: { scene }, locale, text }: Shown, field: string): string => {
  const { content } = scene.current ?? {}
  const entries = content && 'clauses' in content ? describeContent(content) : []
  const known = entries.find((entry) => entry.field === field)?.label[locale]
  return known ?? (field === '' ? text.remarkWhole : field)
}

/** What a customer wanted corrected, each with the name of its part. */
export const Remarks = (props: { remarks: readonly SpkRemark[] } & Shown): ReactElement => (
  <ul>
    {props.remarks.map(({ field, text }) => (
      <li key={`${field}${text}`}>
        <strong>{nameOf(props, field)}:</strong> “{text}”
      </li>
    ))}
  </ul>
)

/** What the customer wanted corrected last, where it is corrected. */
export const Wanted = (shown: Shown): null | ReactElement => {
  const [last] = shown.found.panel.remarks
  return last ? (
    <div role="status">
      <p>
        {shown.text.remarks} ({shown.text.edition(last.edition)}):
      </p>
      <Remarks {...shown} remarks={last.remarks} />
    </div>
  ) : null
}
