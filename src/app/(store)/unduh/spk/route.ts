import { answerDocument } from '@/storefront/spk/files'

/** "Unduh" on the page of an agreement: the browser saves the document and stays where it is. */
export const POST = (request: Request): Promise<Response> => answerDocument(request)
