import type { Who } from './clause.ts'

/** What a selector says anywhere inside itself, alternatives and negations included. */
export function everywhere<T>(who: Who, said: (selector: Who) => readonly T[]): T[] {
  return [
    ...said(who),
    ...(who.any_of ?? []).flatMap((selector) => everywhere(selector, said)),
    ...(who.not ? everywhere(who.not, said) : []),
  ]
}
