import type { ReactElement } from 'react'

import type { StoredAnalysis } from '../queries/analysis'

import { Badge } from '../../kernel/admin/Badge'
import { Section } from '../../kernel/admin/Section'
import type { Tone } from '../../kernel/machine'
import { resolveChecklist } from '../checklist'
import type { Severity } from '../evidence'
import { readAnalysis } from '../queries/analysis'
import { newestFile, type SpkFile } from '../queries/scene'
import { PageCompare, type PagePair } from './PageCompare'
import { AcceptForm, PhotoForm, RejectForm } from './ReviewForms'
import type { Shown } from './view'

const TONES: Record<Severity, Tone> = {
  amber: 'warning',
  blocking: 'danger',
  green: 'success',
  red: 'danger',
}

const ORDER: readonly Severity[] = ['blocking', 'red', 'amber', 'green']

const pairsOf = ({ found, url }: Shown, analysis: null | StoredAnalysis): PagePair[] =>
  (found.scene.current?.layout?.pages ?? []).map((_, at) => {
    const page = at + 1
    const crop = analysis?.crops.find(({ name }) => name === `page-${page}`)
    return {
      issued: `${url}/issued/${page}`,
      page,
      returned: crop ? `${url}/pictures/${crop.fileId}` : null,
    }
  })

const Findings = ({
  analysis,
  locale,
  text,
}: { analysis: StoredAnalysis } & Shown): ReactElement => (
  <>
    <h3>{text.findings}</h3>
    <p>{text.findingsNote}</p>
    {analysis.findings.length === 0 ? <p>{text.findingsNone}</p> : null}
    <ul className="lunas-attempts">
      {[...analysis.findings]
        .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
        .map(({ page, severity, signal, text: said }, at) => (
          <li key={at}>
            <Badge tone={TONES[severity]}>{text.severities[severity]}</Badge>{' '}
            {page === null ? '' : `${text.page(page)}: `}
            {said[locale]} <small>({signal})</small>
          </li>
        ))}
    </ul>
  </>
)

const Crops = ({ analysis, text, url }: { analysis: StoredAnalysis } & Shown): ReactElement => (
  <>
    <h3>{text.crops}</h3>
    <div className="lunas-crops">
      {analysis.crops
        .filter(({ name }) => !name.startsWith('page-'))
        .map(({ fileId, height, name, width }) => {
          const label = text.cropNames[name.split('-')[0] ?? name] ?? name
          return (
            <figure key={fileId}>
              <img
                alt={label}
                height={height}
                loading="lazy"
                src={`${url}/pictures/${fileId}`}
                width={width}
              />
              <figcaption>{label}</figcaption>
            </figure>
          )
        })}
    </div>
  </>
)

const Photos = ({ found, text, url }: Shown): null | ReactElement => {
  const photos = found.panel.files.filter(
    ({ edition, kind, mime }) =>
      kind === 'photo' && edition === found.scene.edition && mime.startsWith('image/'),
  )
  return photos.length === 0 ? null : (
    <>
      <h3>{text.photos}</h3>
      <div className="lunas-crops">
        {photos.map(({ id }) => (
          <img alt={text.photos} key={id} loading="lazy" src={`${url}/pictures/${id}`} />
        ))}
      </div>
    </>
  )
}

const Decision = (
  shown: { analysis: null | StoredAnalysis; scan: SpkFile } & Shown,
): ReactElement => {
  const { analysis, desk, found, scan, text } = shown
  const { mode, state, vouchedBy } = found.scene
  const isRed = analysis?.findings.some(({ severity }) => severity === 'red') ?? false
  return (
    <div className="lunas-contract__forms">
      {state === 'underReview' ? (
        <>
          <details open>
            <summary>{text.accept}</summary>
            <AcceptForm
              checks={resolveChecklist(mode)}
              desk={desk}
              isRed={isRed}
              needsSecond={vouchedBy !== null}
              sha256={scan.sha256}
            />
          </details>
          <details>
            <summary>{text.askPhoto}</summary>
            <PhotoForm desk={desk} />
          </details>
        </>
      ) : null}
      <details>
        <summary>{text.reject}</summary>
        <RejectForm desk={desk} />
      </details>
    </div>
  )
}

/** The returned document beside the issued one, what was seen in it, and the decision about it. */
export const ReviewPart = (shown: Shown): null | ReactElement => {
  const { found, text } = shown
  const scan = newestFile(found.scene, 'scan')
  const analysis = readAnalysis(scan?.analysis)
  if (!scan || scan.fault) {
    return null
  }
  const isOpen = found.scene.state === 'underReview' || found.scene.state === 'moreEvidence'
  return (
    <Section id="spk-review" title={text.review}>
      <h3>{text.compare}</h3>
      <PageCompare pairs={pairsOf(shown, analysis)} />
      {analysis ? <Crops {...shown} analysis={analysis} /> : null}
      <Photos {...shown} />
      {analysis ? <Findings {...shown} analysis={analysis} /> : null}
      {isOpen ? <Decision {...shown} analysis={analysis} scan={scan} /> : null}
    </Section>
  )
}
