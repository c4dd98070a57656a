import type { Clause } from '../circular/clause.ts'
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
