import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { importMap } from '../importMap'

type PanelAddress = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

/** Title and description of a panel page, from Payload. */
export const generateMetadata = ({ params, searchParams }: PanelAddress): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

/** Every page of the panel. */
const PanelPage = ({ params, searchParams }: PanelAddress) =>
  RootPage({ config, importMap, params, searchParams })

export default PanelPage
