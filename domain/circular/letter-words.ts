/** Letters that a clause needs, or that release from a ban, read aloud. */
import { plural } from '../messages/plural.ts'
import { holderWords, letterWords, recipientWords } from '../messages/words.ts'
import type { Need } from './clause.ts'
import { and, type Speech, say, word } from './speech.ts'

/** Letters, each with who signs it and to whom it is reported. */
export const needs = (letters: readonly Need[], speech: Speech): string =>
  and(
    letters.map((letter) => letterSaid(letter, speech)),
    speech,
  )

/** One letter: `surat tugas, ditandatangani paling rendah eselon II`. */
export function letterSaid({ letter, by, signer_at_least, report_to, within_workdays }: Need, speech: Speech): string {
  const from = by === undefined ? '' : `, ${say(speech, 'dari', 'from')} ${word(speech, holderWords, by)}`
  const signed =
    signer_at_least === undefined
      ? ''
      : say(
          speech,
          `, ditandatangani paling rendah eselon ${signer_at_least}`,
          `, signed by echelon ${signer_at_least} or above`,
        )
  const term =
    within_workdays === undefined
      ? ''
      : say(
          speech,
          ` dalam ${within_workdays} hari kerja`,
          ` within ${within_workdays} working ${plural(within_workdays, 'day')}`,
        )
  const reported =
    report_to === undefined
      ? ''
      : `, ${say(speech, 'dilaporkan kepada', 'reported to')} ${word(speech, recipientWords, report_to)}${term}`
  return `${word(speech, letterWords, letter)}${from}${signed}${reported}`
}
