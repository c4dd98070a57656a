/** What a draft would do, in words: the same on the page that the server writes and while somebody types. */
import { type Day, weekdayOf } from '../calendar/day.ts'
import type { Effect } from '../decision/effect.ts'
import type { Moves } from '../decision/impact.ts'
import type { OfficeRange, OfficesChanged, RangeChanged } from '../decision/office-day.ts'
import type { Strain, StrainKind } from '../decision/strain.ts'
import { dayWords } from './day-words.ts'
import { numberText } from './number-words.ts'
import { plural } from './plural.ts'
import type { Bilingual } from './problem.ts'
import { weekdayWords } from './words.ts'

/** Headings under which people are counted, in order. */
export const moveHeadings = [
  ...(['toHome', 'toOffice', 'same'] as const),
  ...(['toTurns', 'elsewhere', 'otherwise', 'undetermined', 'conflict', 'gap'] as const),
] satisfies (keyof Moves)[]
export type MoveHeading = (typeof moveHeadings)[number]

/** The parts of the bar: who moves where; who stays is its ground. */
export const barHeadings = ['toHome', 'toOffice', 'toTurns', 'elsewhere'] as const satisfies MoveHeading[]

/** Where each part of the bar begins and how wide it is, of a hundred. */
export function barOf(moves: Moves): { readonly heading: MoveHeading; readonly x: number; readonly width: number }[] {
  const total = barHeadings.reduce((sum, one) => sum + moves[one], moves.same + moves.otherwise)
  let x = 0
  return barHeadings.map((heading) => {
    const width = total === 0 ? 0 : (moves[heading] / total) * 100
    x += width
    return { heading, x: x - width, width }
  })
}

/** Whether a heading is shown: some always, the others where anybody stands under them. */
export const isShown = (heading: MoveHeading, moves: Moves): boolean =>
  heading === 'toHome' || heading === 'toOffice' || heading === 'same' || moves[heading] > 0

interface EffectWords {
  readonly impact: (people: number) => string
  readonly lead: (from: Day, until: Day) => string
  readonly moves: Readonly<Record<MoveHeading, string>>
  readonly personDays: (days: number) => string
  readonly reached: (people: number) => string
  readonly individual: string
  readonly idle: string
  readonly strains: (agencies: number) => string
  readonly strain: Readonly<Record<StrainKind, (clause: string, bound: number, people: number) => string>>
  readonly fix: Readonly<Record<StrainKind, (people: number) => string>>
  readonly ofStaff: (people: number) => string
  readonly countedOn: (day: Day) => string
  readonly offices: string
  readonly people: (range: string) => string
  readonly range: (least: string, most: string) => string
  readonly now: string
  readonly asDrafted: string
  readonly becomes: (before: string, after: string) => string
  readonly leaderless: string
  readonly unsettled: (agencies: number) => string
  readonly empty: string
}

const count = (value: number) => numberText(value, 'id')

const id: EffectWords = {
  impact: (people) => `Dampak pada ${count(people)} pegawai`,
  lead: (from, until) =>
    `Dibanding yang berlaku sekarang, ${dayWords(from).id} sampai ${dayWords(until).id}. Hal pribadi pegawai tidak dilihat.`,
  moves: {
    toHome: 'Pindah ke rumah',
    toOffice: 'Pindah ke kantor',
    toTurns: 'Jadi bergantian',
    elsewhere: 'Pindah ke tempat lain',
    otherwise: 'Tempat tetap, aturan lain',
    same: 'Tetap',
    undetermined: 'Belum tertentu',
    conflict: 'Bertabrakan',
    gap: 'Celah',
  },
  personDays: (days) => `${count(days)} hari-orang berpindah tempat.`,
  reached: (people) => `mengenai ${count(people)} orang`,
  individual: 'menyangkut hal pribadi pegawai: tidak dihitung',
  idle: 'tidak menentukan siapa pun',
  strains: (agencies) => `${agencies} perangkat daerah tidak mungkin memenuhinya`,
  strain: {
    too_many: (clause, bound, people) =>
      `Butir ${clause} membolehkan ${count(bound)} orang di kantor; ${count(people)} wajib datang menurut butir lain.`,
    too_few: (clause, bound, people) =>
      `Butir ${clause} meminta ${count(bound)} orang di kantor; hanya ${count(people)} yang dapat datang.`,
    clash: (clause, bound, people) =>
      `Butir ${clause} meminta ${count(people)} orang; kuota lain membolehkan ${count(bound)}.`,
  },
  fix: {
    too_many: (people) => `Kecualikan ${count(people)} orang dari hitungan, atau naikkan batasnya.`,
    too_few: (people) => `Turunkan batasnya ${count(people)} orang, atau izinkan lebih banyak yang datang.`,
    clash: (people) => `Selisih ${count(people)} orang: samakan kedua kuota.`,
  },
  ofStaff: (people) => `dari ${count(people)} orang`,
  countedOn: (day) => `Dihitung untuk ${weekdayWords[weekdayOf(day)].id}, ${dayWords(day).id}.`,
  offices: 'Orang di kantor',
  people: (range) => `${range} orang`,
  range: (least, most) => `${least} sampai ${most}`,
  now: 'Sekarang',
  asDrafted: 'Menurut konsep',
  becomes: (before, after) => `${before} menjadi ${after} orang`,
  unsettled: (agencies) =>
    `Di ${count(agencies)} perangkat daerah belum dapat dikatakan berapa yang boleh datang; di sana semua dihitung boleh.`,
  leaderless: 'Kepala dan sekretarisnya sama-sama bekerja di tempat lain.',
  empty: 'Melayani masyarakat, tetapi tidak ada yang datang.',
}

