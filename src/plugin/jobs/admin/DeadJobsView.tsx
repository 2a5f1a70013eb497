import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { PanelPage } from '../../kernel/admin/PanelPage'
import { isAdmin, resolvePanelLocale } from '../../kernel/payload'
import { type DeadJob, findDeadJobs } from '../../kernel/queue'
import { formatInstant } from '../../kernel/time'
import { RetryJob } from './RetryJob'

const TEXT = {
  en: {
    attempts: 'attempts',
    empty: 'Nothing is stuck. All background work is moving.',
    intro: 'Work that failed so often that it waits for you. Mend the cause, then try again.',
    title: 'Stuck jobs',
  },
  id: {
    attempts: 'percobaan',
    empty: 'Tidak ada yang macet. Semua pekerjaan latar berjalan.',
    intro:
      'Pekerjaan yang terlalu sering gagal sehingga menunggu Anda. Perbaiki sebabnya, lalu coba lagi.',
    title: 'Pekerjaan macet',
  },
}

const JobRow = ({ job, locale }: { job: DeadJob; locale: 'en' | 'id' }): ReactElement => (
  <li className="card lunas-job">
    <h2>{job.task}</h2>
    <p>
      {formatInstant(job.failedAt, locale)} · {job.attempts} {TEXT[locale].attempts}
    </p>
    <pre>{job.lastError ?? ''}</pre>
    <code>{JSON.stringify(job.input)}</code>
    <RetryJob id={job.id} locale={locale} />
  </li>
)

/** Dead letters of the queue, for admins and owners. */
export const DeadJobsView = async (props: AdminViewServerProps): Promise<ReactElement> => {
  const { req } = props.initPageResult
  if (!isAdmin({ req })) {
    redirect(`${req.payload.config.routes.admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const text = TEXT[locale]
  const jobs = await findDeadJobs(req.payload)
  return (
    <PanelPage view={props}>
      <main className="gutter--left gutter--right lunas-jobs">
        <h1>{text.title}</h1>
        <p>{jobs.length > 0 ? text.intro : text.empty}</p>
        <ul>
          {jobs.map((job) => (
            <JobRow job={job} key={job.id} locale={locale} />
          ))}
        </ul>
      </main>
    </PanelPage>
  )
}
