import { findOwnerPath } from '@/storefront/arrears/ownerWay'
import { localPath, toStoreLocale } from '@/storefront/i18n/locales'

export const dynamic = 'force-dynamic'

/** "Masuk & bayar" on the page of a suspended site: `?host=` is its name. Looking changes nothing. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const path = await findOwnerPath(new URL(request.url).searchParams.get('host'))
  const headers = {
    'Cache-Control': 'private, no-store',
    Location: localPath({ locale: toStoreLocale(locale), path }),
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
  }
  return new Response(null, { headers, status: 303 })
}
