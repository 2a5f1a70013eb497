import { takeReturn } from '@/storefront/spk/files'

/**
 * "Kirim" without JavaScript: the signed document, or photos. No server action: those take fifteen
 * megabytes, pictures of a contract are more.
 */
export const POST = (request: Request): Promise<Response> => takeReturn(request)
