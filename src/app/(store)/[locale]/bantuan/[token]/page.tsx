import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Shell } from '@/storefront/components/layout/Shell'
import { ProblemPage } from '@/storefront/components/problem/ProblemPage'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { findProblem } from '@/storefront/problem/problems'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type ProblemProps = {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<{ kabar?: string | string[] }>
}

const readProblem = async (params: ProblemProps['params']) => {
  const locale = await readLocale(params)
  const { token } = await params
  const problem = await findProblem(token)
  return problem ? { locale, problem } : notFound()
}

export async function generateMetadata({ params }: ProblemProps): Promise<Metadata> {
  const { locale, problem } = await readProblem(params)
  const t = await getTranslations({ locale, namespace: 'problem' })
  const title = t('reportTitle', { number: problem.number })
  return buildMetadata({ isPrivate: true, locale, path: '/bantuan', title })
}

export default async function ReportPage({ params, searchParams }: ProblemProps) {
  const { locale, problem } = await readProblem(params)
  const { kabar } = await searchParams
  return (
    <Shell locale={locale} path={`/bantuan/${problem.token}`}>
      <div className="wrap-narrow">
        <ProblemPage locale={locale} news={kabar} problem={problem} />
      </div>
    </Shell>
  )
}
