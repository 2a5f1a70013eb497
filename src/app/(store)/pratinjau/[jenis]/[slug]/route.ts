import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'

import { isAddress } from '@/storefront/address'
import { localPath, toStoreLocale } from '@/storefront/i18n/locales'
import { isStaffVisitor } from '@/storefront/shop'

type PreviewParams = { params: Promise<{ jenis: string; slug: string }> }

/** The public address of what an editor previews, or undefined for an address of neither kind. */
const findPublicPath = (args: { jenis: string; slug: string }): string | undefined => {
  if (!isAddress(args.slug)) {
    return undefined
  }
  const folders: Record<string, string> = { halaman: '', produk: '/produk' }
  const folder = Object.hasOwn(folders, args.jenis) ? folders[args.jenis] : undefined
  return folder === undefined ? undefined : `${folder}/${args.slug}`
}

/**
 * Opens a draft for an editor who is signed in to the panel: `/pratinjau/produk/…?locale=…` or
 * `/pratinjau/halaman/…?locale=…`. Everybody else is refused.
 */
export async function GET(request: Request, { params }: PreviewParams): Promise<Response> {
  const path = findPublicPath(await params)
  if (path === undefined) {
    return new Response('Not found', { status: 404 })
  }
  if (!(await isStaffVisitor())) {
    return new Response('Sign in to the panel first.', { status: 403 })
  }
  const locale = toStoreLocale(new URL(request.url).searchParams.get('locale'))
  const draft = await draftMode()
  draft.enable()
  redirect(localPath({ locale, path }))
}
