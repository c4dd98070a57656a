/** Days and times as people write them: `8 Juli 2021` / `8 July 2021`, `07.30` / `07:30`. */
import type { Day } from '../calendar/day.ts'
import type { Bilingual } from './problem.ts'

const idMonths = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')
const enMonths = 'January February March April May June July August September October November December'.split(' ')

/** The name of the month in which a day lies; a month alone, `2020-04`, is enough. */
export function monthWords(day: string): Bilingual {
  const place = Number(day.slice(5, 7)) - 1
  return { id: idMonths[place] ?? '', en: enMonths[place] ?? '' }
}

/** `8 Juli 2021` */
export function dayWords(day: Day): Bilingual {
  const { id, en } = monthWords(day)
  const [date, year] = [Number(day.slice(8)), day.slice(0, 4)]
  return { id: `${date} ${id} ${year}`, en: `${date} ${en} ${year}` }
}

/** `07.30` in Indonesian, `07:30` in English. */
export const clockWords = (time: string): Bilingual => ({ id: time.replace(':', '.'), en: time })
