/** A quota read aloud. */
import { plural } from '../messages/plural.ts'
import { baseWords, roundingWords, spanWords } from '../messages/words.ts'
import { type Quota, usualRounding } from './clause.ts'
import { people } from './selector-words.ts'
import { and, type Speech, say, word } from './speech.ts'
import { valueWords } from './value-words.ts'

const directions = {
  max: { id: 'paling banyak', en: 'at most' },
  min: { id: 'paling sedikit', en: 'at least' },
  exact: { id: 'tepat', en: 'exactly' },
} as const

/** How many may or must be where, of whom, and who sits first. */
export function quotaWords(quota: Quota, who: string, speech: Speech): string {
  const bounds = (['min', 'max', 'exact'] as const).flatMap((direction) => {
    const amount = quota.amount[direction]
    if (amount === undefined) return []
    const unit = typeof amount === 'number' ? say(speech, ' orang', ` ${plural(amount, 'person', 'people')}`) : ''
    return [`${directions[direction][speech.language]} ${valueWords(amount, {}, speech)}${unit}`]
  })
  const place =
    quota.place === 'office'
      ? say(speech, 'berada di kantor', 'are at the office')
      : say(speech, 'berada di rumah', 'are at home')
  const other =
    quota.place === 'office' ? say(speech, 'di rumah', 'at home') : say(speech, 'di kantor', 'at the office')
  const rest =
    quota.complement === undefined
      ? ''
      : say(
          speech,
          ` (naskah juga menyebut ${quota.complement} ${other})`,
          ` (the text also says ${quota.complement} ${other})`,
        )
  const inside = (side: 'in' | 'out') =>
    side === 'in' ? say(speech, 'ikut dihitung', 'counted in') : say(speech, 'tidak dihitung', 'left out')
  const sides = (['max', 'min', 'exact'] as const).filter((side) => quota.amount[side] !== undefined)
  // A number of people is whole already.
  const shared = sides.filter((side) => typeof quota.amount[side] !== 'number')
  const shares = shared.length > 0 ? shared : sides.slice(0, 1)
  const ways = [...new Set(shares.map((side) => quota.round ?? usualRounding[side]))]
  const rounded = ways.map((way) => word(speech, roundingWords, way))
  const both = say(
    speech,
    `batas atas ${rounded[0]} dan batas bawah ${rounded[1]}`,
    `the maximum ${rounded[0]} and the minimum ${rounded[1]}`,
  )
  const floor =
    quota.at_least === undefined
      ? ''
      : say(speech, `, sedikitnya ${quota.at_least} orang`, `, never fewer than ${quota.at_least}`)
  const first = (quota.first ?? []).map((one) => people(one, speech)).join(say(speech, ', lalu ', ', then '))
  return [
    say(
      speech,
      `di ${word(speech, spanWords, quota.per)} ${and(bounds, speech)} dari ${who} ${place}${rest}`,
      `in ${word(speech, spanWords, quota.per)} ${and(bounds, speech)} of ${who} ${place}${rest}`,
    ),
    say(
      speech,
      `dihitung dari ${word(speech, baseWords, quota.of.staff)}`,
      `counted from ${word(speech, baseWords, quota.of.staff)}`,
    ),
    say(
      speech,
      `pejabat yang wajib hadir ${inside(quota.of.heads)}, unit yang dikecualikan ${inside(quota.of.exempt)}`,
      `officials who must come are ${inside(quota.of.heads)}, exempt units are ${inside(quota.of.exempt)}`,
    ),
    `${rounded.length > 1 ? both : rounded[0]}${floor}`,
    ...(first === '' ? [] : [say(speech, `kursi lebih dahulu untuk ${first}`, `seats go first to ${first}`)]),
  ].join('; ')
}
