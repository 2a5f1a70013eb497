'use client'

import { useId, useState } from 'react'

type RemarkFieldProps = {
  copy: { label: string; open: string }
  /** Part of the content that it is about; empty for the whole. */
  field: string
  /** How the part is called. */
  name: string
}

/** A remark about one part, shut until it is wanted. Works without JavaScript; with it, keeps its text. */
export function RemarkField({ copy, field, name }: RemarkFieldProps) {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm text-muted underline">
        {copy.open}
        <span className="sr-only">: {name}</span>
      </summary>
      <label className="mt-2 mb-1 block text-sm font-semibold" htmlFor={id}>
        {copy.label}: {name}
      </label>
      <textarea
        className="input"
        id={id}
        maxLength={1_000}
        name={`remark:${field}`}
        onChange={({ target }) => setText(target.value)}
        rows={2}
        value={text}
      />
    </details>
  )
}
