'use client'

import { type ChangeEvent, useRef, useState } from 'react'

import { compareFile, type Comparison } from '../../spk/verify/compareFile'
import type { ComparableFile, CompareCopy } from '../../spk/verify/copy'

type FileCheckProps = { copy: CompareCopy; files: readonly ComparableFile[] }

type Shown = Comparison | { kind: 'idle' } | { kind: 'working' }

const TONES = {
  failed: 'danger',
  none: 'warning',
  same: 'success',
  unsupported: 'warning',
  working: 'info',
} as const

/** What came of comparing, in one sentence, with the fingerprint for comparing by eye. */
export function CheckResult({ copy, files, shown }: { shown: Shown } & FileCheckProps) {
  if (shown.kind === 'idle') {
    return null
  }
  const same = shown.kind === 'same' && files.find(({ id }) => id === shown.id)?.same
  const sha256 = 'sha256' in shown ? shown.sha256 : null
  return (
    <div className="notice" data-tone={TONES[shown.kind]}>
      <p className="font-semibold">{shown.kind === 'same' ? same : copy[shown.kind]}</p>
      {sha256 ? (
        <p className="mt-2 text-sm">
          {copy.yours}
          <br />
          <span className="font-mono text-xs break-all">{sha256}</span>
        </p>
      ) : null}
    </div>
  )
}

/** Compares a file of the visitor's in his browser; it is not sent. Hidden without JavaScript. */
export function FileCheck({ copy, files }: FileCheckProps) {
  const [shown, setShown] = useState<Shown>({ kind: 'idle' })
  const latest = useRef(0)
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? []
    latest.current += 1
    const turn = latest.current
    if (!file) {
      setShown({ kind: 'idle' })
      return
    }
    setShown({ kind: 'working' })
    const { subtle } = globalThis.crypto as Partial<Crypto>
    const comparison = await compareFile({ file, files, subtle })
    // A larger file that was chosen before may be done later.
    if (turn === latest.current) {
      setShown(comparison)
    }
  }
  return (
    // On a box of its own: a utility such as `grid` would show it again without JavaScript.
    <div className="needs-js">
      <div className="grid gap-4">
        <div>
          <label className="mb-2 block font-semibold" htmlFor="berkas">
            {copy.label}
          </label>
          <input
            aria-describedby="berkas-petunjuk"
            className="input"
            id="berkas"
            onChange={(event) => void choose(event)}
            type="file"
          />
          <p className="mt-2 text-sm text-muted" id="berkas-petunjuk">
            {copy.hint}
          </p>
        </div>
        <div role="status">
          <CheckResult copy={copy} files={files} shown={shown} />
        </div>
      </div>
    </div>
  )
}
