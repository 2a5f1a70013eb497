/** What the oracle found; every sentence is one lost or doubled effect. */
export type Verdict = { doubled: string[]; lost: string[]; tried: number }

/** Collects findings; `tried` counts every single thing that was looked at. */
export type Findings = Verdict & {
  /** One thing that must be so; `sentence` says what is missing otherwise. */
  mustBe: (holds: boolean, sentence: string) => void
  /** One thing that must not be there twice; `sentence` says what was. */
  mustNotBeTwice: (isTwice: boolean, sentence: string) => void
}

/** Opens an empty list of findings. */
export const openFindings = (): Findings => {
  const findings: Verdict = { doubled: [], lost: [], tried: 0 }
  return Object.assign(findings, {
    mustBe: (holds: boolean, sentence: string) => {
      findings.tried++
      if (!holds) {
        findings.lost.push(sentence)
      }
    },
    mustNotBeTwice: (isTwice: boolean, sentence: string) => {
      findings.tried++
      if (isTwice) {
        findings.doubled.push(sentence)
      }
    },
  })
}

/** Groups rows by a key. */
export const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}
