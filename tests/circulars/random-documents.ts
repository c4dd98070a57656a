/** Documents and facts drawn at random, with every construct of the language somewhere among them. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { employments, jobs, leaveKinds, workPatterns } from '@piket/domain/staff/facts.ts'
import fc from 'fast-check'
import type { CasePerson, CaseWorld } from './case-file.ts'

/** Monday to the Friday after; with a holiday, a birthday and most events among them. */
export const firstDay = '2021-07-19' as Day
export const lastDay = '2021-07-30' as Day

const day = fc.constantFrom<Day>(
  ...(['2021-07-16', '2021-07-20', '2021-07-21', '2021-07-22', '2021-07-26', '2021-07-28'] as Day[]),
)
const time = fc.constantFrom('08:00', '10:30', '12:00', '15:30')
const units = ['dlh', 'dlh/bidang-a', 'dlh/bidang-a/regu-1', 'dishub', 'dishub/seksi-b', 'rsud'] as const
const positions = ['kepala_dinas', 'camat', 'lurah', 'staf', 'kepala_bidang'] as const
const attributes = ['pregnant', 'unwell', 'vaccinated'] as const
const some = <T>(...items: readonly T[]) => fc.subarray([...items], { minLength: 1, maxLength: 2 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { nil: undefined, freq })

/** Without keys that hold nothing, as a document is written. */
const written = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  arbitrary.map((one) => JSON.parse(JSON.stringify(one)))

const leaf = fc.oneof(
  fc.constant({ all: true }),
  some(...units, 'class:rsud', 'sector:essential', 'function:counter').map((unit) => ({ unit })),
  some('posts', 'agencies').map((group) => ({ group })),
  some(...positions, 'opd_head').map((position) => ({ position })),
  some('II', 'III', 'IV', 'none').map((echelon) => ({ echelon })),
  some(...jobs).map((job) => ({ job })),
  some(...employments).map((employment) => ({ employment })),
  some(...attributes, 'works_shifts').map((has) => ({ has })),
  fc.constantFrom(
    { employer: ['uji'] },
    { employer: ['prov'] },
    { workplace_in: ['kec-1'] },
    { workplace_in: ['uji'] },
  ),
  fc.constantFrom({ top_levels: 1 }, { top_levels: 2 }),
  fc.constantFrom(
    { age: { at_least: 55 } },
    { age: { over: 54 } },
    { age: { past_birthday: 55 } },
    { age: { under: 55 } },
  ),
)
const who = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map((any_of) => ({ any_of })) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([one, not]) => ({ ...one, not })) },
)

const dayLeaf = fc.oneof(
  some('monday', 'wednesday', 'friday').map((weekday) => ({ weekday })),
  some('workday', 'weekend', 'holiday', 'joint_leave').map((kind) => ({ day: kind })),
  fc.array(day, { minLength: 1, maxLength: 2 }).map((dates) => ({ dates })),
  fc.constant({ season: ['ramadan'] }),
  fc.record({ from: day, until: fc.constant('2021-07-29') }),
  fc.tuple(day, time).map(([on, at]) => ({ from: `${on}T${at}` })),
  fc.record({ from: time }).map((span) => ({ time: span })),
  fc.constantFrom({ status: { zone: ['red'] } }, { status: { level: ['3', '4'] } }),
  fc
    .record({
      type: fc.constantFrom('flood', 'cluster'),
      at: fc.constantFrom('region', 'workplace', 'unit', 'person'),
      for: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      count: fc.constantFrom('days', 'workdays'),
    })
    .map((event) => ({ event })),
)
const when = fc.oneof(
  { weight: 5, arbitrary: dayLeaf },
  { weight: 1, arbitrary: fc.tuple(dayLeaf, dayLeaf).map((any_of) => ({ any_of })) },
  { weight: 1, arbitrary: dayLeaf.map((not) => ({ not })) },
)

