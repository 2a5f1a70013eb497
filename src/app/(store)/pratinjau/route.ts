import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'

import { isAddress } from '@/storefront/address'
import { localPath, toStoreLocale } from '@/storefront/i18n/locales'
import { findProductDraft, isStaffVisitor } from '@/storefront/shop'

/**
 * Opens the draft of a product or page for an editor who is signed in to the panel:
 * `/pratinjau?slug=…&locale=…`. Everybody else is refused.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const slug = query.get('slug') ?? ''
  if (!isAddress(slug)) {
    return new Response('Not found', { status: 404 })
  }
  if (!(await isStaffVisitor())) {
    return new Response('Sign in to the panel first.', { status: 403 })
  }
  const locale = toStoreLocale(query.get('locale'))
  const isProduct = (await findProductDraft(locale, slug)) !== null
  const draft = await draftMode()
  draft.enable()
  redirect(localPath({ locale, path: isProduct ? `/produk/${slug}` : `/${slug}` }))
}
