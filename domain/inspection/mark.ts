/** What inspectors see of each person, and how the marks of several of them stand together. */
import type { Bilingual } from '../messages/problem.ts'

export const markKinds = {
  letter: { id: 'surat ditunjukkan', en: 'letter shown' },
  found: { id: 'ada', en: 'found' },
  misplaced: { id: 'seharusnya tidak di sini', en: 'should not be here' },
  absent: { id: 'tidak ada', en: 'not found' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type MarkKind = keyof typeof markKinds

/** What one inspector wrote of one person, at a moment. */
export interface Mark {
  /** Given by the phone: sent twice, it is one. */
  readonly id: string
  /** Employee id. */
  readonly person: string
  readonly kind: MarkKind
  /** Account id. */
  readonly inspector: string
  /** Milliseconds since 1970, by the phone. */
  readonly at: number
  readonly note: string
}

/** A phone may run ahead by so much; later than that a mark would outweigh every other for ever. */
const clockMayLead = 5 * 60_000

/**
 * When something was seen: by the phone, but not before the visit began; undefined: by a clock that runs ahead. All in
 * milliseconds since 1970.
 */
export const seenAt = (begunAt: number, at: number, now: number): number | undefined =>
  at > now + clockMayLead ? undefined : Math.max(at, begunAt)

/** Where the marks of a person lead. */
export interface Standing {
  readonly mark: Mark
  /** The last word of each inspector who saw it otherwise. */
  readonly differing: readonly Mark[]
}

/**
 * Among inspectors who differ, the word that is kinder to the person stands: who shows a letter to one has shown it, and
 * who was seen by one was there, though another did not see them.
 */
const kindest = Object.keys(markKinds) as MarkKind[]

/** Of two marks, the later; of the same moment, the one whose id sorts last, so that every order of arrival agrees. */
const isLater = (a: Mark, b: Mark): boolean => a.at > b.at || (a.at === b.at && a.id > b.id)

/**
 * How the marks stand, by person. Nothing is lost: an inspector's earlier word gives way to their later one, and what
 * others saw stays beside what stands. The order in which marks arrive does not matter.
 */
export function standingOf(marks: readonly Mark[]): ReadonlyMap<string, Standing> {
  const last = new Map<string, Map<string, Mark>>()
  for (const mark of marks) {
    const own = last.get(mark.person) ?? new Map<string, Mark>()
    const before = own.get(mark.inspector)
    if (!before || isLater(mark, before)) own.set(mark.inspector, mark)
    last.set(mark.person, own)
  }
  return new Map(
    [...last].map(([person, own]) => {
      const words = [...own.values()].toSorted(
        (a, b) => kindest.indexOf(a.kind) - kindest.indexOf(b.kind) || (isLater(a, b) ? -1 : 1),
      )
      const mark = words[0] as Mark
      return [person, { mark, differing: words.filter(({ kind }) => kind !== mark.kind) }] as const
    }),
  )
}
