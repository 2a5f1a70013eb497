import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { importMap } from './admin/importMap'
import './custom.scss'
import './styles/byHand.scss'
import './styles/order.scss'
import './styles/overdue.scss'
import './styles/parts.scss'
import './styles/plan.scss'
import './styles/spk.scss'
import './styles/thread.scss'
import './styles/work.scss'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

/** Root of the panel: Payload's own document, with our theme on top. */
export default function PanelLayout({ children }: { children: ReactNode }): ReactElement {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
