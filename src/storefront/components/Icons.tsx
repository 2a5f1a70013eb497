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

/** A speech bubble: talk to a person. */
export function ChatIcon() {
  return (
    <svg {...stroke} className="size-5">
      <path d="M4 20l1.4-4.1A8 8 0 1 1 8.4 19L4 20Z" />
      <path d="M9 11h6M9 14h4" />
    </svg>
  )
}
