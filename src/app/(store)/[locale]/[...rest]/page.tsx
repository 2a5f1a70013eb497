import { notFound } from 'next/navigation'

/** Every address that no page answers to, so that the shop's own "not found" is shown. */
export default function UnknownPage(): never {
  notFound()
}
