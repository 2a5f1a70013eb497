type StepsProps = {
  className?: string
  /** One step a line, as editors write it. */
  text: string
}

/** The lines of a text as numbered steps; a single line stays a sentence. */
export function Steps({ className = '', text }: StepsProps) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) {
    return <p className={className}>{text}</p>
  }
  return (
    <ol className={`list-decimal space-y-1 pl-5 ${className}`}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ol>
  )
}
