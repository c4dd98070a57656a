/** Fills the posts of an organisation with invented people. */
import type { WorkPattern } from '@piket/domain/calendar/calendar.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { ActingRecord, EmployeeRecord, Employment, UnitRecord } from '@piket/domain/staff/facts.ts'
import { type Degree, degrees, type Field, nameOf, type Origin, type Schooling, type Sex, titled } from './names.ts'
import { bornAt, type NumberOffice, numberOffice, silentPhone } from './numbers.ts'
import { type Random, randomFrom, shareOut } from './random.ts'
import type { PostSketch, UnitSketch } from './sketch.ts'
import { type ProfileName, profiles, type Work } from './work.ts'

export interface StaffPlan {
  /** Slug of the region: seed, and part of addresses that lead nowhere. */
  readonly region: string
  /** First part of employee ids: `6401-00001`. */
  readonly prefix: string
  /** People on the list, exactly. */
  readonly staff: number
  /** The day on which ages are right. */
  readonly asOf: Day
  readonly origins: readonly (readonly [Origin, number])[]
  /** Share of those who are no civil servants among ordinary staff; 0: a list of civil servants only. */
  readonly contractShare: number
  readonly contracts: readonly (readonly [Exclude<Employment, 'pns' | 'cpns'>, number])[]
  /** Years in which PPPK were appointed. */
  readonly contractYears: readonly number[]
  /**
   * Heads that are known to the public, by unit, or `unit#n` for the nth post beside its head. They are real people:
   * name and post come from a published text, and nothing else is invented about them.
   */
  readonly named: Readonly<Record<string, string>>
  /** Posts without a holder, and the unit whose head fills in. */
  readonly vacancies: readonly Vacancy[]
}

export interface Vacancy {
  readonly unit: string
  readonly by: string
  readonly kind: 'plt' | 'plh'
  readonly from: Day
  readonly until: Day | null
  readonly letter: string
}

export interface Staff {
  readonly units: readonly UnitRecord[]
  readonly employees: readonly EmployeeRecord[]
  readonly acting: readonly ActingRecord[]
}

/**
 * Employs as many people as the plan says, spread over the crews of the units by weight.
 * @throws when the posts alone are more than the staff, or when somebody's superior cannot be found
 */
export function employ(plan: StaffPlan, sketches: readonly UnitSketch[]): Staff {
  const random = randomFrom(`${plan.region}/staff`)
  const office = numberOffice(plan.asOf, plan.contractYears, random)
  const vacant = new Map(plan.vacancies.map((vacancy) => [vacancy.unit, vacancy]))
  const fixed = sketches.reduce(
    (sum, { unit, head, beside }) => sum + (head && !vacant.has(unit) ? 1 : 0) + (beside?.length ?? 0),
    0,
  )
  if (fixed > plan.staff) throw new Error(`${plan.region}: ${fixed} posts, ${plan.staff} people`)
  const crews = sketches.flatMap(({ crew = [] }) => crew.map(([, weight]) => weight))
  const sizes = shareOut(plan.staff - fixed, crews)

  const people: Draft[] = []
  const holders = new Map<string, Draft>()
  let next = 0
  for (const sketch of sketches) {
    const add = (draft: Omit<Draft, 'id' | 'unit'>): Draft => {
      const person = Object.assign(draft, {
        id: `${plan.prefix}-${String(people.length + 1).padStart(5, '0')}`,
        unit: sketch.unit,
      })
      people.push(person)
      return person
    }
    const { unit, head, beside = [], crew = [] } = sketch
    if (head && !vacant.has(unit)) holders.set(unit, add(official(head, plan.named[unit], plan, office, random)))
    for (const [at, post] of beside.entries()) {
      holders.set(`${unit}#${at}`, add(official(post, plan.named[`${unit}#${at}`], plan, office, random)))
    }
    for (const [profile] of crew) {
      for (let left = sizes[next++] as number; left > 0; left--) add(member(profile, plan, office, random))
    }
  }
  for (const { unit, by } of plan.vacancies) {
    const holder = holders.get(by)
    if (!holder) throw new Error(`${plan.region}: nobody heads ${by}, so nobody can fill in at ${unit}`)
    holders.set(unit, holder)
  }
  const byUnit = new Map(sketches.map((sketch) => [sketch.unit, sketch]))
  const counts = new Map<string, number>()
  for (const { unit } of people) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return {
    employees: people.map((person, at) => record(person, at, superiorOf(person, holders, byUnit), plan)),
    units: sketches.map((sketch) =>
      unitRecord(sketch, holders.get(sketch.unit)?.id ?? null, counts.get(sketch.unit) ?? 0, plan.region),
    ),
    acting: plan.vacancies.map(({ unit, kind, from, until, letter }): ActingRecord => {
      const post = byUnit.get(unit)?.head
      if (!post) throw new Error(`${plan.region}: ${unit} has no post to fill in`)
      const employee = (holders.get(unit) as Draft).id
      return { employee, position: post.position, echelon: post.echelon, unit, kind, from, until, letter }
    }),
  }
}

