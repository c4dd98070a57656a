/**
 * Whom vaccination against COVID-19 reached group by group, in the words of the ministry's own dashboard. The days are
 * those of the national beginning: no dose was given to a group before.
 */
import type { Day } from '../calendar/day.ts'
import type { Bilingual } from '../messages/problem.ts'

interface Group extends Bilingual {
  readonly opens: Day
}

const group = (opens: string, id: string, en: string): Group => ({ opens: opens as Day, id, en })

/**
 * Stages of the directorate general's decree HK.02.02/4/1/2021; public officers and the elderly began on 17 February
 * 2021, people of 12 to 17 years with the ministry's letter of 30 June 2021.
 */
export const targetGroups = {
  health_workers: group('2021-01-13', 'Tenaga kesehatan', 'Health workers'),
  public_officers: group('2021-02-17', 'Petugas publik', 'Public officers'),
  elderly: group('2021-02-17', 'Lansia', 'Elderly'),
  vulnerable: group('2021-04-01', 'Masyarakat rentan', 'Vulnerable people'),
  general: group('2021-04-01', 'Masyarakat umum', 'General public'),
  adolescents: group('2021-07-01', 'Usia 12–17 tahun', 'Aged 12–17'),
} as const satisfies Readonly<Record<string, Group>>

export type TargetGroup = keyof typeof targetGroups
