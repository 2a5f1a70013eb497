'use client'

import { useState } from 'react'

type CopyButtonProps = { digits: string; done: string; label: string }

/** Copies the bare digits of an amount and says so. Hidden without JavaScript. */
export function CopyButton({ digits, done, label }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(digits)
    setCopied(true)
  }
  return (
    <>
      <button
        className="btn btn-quiet needs-js -ml-3 text-sm"
        onClick={() => void copy()}
        type="button"
      >
        {label}
      </button>
      <span aria-live="polite" className="text-sm font-semibold text-brand">
        {isCopied ? done : ''}
      </span>
    </>
  )
}
