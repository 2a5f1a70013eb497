import { NotFoundView } from '@/storefront/components/NotFoundView'

/** Next hands no language to this page; both are shown. */
export default function NotFound() {
  return <NotFoundView />
}
