import type { When, Who } from './clause.ts'

/** What a selector says anywhere inside itself, alternatives and negations included. */
export function everywhere<T>(who: Who, said: (selector: Who) => readonly T[]): T[] {
  return [
    ...said(who),
    ...(who.any_of ?? []).flatMap((selector) => everywhere(selector, said)),
    ...(who.not ? everywhere(who.not, said) : []),
  ]
}

/** What a selector of days says anywhere inside itself. Inside a negation an edge of time is an edge still. */
export const everyWhen = (when: When): When[] => [
  when,
  ...[...(when.any_of ?? []), ...(when.not ? [when.not] : [])].flatMap(everyWhen),
]

/** Whether a clause names kinds of day: then it speaks about days off too. */
export const namesDays = ({ when }: { readonly when?: When | undefined }): boolean =>
  when !== undefined && everyWhen(when).some(({ day }) => day !== undefined)
