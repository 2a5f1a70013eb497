'use client'

import { useStepNav } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Tells the panel's header where a view of our own stands. */
export const Breadcrumb = ({ steps }: { steps: { label: string; url?: string }[] }): null => {
  const { setStepNav } = useStepNav()
  const key = JSON.stringify(steps)
  useEffect(() => {
    setStepNav(JSON.parse(key) as { label: string; url?: string }[])
  }, [key, setStepNav])
  return null
}
