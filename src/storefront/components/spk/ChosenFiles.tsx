'use client'

import { useEffect, useState } from 'react'

import { formatBytes } from '@/plugin/kernel/bytes'

import { arePictures, moveUp } from '../../spk/chosen'

/** What the list says. */
export type ChosenCopy = Record<'chosen' | 'page' | 'remove' | 'uneven' | 'up', string>

type ChosenProps = {
  copy: ChosenCopy
  files: readonly File[]
  locale: 'en' | 'id'
  onChange: (files: File[]) => void
  /** Pages of the document; null where their number says nothing. */
  pages: null | number
}

/** A picture as it will be sent, small; nothing leaves the browser for it. */
function Thumbnail({ file }: { file: File }) {
  const [url, setUrl] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url ? (
    <img alt="" className="h-20 w-15 flex-none border border-line object-cover" src={url} />
  ) : null
}

function ChosenRow({ at, ...props }: { at: number } & ChosenProps) {
  const { copy, files, locale, onChange, pages } = props
  const file = files[at]
  const isPicture = arePictures(files)
  const label = isPicture && pages !== null ? `${copy.page} ${at + 1}` : (file?.name ?? '')
  return file ? (
    <li className="flex items-center gap-3 py-2">
      {isPicture ? <Thumbnail file={file} /> : null}
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-all">{label}</p>
        <p className="text-sm break-all text-muted">
          {label === file.name ? '' : `${file.name} · `}
          {formatBytes(file.size, locale)}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-4">
          {at > 0 ? (
            <button
              aria-label={`${copy.up}: ${label}`}
              className="link min-h-6 text-sm"
              onClick={() => onChange(moveUp(files, at))}
              type="button"
            >
              {copy.up}
            </button>
          ) : null}
          <button
            aria-label={`${copy.remove}: ${label}`}
            className="link min-h-6 text-sm"
            onClick={() => onChange(files.toSpliced(at, 1))}
            type="button"
          >
            {copy.remove}
          </button>
        </p>
      </div>
    </li>
  ) : null
}

/** What is about to be sent, in its order: page by page where they are photos of pages. */
export function ChosenFiles(props: ChosenProps) {
  const { copy, files, pages } = props
  const isUneven = pages !== null && arePictures(files) && files.length !== pages
  return (
    <div aria-live="polite">
      {files.length === 0 ? null : (
        <>
          <p className="font-semibold">
            {copy.chosen}: {files.length}
          </p>
          <ol className="divide-y divide-line">
            {files.map((_, at) => (
              <ChosenRow {...props} at={at} key={at} />
            ))}
          </ol>
        </>
      )}
      {isUneven ? (
        <p className="notice" data-tone="warning">
          {copy.uneven}
        </p>
      ) : null}
    </div>
  )
}
