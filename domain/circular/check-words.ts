/** Words of closed vocabularies: a misspelt post, attribute or ban would select nobody in silence. */
import { actWords } from '../messages/words.ts'
import { attributes, leaveKinds } from '../staff/facts.ts'
import { positions } from '../staff/positions.ts'
import type { Clause, Who } from './clause.ts'
import type { Find } from './find.ts'
import { nearestWord } from './issue.ts'
import type { Circular } from './schema.ts'
import { everywhere } from './selectors.ts'

const posts = [...Object.keys(positions), 'opd_head']
const lists = ['class', 'sector', 'function']

/** Words of the scope, of groups and of each clause that no vocabulary holds (PKT-514), and selectors out of place (PKT-516). */
export function checkWords(doc: Circular, find: Find) {
  const look = wordsFinder(find)
  if (doc.scope) look.selector('scope', doc.scope)
  for (const [name, { positions: own = [] }] of Object.entries(doc.groups)) look.each(`groups.${name}`, own, posts)
  for (const clause of doc.clauses) {
    const at = `clauses.${clause.id}`
    look.selector(`${at}.who`, clause.who)
    checkPlace(clause, find)
    if (clause.kind === 'quota') for (const who of clause.first ?? []) look.selector(`${at}.first`, who)
    if (clause.kind !== 'ban') continue
    look.each(`${at}.act`, clause.act, Object.keys(actWords))
    const reasons = (clause.unless ?? []).flatMap((one) => ('reason' in one ? one.reason : []))
    look.each(`${at}.unless`, reasons, leaveKinds)
  }
}

function wordsFinder(find: Find) {
  const each = (path: string, words: readonly string[], known: readonly string[]) => {
    for (const word of words) {
      if (known.includes(word)) continue
      const meant = nearestWord(known, word)
      const fix = meant && { id: `Maksudnya ${meant}?`, en: `Did you mean ${meant}?` }
      find(
        'warning',
        'PKT-514',
        path,
        `Kata ${word} tidak dikenal.`,
        `The word ${word} is not known.`,
        fix || undefined,
      )
    }
  }
  const selector = (path: string, who: Who) => {
    const said = (list: (one: Who) => readonly string[] | undefined) => everywhere(who, (one) => list(one) ?? [])
    each(
      path,
      said(({ position }) => position),
      posts,
    )
    each(
      path,
      said(({ has }) => has),
      [...attributes, 'works_shifts'],
    )
    const kinds = said(({ unit }) => unit).filter((name) => name.includes(':'))
    each(
      path,
      kinds.map((name) => name.split(':')[0] as string),
      lists,
    )
  }
  return { each, selector }
}

/** The public is placed nowhere; a service is asked of the unit itself. */
function checkPlace({ id, kind, who }: Clause, find: Find) {
  const placing = kind !== 'duty' && kind !== 'ban' && kind !== 'service'
  const keys = everywhere(who, (one) => Object.keys(one))
  const stray = placing
    ? keys.find((key) => key === 'public')
    : kind === 'service'
      ? keys.find((key) => !['all', 'any_of', 'not', 'group', 'unit'].includes(key))
      : undefined
  if (stray !== undefined)
    find(
      'warning',
      'PKT-516',
      `clauses.${id}.who`,
      `Pada butir sejenis ini ${stray} tidak memilih siapa pun.`,
      `In a clause of this kind ${stray} selects nobody.`,
    )
}