const common = { who, when: maybe(when, 2), force: fc.constantFrom('must', 'should', 'may'), cite: fc.constant('u:1') }
const needs = fc.constantFrom(
  [{ letter: 'surat_tugas' }],
  [{ letter: 'surat_tugas', signer_at_least: 'II' }],
  [{ letter: 'surat_tugas', report_to: 'bkpsdm', within_workdays: 1 }],
)
const placed = maybe(fc.constantFrom({ placed: ['home'] }, { under: ['c1'] }), 1)
const placement = fc.record({
  ...common,
  kind: fc.constant('placement'),
  place: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('home', 'office', 'rotate', 'other_office', 'field') },
    { weight: 1, arbitrary: fc.constant({ table: 'where' }) },
    { weight: 1, arbitrary: fc.constantFrom({ ask: 'opd_head' }, { ask: 'opd_head', until_then: 'home' }) },
  ),
  needs: maybe(needs, 1),
  binding: maybe(fc.constant(true), 1),
  layer: maybe(fc.constantFrom('post', 'general'), 2),
})
const consequence = fc
  .oneof(
    fc.record({
      ...common,
      kind: fc.constant('duty'),
      do: fc.constant('work_report'),
      due: fc.constantFrom({ every: 'workday' }, null),
    }),
    fc.record({
      ...common,
      kind: fc.constant('ban'),
      act: fc.constant(['travel_out_of_region']),
      unless: maybe(fc.constantFrom([{ letter: 'surat_tugas' }], [{ reason: ['sick'] }])),
    }),
    fc.record({
      ...common,
      kind: fc.constant('service'),
      public: fc.constantFrom('open', 'limited', { ask: 'opd_head' }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('hours'),
      timetable: fc.constantFrom('ordinary', 'staggered', { ask: 'opd_head', until_then: 'ordinary' }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('quota'),
      per: fc.constantFrom('agency', 'sub_unit', 'room', 'region', 'shift'),
      place: fc.constantFrom('office', 'home'),
      amount: fc.constantFrom({ max: '50%' }, { min: 1 }, { max: { table: 'ceiling' } }),
      of: fc.constant({ staff: 'assigned', heads: 'in', exempt: 'in' }),
      first: maybe(fc.constant([{ has: ['vaccinated'] }])),
    }),
    fc.record({
      ...common,
      kind: fc.constant('pattern'),
      run: fc.constant({ place: 'home', max: 2 }),
      limit: fc.constant({ place: 'home', max: 3, per: 'week', across: 'all' }),
    }),
  )
  .chain((clause) =>
    placed.map((after) =>
      after && ['duty', 'ban', 'hours'].includes(clause.kind) ? { ...clause, who: after } : clause,
    ),
  )

const inForce = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      from: fc.constantFrom('2021-07-05', '2021-07-21', '2021-07-21T10:30'),
      until: fc.constantFrom('2021-07-27', '2021-12-31'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ from: { event: 'ramadan_begins' }, until: { event: 'ramadan_begins', plus_days: 5 } }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ from: '2021-07-05', until: null, while: { event: 'ppkm' }, review: '2021-09-01' }),
  },
)

const relation = fc.constantFrom(
  { type: 'declines', target: 'd0', clauses: ['c1'] },
  { type: 'adopts', target: 'd0', clauses: ['c1'] },
  { type: 'extends', target: 'd0', until: '2022-01-31' },
  { type: 'amends', target: 'd0', from: '2021-07-22', set: { 'clauses.c1.who': { all: true } } },
  { type: 'revokes', target: 'd0', from: '2021-07-26' },
  { type: 'replaces', target: 'd0', from: '2021-07-28' },
  { type: 'corrects', target: 'd0', set: { 'clauses.c1.force': 'may' } },
)

