import type { ReactElement } from 'react'

import { Records, Section } from '../../kernel/admin/Section'
import { Story } from '../../kernel/admin/Story'
import { formatInstantShort } from '../../kernel/time'
import { OFFICIAL_CHECKS } from '../emeterai/officialChecks'
import { spkMachine } from '../machine'
import { newestFile } from '../queries/scene'
import { VERDICT_TEXTS } from '../staff/rules'
import { FILE_KINDS, LOOK_WORDS, SPK_DEEDS } from '../words'
import { Facts } from './Facts'
import { OfficialForm } from './OfficialForm'
import type { Shown } from './view'

const sizeOf = (bytes: number): string => `${Math.ceil(bytes / 1_024).toLocaleString('id-ID')} KB`

/** Every file of the agreement, to be saved; never opened in the browser. */
export const FilesPart = ({ found, locale, text, url }: Shown): ReactElement => (
  <Section id="spk-files" title={text.files}>
    {found.panel.files.length === 0 ? (
      <p>{text.filesNone}</p>
    ) : (
      <Records
        caption={text.files}
        head={[text.file, text.edition(0).replace(' 0', ''), text.by, 'SHA-256', text.downloadFile]}
        rows={found.panel.files.map((file) => ({
          cells: [
            <span key="k">
              {FILE_KINDS[file.kind].label[locale]}
              {file.fault ? ` (${text.fault})` : ''}
            </span>,
            file.edition,
            <span key="b">
              <bdi>{file.broughtBy}</bdi>, {formatInstantShort(new Date(file.createdAt), locale)}
            </span>,
            <code key="h">{file.sha256.slice(0, 16)}…</code>,
            <a href={`${url}/files/${file.id}`} key="d">
              {text.downloadFile} ({sizeOf(file.size)})
            </a>,
          ],
          key: file.id,
        }))}
      />
    )}
  </Section>
)

/** What the e-Meterai turned out to be, and what the official site says of it. */
export const MeteraiPart = ({ desk, found, locale, text }: Shown): null | ReactElement => {
  const { scene } = found
  const file = newestFile(scene, 'final') ?? newestFile(scene, 'stamped')
  const { meterai } = file ?? {}
  return file ? (
    <Section id="spk-meterai" title={text.stamp}>
      {meterai ? (
        <>
          <Facts
            facts={[
              [text.stampOn, VERDICT_TEXTS[meterai.verdict][locale]],
              [text.serial, meterai.serial],
              [text.official, scene.officialCheck],
            ]}
          />
          <ul>
            {meterai.notes.map((note) => (
              <li key={note.id}>{note[locale]}</li>
            ))}
          </ul>
        </>
      ) : null}
      <details>
        <summary>{text.official}</summary>
        <OfficialForm
          desk={desk}
          sites={OFFICIAL_CHECKS.map(({ how, id, name, url }) => ({
            how: how[locale],
            id,
            name,
            url,
          }))}
        />
      </details>
    </Section>
  ) : null
}

const sayStep = (step: { event: string }, locale: Shown['locale']): string => {
  const label =
    spkMachine.moves.find(({ event }) => event === step.event)?.label ??
    Object.entries(SPK_DEEDS).find(([event]) => event === step.event)?.[1].label
  return label?.[locale] ?? step.event
}

/** What has happened, and who has looked at what. */
export const PastPart = ({ found, locale, text }: Shown): ReactElement => {
  const { looks, steps } = found.panel
  const whats: Record<string, { label: { en: string; id: string } }> = LOOK_WORDS
  return (
    <Section id="spk-past" title={text.history}>
      <Story
        locale={locale}
        steps={steps.map((step, at) => ({
          at: step.at,
          by: step.by,
          key: `${at}`,
          reason: step.reason,
          what: sayStep(step, locale),
        }))}
      />
      <details>
        <summary>{text.looks}</summary>
        <ul className="lunas-attempts">
          {looks.map(({ at, by, file, what }, index) => (
            <li key={index}>
              {formatInstantShort(new Date(at), locale)}: <bdi>{by ?? '–'}</bdi>,{' '}
              {whats[what]?.label[locale] ?? what} {file ?? ''}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}
