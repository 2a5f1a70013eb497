/** Facts for search engines. `<` is escaped, so that no text of an editor can end the script. */
export function JsonLd({ facts }: { facts: Record<string, unknown> }) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...facts })
  return (
    <script
      dangerouslySetInnerHTML={{ __html: text.replaceAll('<', '\\u003c') }}
      type="application/ld+json"
    />
  )
}
