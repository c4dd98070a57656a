/** Acting posts (Plt, Plh) in words. */
import type { UnitName } from '../circular/speech.ts'
import { dayWords } from '../messages/day-words.ts'
import type { Bilingual } from '../messages/problem.ts'
import { holderWords, wordFor } from '../messages/words.ts'
import { type ActingRecord, agencyOf } from '../staff/facts.ts'

const kinds = { plt: 'Plt.', plh: 'Plh.' } as const

/** `Plt. camat, Kecamatan Tualan Hulu` */
export function actingTitle({ kind, position, unit }: ActingRecord, unitName: UnitName): Bilingual {
  const post = wordFor(holderWords, position)
  const where = unit === null ? '' : `, ${unitName(unit)}`
  return { id: `${kinds[kind]} ${post.id}${where}`, en: `acting ${post.en} (${kinds[kind]})${where}` }
}

/**
 * An acting post with its letter and its days, and where the holder is counted: an acting post elsewhere adds position
 * and echelon, not the other unit (circular-language, section 3).
 * @param own the unit in which the holder is posted
 */
export function actingSentence(post: ActingRecord, own: string, unitName: UnitName): Bilingual {
  const { letter, unit } = post
  const title = actingTitle(post, unitName)
  const days = periodWords(post)
  const elsewhere = unit !== null && agencyOf(unit) !== agencyOf(own)
  const home = unitName(agencyOf(own))
  return {
    id: `Menjabat ${title.id} (${letter === null ? 'surat belum dicatat' : `surat ${letter}`}${days.id}); jabatan itu dihitung seperti jabatan sendiri.${elsewhere ? ` Kursinya dihitung di unit sendiri, ${home}.` : ''}`,
    en: `Holds the post of ${title.en} (${letter === null ? 'letter not recorded' : `letter ${letter}`}${days.en}); it counts like an own post.${elsewhere ? ` The seat is counted in the own unit, ${home}.` : ''}`,
  }
}

function periodWords({ from, until }: ActingRecord): Bilingual {
  const [start, end] = [from && dayWords(from), until && dayWords(until)]
  return {
    id: `${start ? `, sejak ${start.id}` : ''}${end ? `, sampai ${end.id}` : ''}`,
    en: `${start ? `, from ${start.en}` : ''}${end ? `, until ${end.en}` : ''}`,
  }
}
