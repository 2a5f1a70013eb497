import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'

/** Leaves draft mode and shows the shop as everybody sees it. */
export async function GET(): Promise<Response> {
  const draft = await draftMode()
  draft.disable()
  redirect('/')
}
