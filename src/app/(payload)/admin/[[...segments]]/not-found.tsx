import config from '@payload-config'
import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { importMap } from '../importMap'

type PanelAddress = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Title of the panel's own "not found" page. */
export const generateMetadata = ({ params, searchParams }: PanelAddress): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

/** What the panel shows for an address it does not know. */
const PanelNotFound = ({ params, searchParams }: PanelAddress) =>
  NotFoundPage({ config, importMap, params, searchParams })

export default PanelNotFound