const body = fc.record({
  level: fc.constantFrom('unit', 'regency', 'province', 'national'),
  in_force: inForce,
  scope: maybe(fc.constantFrom({ employer: ['uji'] }, { workplace_in: ['kec-1'] }, { unit: ['dlh'] }), 1),
  clauses: fc.tuple(
    fc.array(placement, { minLength: 1, maxLength: 4 }),
    fc.array(consequence, { maxLength: 4 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 })), { maxLength: 2 }),
  ),
  relations: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: relation.map((one) => [one]) },
  ),
})

/** Register of one to three documents; the first has no relations. */
export const documents = fc.array(written(body), { minLength: 1, maxLength: 3 }).map((bodies) =>
  bodies.map(({ clauses: [placements, others, over], relations, ...rest }, at) => {
    const clauses = [...placements, ...others].map((clause, number) => ({ id: `c${number + 1}`, ...clause }))
    // A later clause may be over an earlier one of its kind: never in a circle.
    const above = (number: number, kind: string) =>
      over.flatMap(([low, high]) =>
        high === number && clauses[low - 1]?.kind === kind && low < high ? [`c${low}`] : [],
      )
    return {
      piket: 'circular/1',
      id: `d${at}`,
      kind: 'circular',
      status: 'in_force',
      region: rest.level === 'national' ? 'id' : rest.level === 'province' ? 'prov' : 'uji',
      number: `${at}`,
      title: 'Acak',
      issued_on: `2021-07-0${at + 1}`,
      issuer: { office: 'bupati', signed_by: null },
      order: ['post', 'general'],
      relations: at === 0 ? [] : relations,
      basis: [],
      sources: [{ id: 'u', type: 'invented', publisher: 'Uji' }],
      groups: { posts: { positions: ['camat', 'lurah'] }, agencies: { items: { 1: ['dishub', 'rsud'] } } },
      tables: {
        where: {
          by: ['zone'],
          rows: [
            { zone: 'red', value: 'home', until: '2021-07-25' },
            { zone: 'green', value: 'office' },
          ],
        },
        ceiling: { by: ['sector'], rows: [{ sector: 'essential', value: '75%' }] },
      },
      timetables: {
        ordinary: {
          rows: [
            { weekday: ['monday', 'tuesday', 'wednesday'], from: '07:30', to: '16:00', break_minutes: 60 },
            { weekday: ['wednesday', 'friday'], season: ['ramadan'], from: '08:00', to: '15:00', break_minutes: 30 },
          ],
        },
        staggered: {
          rows: [
            { weekday: ['monday', 'wednesday'], shift: 'early', from: '07:00', to: '13:00', break_minutes: 30 },
            { weekday: ['monday', 'wednesday'], shift: 'late', from: '10:30', to: '16:30', break_minutes: 30 },
          ],
        },
      },
      ...rest,
      clauses: clauses.map((clause, number) => {
        const own = above(number + 1, clause.kind)
        return own.length > 0 ? { ...clause, over: [...new Set(own)] } : clause
      }),
      open_questions:
        at === 0
          ? [
              {
                id: 'q1',
                about: ['clauses.c1'],
                text: 'Siapa?',
                used: 'as_is',
                blocks: 'none',
                ask: 'bkpsdm',
                readings: [{ id: 'as_is' }, { id: 'everybody', set: { 'clauses.c1.who': { all: true } } }],
              },
            ]
          : [],
    }
  }),
)

