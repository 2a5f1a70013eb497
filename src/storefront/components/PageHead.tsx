type PageHeadProps = { lead?: string; title: string }

/** The heading of a plain page. */
export function PageHead({ lead, title }: PageHeadProps) {
  return (
    <div className="pt-10 pb-8 sm:pt-14">
      <h1>{title}</h1>
      {lead ? <p className="mt-3 max-w-[60ch] text-lg text-muted">{lead}</p> : null}
    </div>
  )
}
