/** Letters as conditions (circular-language, section 5.3). */
import { isWorking } from '../calendar/calendar.ts'
import { addDays, type Day, within } from '../calendar/day.ts'
import type { Need } from '../circular/clause.ts'
import { type Echelon, echelons, type LetterRecord } from '../staff/facts.ts'
import type { Scene } from './scene.ts'
import { kindOfDay } from './world.ts'

/** Whether the person holds the letter that day: valid, not dated later, signed high enough, reported where it must be. */
export function hasLetter(need: Need, scene: Scene): boolean {
  return (scene.world.letters.get(scene.person.employee) ?? []).some(
    (letter) =>
      letter.letter === need.letter &&
      within(scene.day, letter) &&
      (letter.dated === null || letter.dated <= scene.day) &&
      (need.by === undefined || letter.by === null || letter.by === need.by) &&
      signedHighEnough(letter, need.signer_at_least) &&
      (need.report_to === undefined ||
        (letter.reportedTo === need.report_to && (letter.reportedOn === null || letter.reportedOn <= scene.day)) ||
        mayStillReport(letter.dated, need, scene)),
  )
}

const rank = (echelon: Echelon | null) => echelons.indexOf(echelon ?? 'none')

const signedHighEnough = ({ signerEchelon }: LetterRecord, least: Need['signer_at_least']): boolean =>
  least === undefined || rank(signerEchelon) <= rank(least)

/** A letter that must be reported counts unreported while the working days for reporting run. */
function mayStillReport(dated: Day | null, { within_workdays }: Need, { day, world, person }: Scene): boolean {
  if (within_workdays === undefined || dated === null) return false
  let left = within_workdays
  for (let at = addDays(dated, 1); at <= day; at = addDays(at, 1)) {
    if (isWorking(kindOfDay(world, at, person.workPattern))) left--
  }
  return left >= 0
}