const en: EffectWords = {
  impact: (people) => `Effect on ${numberText(people, 'en')} people`,
  lead: (from, until) =>
    `Beside what holds now, ${dayWords(from).en} to ${dayWords(until).en}. Individual particulars are not looked at.`,
  moves: {
    toHome: 'Move to home',
    toOffice: 'Move to the office',
    toTurns: 'Take turns now',
    elsewhere: 'Move elsewhere',
    otherwise: 'Same place, other rules',
    same: 'Unchanged',
    undetermined: 'Undetermined',
    conflict: 'In conflict',
    gap: 'Gap',
  },
  personDays: (days) => `${numberText(days, 'en')} person-days change place.`,
  reached: (people) => `speaks to ${numberText(people, 'en')} ${plural(people, 'person', 'people')}`,
  individual: 'about individual particulars: not counted',
  idle: 'decides for nobody',
  strains: (agencies) => `${agencies} ${plural(agencies, 'agency', 'agencies')} cannot do it`,
  strain: {
    too_many: (clause, bound, people) => `Clause ${clause} lets ${bound} in; ${people} must come by other clauses.`,
    too_few: (clause, bound, people) => `Clause ${clause} wants ${bound} at the office; only ${people} can come.`,
    clash: (clause, bound, people) => `Clause ${clause} wants ${people}; another quota lets ${bound} in.`,
  },
  fix: {
    too_many: (people) => `Leave ${people} out of the count, or raise the bound.`,
    too_few: (people) => `Lower the bound by ${people}, or let more come.`,
    clash: (people) => `They differ by ${people}: make the two agree.`,
  },
  ofStaff: (people) => `of ${numberText(people, 'en')}`,
  countedOn: (day) => `Counted for ${weekdayWords[weekdayOf(day)].en}, ${dayWords(day).en}.`,
  offices: 'People at the office',
  people: (range) => `${range} people`,
  range: (least, most) => `${least} to ${most}`,
  now: 'Now',
  asDrafted: 'Under the draft',
  becomes: (before, after) => `${before} become ${after} people`,
  unsettled: (agencies) =>
    `In ${numberText(agencies, 'en')} ${plural(agencies, 'agency', 'agencies')} nobody can say how many may come; there all are counted.`,
  leaderless: 'Its head and its deputies all work elsewhere.',
  empty: 'It serves the public, and nobody comes.',
}

export const effectWords: Readonly<Record<keyof Bilingual, EffectWords>> = { id, en }

/** Whom a clause reaches; nothing where it speaks of no staff. */
export function reachWords(
  {
    id: clause,
    kind,
    who,
  }: { readonly id: string; readonly kind: string; readonly who: { readonly public?: unknown } },
  { individual, reach, reachDays, analysis }: Effect,
  language: keyof Bilingual,
): string {
  const words = effectWords[language]
  if (who.public) return ''
  if (individual.has(clause)) return words.individual
  if (kind === 'service') return ''
  const day = reachDays.get(clause)
  const counted = words.reached(reach.get(clause) ?? 0)
  const people = day ? `${counted} · ${dayWords(day)[language]}` : counted
  return analysis.idle.includes(clause) ? `${people} · ${words.idle}` : people
}

/** The largest agencies are shown; the heading counts all. */
export const mostStrains = 20

/** Of the agencies in which more or fewer can be at the office. */
export const mostRanges = 5

/** An agency that cannot do it: how many it has, what is asked of it, what would help. */
export function strainWords({ kind, clause, bound, people, staff }: Strain, language: keyof Bilingual) {
  const words = effectWords[language]
  return {
    staff: words.ofStaff(staff),
    says: words.strain[kind](clause, bound, people),
    fix: words.fix[kind](Math.abs(people - bound)),
  }
}

/** The main figures in one sentence, to be read aloud. */
export function impactSaid(moves: Moves, language: keyof Bilingual): string {
  const words = effectWords[language]
  const parts = moveHeadings.flatMap((one) =>
    moves[one] > 0 && one !== 'same' ? [`${words.moves[one]}: ${numberText(moves[one], language)}`] : [],
  )
  return [...parts, words.personDays(moves.personDays)].join('; ')
}

/** `120 sampai 150`; one number where both are the same. */
export function rangeWords({ least, most }: OfficeRange, language: keyof Bilingual): string {
  const [low, high] = [numberText(least, language), numberText(most, language)]
  return low === high ? low : effectWords[language].range(low, high)
}

/** An agency in which more or fewer can be at the office. */
export function rangeChangeWords({ staff, before, after }: RangeChanged, language: keyof Bilingual) {
  const words = effectWords[language]
  return {
    staff: words.ofStaff(staff),
    says: words.becomes(rangeWords(before, language), rangeWords(after, language)),
  }
}

/** Agencies and units that a draft leaves without leaders, or without anybody; the largest lists are cut. */
export const leftWords = ({ leaderless, empty }: OfficesChanged, language: keyof Bilingual) =>
  [
    ...leaderless.map((unit) => ({ unit, says: effectWords[language].leaderless })),
    ...empty.map((unit) => ({ unit, says: effectWords[language].empty })),
  ].slice(0, mostStrains)

/** The two bars of the offices, of a hundred: who is there however it is drawn, and who may be. */
export const officeBars = ({ staff, before, after }: Pick<OfficesChanged, 'staff' | 'before' | 'after'>) =>
  [before, after].map(({ least, most }) => ({
    least: staff === 0 ? 0 : (least / staff) * 100,
    most: staff === 0 ? 0 : (most / staff) * 100,
  }))