interface Draft {
  readonly id: string
  readonly unit: string
  readonly name: string
  readonly sex: Sex | null
  readonly birth: Day | null
  readonly nip: string | null
  readonly employment: Employment
  readonly position: string
  readonly title: string
  readonly echelon: EmployeeRecord['echelon']
  readonly job: EmployeeRecord['job']
  readonly rank: string | null
  readonly workPattern: WorkPattern
}

/** The head of the unit; for the head itself, whoever it answers to. Nobody for the secretary of the region. */
function superiorOf(person: Draft, holders: ReadonlyMap<string, Draft>, sketches: ReadonlyMap<string, UnitSketch>) {
  let unit: string | undefined = person.unit
  while (unit !== undefined) {
    const head = holders.get(unit)
    if (head && head !== person) return head.id
    const sketch: UnitSketch | undefined = sketches.get(unit)
    const answersTo: UnitSketch['answersTo'] = sketch?.answersTo
    if (answersTo?.beside !== undefined) return holders.get(`${answersTo.unit}#${answersTo.beside}`)?.id ?? null
    unit = answersTo?.unit ?? (unit.includes('/') ? unit.slice(0, unit.lastIndexOf('/')) : undefined)
  }
  return null
}

const headAges: Readonly<Record<string, readonly [number, number]>> = {
  II: [47, 58],
  III: [41, 57],
  IV: [34, 56],
  none: [36, 57],
}
const headWomen: Readonly<Record<string, number>> = { II: 0.17, III: 0.27, IV: 0.38, none: 0.55 }
const headRanks: Readonly<Record<string, readonly string[]>> = {
  II: ['IV/b', 'IV/c', 'IV/d'],
  III: ['III/d', 'IV/a', 'IV/b'],
  IV: ['III/b', 'III/c', 'III/d', 'IV/a'],
  none: ['III/c', 'III/d', 'IV/a'],
}

function official(
  post: PostSketch,
  known: string | undefined,
  plan: StaffPlan,
  office: NumberOffice,
  random: Random,
): Omit<Draft, 'id' | 'unit'> {
  const { position, title, echelon, job } = post
  const common = { position, title, echelon, job, workPattern: 'five_day' as const }
  if (known) return { ...common, name: known, sex: null, birth: null, nip: null, employment: 'pns', rank: null }
  const women = post.field === 'school' || post.field === 'doctor' ? 0.5 : (headWomen[echelon] as number)
  const sex: Sex = random.chance(women) ? 'f' : 'm'
  const [youngest, oldest] = headAges[echelon] as readonly [number, number]
  const age = random.between(youngest, oldest)
  const birth = bornAt(age, plan.asOf, random)
  const schooling = random.weighted<Schooling>([
    ['degree', 5],
    ['master', echelon === 'IV' || echelon === 'none' ? 3 : 9],
    ['doctor', echelon === 'II' ? 1 : 0],
  ])
  const employment = job === 'executor' && plan.contractShare > 0 ? random.weighted(plan.contracts) : 'pns'
  return {
    ...common,
    name: named(sex, age, job === 'executor' ? 'school' : schooling, post.field, plan, random),
    sex,
    birth,
    nip: office.numberOf(employment, birth, sex),
    employment,
    rank: employment === 'pns' ? random.pick(headRanks[echelon] as readonly string[]) : null,
  }
}

function member(
  profile: ProfileName,
  plan: StaffPlan,
  office: NumberOffice,
  random: Random,
): Omit<Draft, 'id' | 'unit'> {
  const { women, contract, patterns, works } = profiles[profile]
  const work = random.weighted<Work>(works.map((candidate) => [candidate, candidate.weight]))
  const sex: Sex = random.chance(women) ? 'f' : 'm'
  const employment = random.chance(contract * plan.contractShare * contractScale)
    ? random.weighted(plan.contracts)
    : random.chance(0.025)
      ? 'cpns'
      : 'pns'
  const age = ageFor(employment, random)
  const birth = bornAt(age, plan.asOf, random)
  const schooling = random.weighted<Schooling>(work.schooling)
  const functional = work.functional === true && holdsFunctionalPosts.has(employment)
  return {
    name: named(sex, age, schooling, work.field, plan, random),
    sex,
    birth,
    nip: office.numberOf(employment, birth, sex),
    employment,
    position: functional ? 'fungsional' : 'staf',
    title: stepOf(work.title, functional, age),
    echelon: 'none',
    job: functional ? 'functional' : 'executor',
    rank: rankOf(employment, schooling, age, functional, random),
    workPattern: random.weighted<WorkPattern>(patterns),
  }
}

