'use client'

import { useSyncExternalStore } from 'react'

import { themeChoices, type ThemeChoice, themeCookie } from '../../theme/themeScript'

type ThemeToggleProps = { labels: Record<ThemeChoice, string>; legend: string }

const oneYear = 365 * 24 * 60 * 60
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const readChoice = (): ThemeChoice =>
  themeChoices.find((choice) => choice === document.documentElement.dataset.theme) ?? 'sistem'

const choose = (choice: ThemeChoice): void => {
  const root = document.documentElement
  if (choice === 'sistem') {
    delete root.dataset.theme
  } else {
    root.dataset.theme = choice
  }
  const age = choice === 'sistem' ? 0 : oneYear
  document.cookie = `${themeCookie}=${choice}; path=/; max-age=${age}; samesite=lax`
  for (const listener of listeners) {
    listener()
  }
}

/** System, light or dark; kept in a cookie. Hidden without JavaScript: the system decides then. */
export function ThemeToggle({ labels, legend }: ThemeToggleProps) {
  const chosen = useSyncExternalStore(subscribe, readChoice, () => 'sistem' as const)
  return (
    <fieldset className="needs-js">
      <legend className="mb-2 text-base font-bold">{legend}</legend>
      <div className="inline-flex flex-wrap gap-1 rounded-control border border-line-strong bg-surface p-1">
        {themeChoices.map((choice) => (
          <label
            className="relative inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-lg px-2.5 has-checked:bg-brand has-checked:text-on-brand has-focus-visible:outline-3 has-focus-visible:outline-offset-2"
            key={choice}
          >
            <input
              checked={chosen === choice}
              className="sr-only"
              name="tema"
              onChange={() => choose(choice)}
              type="radio"
              value={choice}
            />
            {labels[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
