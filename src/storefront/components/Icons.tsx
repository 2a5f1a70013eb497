const stroke = {
  'aria-hidden': true,
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  strokeWidth: 2,
  viewBox: '0 0 24 24',
} as const

/** A shopping basket. */
export function CartIcon() {
  return (
    <svg {...stroke} className="size-5">
      <path d="M3 10h18l-2 10H5L3 10Zm5 0 3-6m5 6-3-6" />
    </svg>
  )
}

/** A tick for lists of what is included. */
export function TickIcon() {
  return (
    <svg {...stroke} className="mt-1 size-5 shrink-0 text-brand" strokeWidth={2.5}>
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </svg>
  )
}

/** A speech bubble: talk to a person. */
export function ChatIcon() {
  return (
    <svg {...stroke} className="size-5">
      <path d="M4 20l1.4-4.1A8 8 0 1 1 8.4 19L4 20Z" />
      <path d="M9 11h6M9 14h4" />
    </svg>
  )
}

/** A padlock: where the money goes. */
export function LockIcon() {
  return (
    <svg {...stroke} className="size-5 shrink-0">
      <path d="M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3" />
    </svg>
  )
}