const holdsFunctionalPosts = new Set<Employment>(['pns', 'cpns', 'pppk', 'pppk_part_time'])

/** The shares in the profiles hold where two fifths of all are no civil servants. */
const contractScale = 1 / 0.4

/**
 * A third of civil servants is over fifty: 1.30 of 3.80 million were 51 to 60 in the middle of 2023 (BKN figures in the
 * press, sosialpolitik.id). Ordinary posts end at 58.
 */
function ageFor(employment: Employment, random: Random): number {
  if (employment === 'cpns') return random.between(22, 33)
  if (employment === 'pns') {
    const [from, to] = random.weighted<readonly [number, number]>([
      [[24, 30], 8],
      [[31, 40], 24],
      [[41, 50], 35],
      [[51, 57], 33],
    ])
    return random.between(from, to)
  }
  if (employment === 'pppk' || employment === 'pppk_part_time') return random.between(25, 47)
  return random.between(20, 46)
}

function named(sex: Sex, age: number, schooling: Schooling, field: Field, plan: StaffPlan, random: Random): string {
  const origin = random.weighted(plan.origins)
  return titled(nameOf(origin, sex, random), origin, sex, age, schooling, random.pick<Degree>(degrees[field]), random)
}

function stepOf(title: string, functional: boolean, age: number): string {
  const step = age < 36 ? 0 : age < 47 ? 1 : 2
  if (!functional) return title.replace(/ (Ahli \{expert\}|\{skill\})$/, '')
  return title
    .replace('{expert}', (['Pertama', 'Muda', 'Madya'] as const)[step])
    .replace('{skill}', (['Terampil', 'Mahir', 'Penyelia'] as const)[step])
}

function rankOf(
  employment: Employment,
  schooling: Schooling,
  age: number,
  functional: boolean,
  random: Random,
): string | null {
  if (employment === 'pppk' || employment === 'pppk_part_time')
    return schooling === 'school' ? 'V' : schooling === 'diploma' ? 'VII' : 'IX'
  if (employment !== 'pns' && employment !== 'cpns') return null
  const steps = ['a', 'b', 'c', 'd']
  const years = Math.min(3, Math.max(0, Math.floor((age - 24) / 8) + random.between(-1, 1)))
  const ladder =
    schooling === 'school' || schooling === 'diploma'
      ? age > 45
        ? 'III'
        : 'II'
      : age > 48 && functional
        ? 'IV'
        : 'III'
  return `${ladder}/${steps[ladder === 'IV' ? Math.min(1, years) : years]}`
}

/** Written out field by field: spreading thirty thousand of these took half of all the time. */
function record(person: Draft, at: number, supervisor: string | null, { region }: StaffPlan): EmployeeRecord {
  return {
    employee: person.id,
    name: person.name,
    nip: person.nip,
    employment: person.employment,
    birth: person.birth,
    sex: person.sex,
    unit: person.unit,
    position: person.position,
    title: person.title,
    echelon: person.echelon,
    job: person.job,
    rank: person.rank,
    supervisor,
    workplaceIn: null,
    employer: null,
    workPattern: person.workPattern,
    phone: silentPhone(at + 1),
    email: person.echelon === 'none' ? null : `${person.id}@${region}.example`,
    from: null,
    until: null,
    recorded: null,
  }
}

function unitRecord(sketch: UnitSketch, head: string | null, count: number, region: string): UnitRecord {
  // Units below have the employer and the place of the agency.
  const own = sketch.unit.includes('/') ? null : region
  const { unit, name, kind, sector, functions, topEchelons, building, room } = sketch
  return {
    unit,
    name,
    kind,
    class: sketch.class ?? [],
    sector: sector ?? null,
    functions: functions ?? [],
    topEchelons: topEchelons ?? null,
    workplaceIn: own,
    employer: own,
    building: building ?? null,
    room: room ?? null,
    roomCapacity: count === 0 ? null : Math.max(3, Math.ceil(count * 1.2)),
    head,
    from: null,
    until: null,
    recorded: null,
  }
}
