import type { Clause } from '../circular/clause.ts'
import { hasLetter } from './letters.ts'
import type { MissingLetter } from './row.ts'
import type { Scene } from './scene.ts'
import { holds } from './select-days.ts'
import { reaches } from './select-people.ts'
import type { Truth } from './truth.ts'

/** Whether a clause speaks to the person of the scene then: scope AND who AND when. */
export function speaksTo({ who, when }: Clause, scene: Scene): Truth {
  const inScope = scene.doc.scope ? reaches(scene.doc.scope, scene) : true
  if (inScope === false) return false
  const reached = reaches(who, scene)
  if (reached === false) return false
  const held = holds(when, scene)
  return held === false ? false : inScope === null || reached === null ? null : held
}

/**
 * Whether a clause applies: it speaks to the person, who holds the letters that it needs.
 * @param missing where letters that are lacking are noted, by document, clause and letter
 */
export function applies(clause: Clause, scene: Scene, missing?: Map<string, MissingLetter>): Truth {
  const truth = speaksTo(clause, scene)
  if (truth === false || !clause.needs) return truth
  const lacking = clause.needs.filter((need) => !hasLetter(need, scene))
  const { id } = scene.doc
  for (const { letter } of lacking)
    missing?.set(`${id}/${clause.id}/${letter}`, { circular: id, clause: clause.id, letter })
  return lacking.length > 0 ? false : truth
}
