type ChoiceProps = {
  choices: [value: string, label: string][]
  label: string
  name: string
  value: string | undefined
}

/** A labelled choice of few. */
export function Choice({ choices, label, name, value }: ChoiceProps) {
  return (
    <div>
      <label className="mb-1 block font-semibold" htmlFor={name}>
        {label}
      </label>
      <select className="input" defaultValue={value} id={name} name={name}>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
