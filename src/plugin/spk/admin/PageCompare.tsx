'use client'

import type { ReactElement } from 'react'

import { type RefObject, type UIEvent, useRef, useState } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { SPK_TEXTS, type SpkTexts } from './spkTexts'

/** One page as it was issued and as it came back; addresses of pictures. */
export type PagePair = { issued: string; page: number; returned: null | string }

const ZOOMS = [100, 200, 300, 400, 500, 600] as const

type Window = RefObject<HTMLDivElement | null>

/** What is looked at on one page is looked at on the other: both windows move together. */
const follow = (
  { currentTarget: from }: UIEvent<HTMLDivElement>,
  { current: to }: Window,
): void => {
  if (to && (to.scrollLeft !== from.scrollLeft || to.scrollTop !== from.scrollTop)) {
    to.scrollTo({ behavior: 'instant', left: from.scrollLeft, top: from.scrollTop })
  }
}

const Sheet = (props: {
  alt: string
  frame: Window
  other: Window
  src: string
  zoom: number
}): ReactElement => (
  <div
    aria-label={props.alt}
    className="lunas-sheet"
    onScroll={(event) => follow(event, props.other)}
    ref={props.frame}
    role="group"
    tabIndex={0}
  >
    {/* Private and never the same twice: nothing to optimise. */}
    <img alt={props.alt} loading="lazy" src={props.src} style={{ width: `${props.zoom}%` }} />
  </div>
)

const Overlay = (props: { pair: PagePair; text: SpkTexts; zoom: number }): ReactElement => {
  const { pair, text, zoom } = props
  const [share, setShare] = useState(50)
  const id = `lunas-overlay-${pair.page}`
  return (
    <>
      <label htmlFor={id}>
        {text.issuedPage} ↔ {text.returnedPage}
      </label>
      <input
        className="lunas-slider"
        id={id}
        max={100}
        min={0}
        onChange={({ target }) => setShare(Number(target.value))}
        type="range"
        value={share}
      />
      <div
        aria-label={`${text.overlay}, ${text.page(pair.page)}`}
        className="lunas-sheet"
        role="group"
        tabIndex={0}
      >
        <div className="lunas-sheet__stack" style={{ width: `${zoom}%` }}>
          <img alt="" loading="lazy" src={pair.issued} />
          <img alt="" loading="lazy" src={pair.returned ?? ''} style={{ opacity: share / 100 }} />
        </div>
      </div>
    </>
  )
}

const SideBySide = (props: { pair: PagePair; text: SpkTexts; zoom: number }): ReactElement => {
  const { pair, text, zoom } = props
  const { issued, page, returned } = pair
  const left = useRef<HTMLDivElement>(null)
  const right = useRef<HTMLDivElement>(null)
  const issuedName = `${text.issuedPage}, ${text.page(page)}`
  const returnedName = `${text.returnedPage}, ${text.page(page)}`
  return (
    <div className="lunas-pair">
      <figure>
        <figcaption>{text.issuedPage}</figcaption>
        <Sheet alt={issuedName} frame={left} other={right} src={issued} zoom={zoom} />
      </figure>
      <figure>
        <figcaption>{text.returnedPage}</figcaption>
        {returned ? (
          <Sheet alt={returnedName} frame={right} other={left} src={returned} zoom={zoom} />
        ) : (
          <p>{text.noPictures}</p>
        )}
      </figure>
    </div>
  )
}

/** Pages beside each other or laid over each other, as large as one wants. */
export const PageCompare = ({ pairs }: { pairs: readonly PagePair[] }): null | ReactElement => {
  const text = SPK_TEXTS[usePanelLocale()]
  const [at, setAt] = useState(0)
  const [isOverlaid, setOverlaid] = useState(false)
  const [zoom, setZoom] = useState<number>(100)
  const pair = pairs[at]
  return pair ? (
    <div className="lunas-compare">
      <div className="lunas-compare__bar">
        <label>
          {text.pages}{' '}
          <select
            className="lunas-select"
            onChange={({ target }) => setAt(Number(target.value))}
            value={at}
          >
            {pairs.map(({ page }, index) => (
              <option key={page} value={index}>
                {text.page(page)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.loupe}{' '}
          <select
            className="lunas-select"
            onChange={({ target }) => setZoom(Number(target.value))}
            value={zoom}
          >
            {ZOOMS.map((each) => (
              <option key={each} value={each}>
                {each} %
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            checked={isOverlaid}
            disabled={!pair.returned}
            onChange={({ target }) => setOverlaid(target.checked)}
            type="checkbox"
          />{' '}
          {text.overlay}
        </label>
      </div>
      {isOverlaid && pair.returned ? (
        <Overlay pair={pair} text={text} zoom={zoom} />
      ) : (
        <SideBySide pair={pair} text={text} zoom={zoom} />
      )}
    </div>
  ) : null
}