export const somebody: fc.Arbitrary<CasePerson & { readonly drawn?: Day; readonly shift?: string }> = written(
  fc.record({
    unit: fc.constantFrom(...units),
    employer: maybe(fc.constantFrom('uji', 'prov'), 1),
    workplace_in: maybe(fc.constantFrom('kec-1', 'kec-2'), 1),
    position: fc.constantFrom(...positions),
    echelon: fc.constantFrom('II', 'III', 'IV', 'none'),
    job: fc.constantFrom(...jobs),
    employment: fc.constantFrom(...employments),
    birth_date: maybe(fc.constantFrom<Day>(...(['1966-07-22', '1966-07-26', '1950-01-01', '1990-06-06'] as Day[])), 4),
    work_pattern: fc.constantFrom(...workPatterns),
    acting: fc.array(
      fc.record({ position: fc.constantFrom(...positions), echelon: fc.constantFrom('II', 'III'), from: day }),
      { maxLength: 1 },
    ),
    attributes: fc.array(
      fc.record({
        name: fc.constantFrom(...attributes),
        value: fc.constantFrom<boolean | 'unknown'>(true, false, 'unknown'),
        from: day,
      }),
      { maxLength: 2 },
    ),
    leave: fc.array(
      day.chain((from) =>
        fc.record({ kind: fc.constantFrom(...leaveKinds), from: fc.constant(from), until: fc.constant(from) }),
      ),
      { maxLength: 1 },
    ),
    drawn: maybe(day),
    shift: maybe(fc.constantFrom('early', 'late')),
  }),
) as fc.Arbitrary<CasePerson & { readonly drawn?: Day; readonly shift?: string }>

/** Everything dated that is not of one person alone; `e0` and `e1` are people. */
export const worlds: fc.Arbitrary<Partial<CaseWorld>> = written(
  fc.record({
    regions: fc.constant([{ id: 'uji', within: 'prov' }, { id: 'prov', within: 'id' }, { id: 'id' }]),
    units: fc.constant([
      { id: 'dlh', class: [], functions: [], sector: 'essential', top_echelons: ['II', 'III'] },
      { id: 'dlh/bidang-a', class: [], functions: ['counter'], workplace_in: 'kec-1' },
      { id: 'rsud', class: ['rsud'], functions: [], employer: 'prov' },
    ]),
    calendar: fc.constant([
      { date: '2021-07-20', kind: 'holiday', name: 'Iduladha' },
      { date: '2021-07-23', kind: 'joint_leave', name: 'Cuti bersama' },
    ]),
    seasons: fc.subarray([{ name: 'ramadan', from: '2021-07-21', until: '2021-07-27' }]),
    statuses: fc.array(
      fc.record({
        status: fc.constantFrom('zone', 'level'),
        subject: fc.constantFrom('uji', 'kec-1', 'dlh', 'dlh/bidang-a'),
        value: fc.constantFrom('red', 'green', '3', '4'),
        from: day,
      }),
      { maxLength: 4 },
    ),
    events: fc.array(
      fc.record({
        type: fc.constantFrom('flood', 'cluster', 'ppkm', 'ramadan_begins'),
        subject: fc.constantFrom('uji', 'kec-1', 'dlh', 'dlh/bidang-a', 'e0'),
        from: fc.oneof(
          day,
          fc.tuple(day, time).map(([on, at]) => `${on}T${at}`),
        ),
        until: maybe(fc.constant('2021-07-28')),
        by: fc.constant('bupati'),
      }),
      { maxLength: 4 },
    ),
    letters: fc.array(
      fc.record({
        letter: fc.constant('surat_tugas'),
        person: fc.constantFrom('e0', 'e1'),
        from: day,
        until: fc.constant('2021-07-29'),
        signer: maybe(fc.constantFrom('II', 'IV')),
        dated: maybe(day),
        reported_to: maybe(fc.constant('bkpsdm')),
      }),
      { maxLength: 2 },
    ),
    answers: fc.array(
      fc.record({
        circular: fc.constantFrom('d0', 'd1'),
        clause: fc.constantFrom('c1', 'c2', 'c5'),
        unit: maybe(fc.constantFrom('dlh', 'dishub')),
        value: fc.constantFrom('home', 'office', 'staggered'),
        from: day,
        by: fc.constant('head'),
      }),
      { maxLength: 2 },
    ),
    overrides: fc.array(
      fc.record({
        person: fc.constantFrom('e0', 'e1'),
        date: day,
        do: fc.constantFrom('recall', 'field'),
        by: fc.constant('opd_head'),
      }),
      { maxLength: 1 },
    ),
  }),
) as unknown as fc.Arbitrary<Partial<CaseWorld>>
