/** Birth dates, service numbers and telephone numbers of invented people. */
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { Employment } from '@piket/domain/staff/facts.ts'
import type { Sex } from './names.ts'
import type { Random } from './random.ts'

const daysOfYear = 365.2425

/** A birthday that makes somebody `age` years old, and some months, on the day. */
export const bornAt = (age: number, day: Day, random: Random): Day =>
  addDays(day, -Math.ceil(age * daysOfYear) - random.below(364))

/** Hands out service numbers; the last three digits count those who share all the others. */
export interface NumberOffice {
  /**
   * Eighteen digits. PNS and CPNS: birth date, year and month of appointment, sex, serial (Perka BKN 22/2007).
   * PPPK: birth date, year, 21 (part-time 24) in place of a month, sex, serial. Null for all others, who have none.
   */
  numberOf(employment: Employment, born: Day, sex: Sex): string | null
}

/**
 * @param day nobody is appointed after it
 * @param contractYears years in which PPPK have been appointed
 */
export function numberOffice(day: Day, contractYears: readonly number[], random: Random): NumberOffice {
  const serials = new Map<string, number>()
  const serial = (stem: string) => {
    const next = (serials.get(stem) ?? 0) + 1
    serials.set(stem, next)
    return stem + String(next).padStart(3, '0')
  }
  return {
    numberOf(employment, born, sex) {
      const birth = born.replaceAll('-', '')
      const digit = sex === 'm' ? '1' : '2'
      if (employment === 'pns' || employment === 'cpns') {
        const appointed = appointedOn(employment, born, day, random)
        return serial(`${birth}${appointed.slice(0, 7).replace('-', '')}${digit}`)
      }
      if (employment === 'pppk' || employment === 'pppk_part_time') {
        return serial(`${birth}${random.pick(contractYears)}${employment === 'pppk' ? '21' : '24'}${digit}`)
      }
      return null
    },
  }
}

function appointedOn(employment: Employment, born: Day, day: Day, random: Random): Day {
  if (employment === 'cpns') return addDays(day, -random.between(20, 330))
  const wished = addDays(born, Math.ceil((19 + random.next() * 14) * daysOfYear))
  return wished < addDays(day, -400) ? wished : addDays(day, -random.between(400, 900))
}

/** A telephone number that reaches nobody: no Indonesian area and no operator has the code 20. */
export const silentPhone = (serial: number): string => `+6220${String(serial).padStart(9, '0')}`
