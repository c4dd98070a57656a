/** Amendments, over every circular of the folder: the letter states what makes the one text out of the other. */
import {
  type AmendmentBase,
  amendingLetter,
  amendmentBegun,
  amendmentProblems,
  baseOf,
  changesOf,
  isOvertaken,
} from '@piket/domain/circular/amendment.ts'
import { carriedOver } from '@piket/domain/circular/carry-over.ts'
import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import { isAlike, rulesChanged } from '@piket/domain/circular/difference.ts'
import { type Edit, edited, touched } from '@piket/domain/circular/edit.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isPatchRefusal, patch } from '@piket/domain/circular/patch.ts'
import { readingWords } from '@piket/domain/circular/reading-words.ts'
import { fold, type Registered } from '@piket/domain/circular/register.ts'
import { sampleText } from '@piket/domain/circular/sample-circular.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editsOf } from './edits-of.ts'
import { circulars, constructs } from './folder.ts'

const reading = { known: '2031-01-01T00:00', readings: {} } as const
const naming = { id: 'perubahan', region: 'uji', level: 'regency', office: 'bupati' } as const
const documents = [circulars, constructs].flatMap(({ circularFiles, read }) =>
  circularFiles.map((name) => parseCircular(name, read(name)).doc as Circular),
)
const bases = documents.flatMap((doc) => {
  const base = baseOf(doc.id, [{ doc, recorded: null }], reading)
  return base ? [{ name: doc.id, base }] : []
})
const rulesOf = ({ scope, order, groups, tables, timetables, clauses }: Circular) => ({
  ...{ scope, order, groups, tables, timetables, clauses },
})
const withEdits = (doc: Circular, edits: readonly Edit[]) =>
  edits.reduce<Circular>((one, edit) => {
    const next = edited(one, edit)
    return isPatchRefusal(next) ? one : next.doc
  }, doc)

test('there are circulars to look at', () => expect(bases.length).toBeGreaterThan(10))

describe.each(bases)('$name', ({ base }) => {
  const begun = amendmentBegun(base, naming)

  test('begins as it reads, and changes nothing', () => {
    expect(isAlike(rulesOf(begun), rulesOf(base.doc))).toBe(true)
    expect(changesOf(begun, base)).toEqual({})
    expect(isOvertaken(begun, base)).toBe(false)
    expect(begun.open_questions).toEqual([])
  })

  test('whatever is edited, the changes make of the document what was written', () => {
    fc.assert(
      fc.property(fc.array(editsOf(begun), { maxLength: 6 }), (edits) => {
        const doc = withEdits(begun, edits)
        const patched = patch(base.doc, changesOf(doc, base))
        expect(isPatchRefusal(patched) ? patched : undefined).toBeUndefined()
        expect('doc' in patched && isAlike(rulesOf(patched.doc), rulesOf(doc))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

const target = parseCircular(
  'contoh.yaml',
  sampleText(`groups:
  loket: {label_id: Loket, units: [disdukcapil]}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, force: must, cite: "u:1"}
  - {id: c2, kind: placement, who: {group: [loket]}, place: office, force: must, over: [c1], cite: "u:2"}`),
).doc as Circular
const law: Registered[] = [{ doc: target, recorded: '2021-07-01' }]
const base = baseOf('contoh', law, reading) as AmendmentBase
const begun = amendmentBegun(base, naming)

/** A draft of it from a day on, with some edits. */
const drafted = (...edits: readonly Edit[]) => withEdits(begun, [{ 'in_force.from': '2021-08-02' }, ...edits])
const signed = (doc: Circular): Circular => ({ ...amendingLetter(doc, base), status: 'in_force', number: '2/UJI' })

test('the letter states fields of clauses and groups, clauses that come and go, and another end', () => {
  const added = { id: 'c3', kind: 'placement', who: { unit: ['rsud'] }, place: 'office', force: 'must' } as const
  const doc = drafted(
    { 'clauses.c1.force': 'should', 'groups.loket.units': ['disdukcapil', 'dpmptsp'] },
    { 'clauses.+c3': { ...added, cite: 'perubahan:3' } },
    { 'clauses.c2': null, 'in_force.until': '2021-10-31' },
  )
  const letter = signed(doc)
  expect(letter.clauses).toEqual([])
  expect(letter.relations).toEqual([
    {
      type: 'amends',
      target: 'contoh',
      until: '2021-10-31',
      set: {
        'groups.loket.units': ['disdukcapil', 'dpmptsp'],
        'clauses.c1.force': 'should',
        'clauses.c2': null,
        'clauses.+c3': { ...added, cite: 'perubahan:3' },
        sources: [...target.sources, { id: 'perubahan', type: 'draft', publisher: 'bupati' }],
      },
    },
  ])
  expect(checkRelations([letter, target])).toEqual([])
  const set = letter.relations[0]?.set ?? {}
  expect(readingWords(target, { id: 'set', set }, (unit) => unit).length).toBeGreaterThan(3)
  const folded = fold([...law, { doc: letter, recorded: '2021-07-30' }], reading)
  expect('versions' in folded && folded.versions.map(({ segments }) => segments)).toEqual([
    [{ from: '2021-07-05', until: '2021-08-01', recorded: '2021-07-01' }],
    [{ from: '2021-08-02', until: '2021-10-31', recorded: '2021-07-30', by: 'perubahan' }],
  ])
})

const codesOf = (doc: Circular, from = base) => amendmentProblems(doc, begun, from).map(({ code }) => code)

test.each([
  ['nothing changed', drafted(), ['PKT-410']],
  ['only the end moves', drafted({ 'in_force.until': '2022-01-31' }), []],
  ['it begins before the document', drafted({ 'in_force.from': '2021-07-01', 'clauses.c2': null }), ['PKT-309']],
  ['it begins after the document', drafted({ 'in_force.from': '2022-02-01', 'clauses.c2': null }), ['PKT-309']],
  ['it opens the end', drafted({ 'in_force.until': null, 'clauses.c2': null }), ['PKT-309']],
  [
    'it asks something',
    drafted({
      'clauses.c2': null,
      open_questions: [
        { id: 'q', about: ['c1'], text: '?', used: 'a', blocks: 'none', ask: 'bupati', readings: [{ id: 'a' }] },
      ],
    }),
    ['PKT-606'],
  ],
])('%s', (_, doc, codes) => expect(codesOf(doc)).toEqual(codes))

test('what somebody else amended meanwhile is told, and not undone', () => {
  const other = signed(drafted({ 'clauses.c1.force': 'should' }))
  const now = baseOf('contoh', [...law, { doc: other, recorded: '2021-07-30' }], reading) as AmendmentBase
  const mine = drafted({ 'groups.loket.units': ['rsud'] })
  expect(codesOf(mine, now)).toEqual(['PKT-308'])
  const next = amendmentBegun(now, naming)
  expect(next.clauses[0]?.force).toBe('should')
  expect(isOvertaken(next, now)).toBe(false)
})

test('a document that was revoked is not amended any more', () => {
  const revoked = { ...base, isEnded: true }
  expect(codesOf(drafted({ 'clauses.c2': null }), revoked)).toEqual(['PKT-308'])
  expect(amendmentProblems(begun, begun, undefined).map(({ code }) => code)).toEqual(['PKT-308'])
})

describe('begun again where others have amended meanwhile', () => {
  /** What somebody wrote, on what others have made of the document. */
  function goneOn(theirs: readonly Edit[], mine: readonly Edit[]) {
    const other = signed(drafted(...theirs))
    const now = baseOf('contoh', [...law, { doc: other, recorded: '2021-07-30' }], reading) as AmendmentBase
    const { text, changes } = carriedOver(drafted(...mine), begun, now)
    const next = edited(text, changes)
    if (isPatchRefusal(next)) throw new Error(next.asked)
    return { now, doc: next.doc }
  }
  const added = (place: string): Edit => ({
    'clauses.+c9': { id: 'c9', kind: 'placement', who: { all: true }, place, force: 'may', cite: 'perubahan:9' },
  })

  test('a clause that others took out comes back where it was changed here, and stays away where it was not', () => {
    const { doc } = goneOn([{ 'clauses.c2': null }], [{ 'clauses.c2.force': 'should' }])
    expect(doc.clauses.map(({ id, force }) => [id, force])).toEqual([
      ['c1', 'must'],
      ['c2', 'should'],
    ])
    expect(goneOn([{ 'clauses.c2': null }], [{ 'clauses.c1.force': 'may' }]).doc.clauses.map(({ id }) => id)).toEqual([
      'c1',
    ])
  })

  test('of two clauses of one id the later one stands, alone; a clause that others added stays', () => {
    const { doc } = goneOn([added('home')], [added('office')])
    expect(doc.clauses.map((one) => [one.id, one.kind === 'placement' && one.place])).toEqual([
      ['c1', 'home'],
      ['c2', 'office'],
      ['c9', 'office'],
    ])
    const kept = goneOn([added('home')], [{ clauses: [...begun.clauses].reverse() }])
    expect(kept.doc.clauses.map(({ id }) => id)).toEqual(['c2', 'c1', 'c9'])
  })

  test('basis, sources and periods come along; a new clause cites the new text', () => {
    const basis = [{ type: 'law', of: 'presiden' }]
    const source = { id: 'kajian', type: 'letter', publisher: 'bappeda' }
    const { doc } = goneOn(
      [{ 'clauses.c1.force': 'may' }, added('home')],
      [
        { basis, sources: [...begun.sources, source], 'in_force.until': '2021-11-30' },
        { 'clauses.+c8': { id: 'c8', kind: 'placement', who: { all: true }, place: 'home', cite: 'perubahan:8' } },
      ],
    )
    expect(doc).toMatchObject({ basis, in_force: { from: '2021-08-02', until: '2021-11-30' } })
    expect(doc.sources.map(({ id }) => id)).toEqual(['perubahan-2', 'u', 'perubahan', 'kajian'])
    expect(doc.clauses.find(({ id }) => id === 'c8')?.cite).toBe('perubahan-2:8')
  })

  test('where the two touch nothing in common, what is changed is the same as before', () => {
    const anything = fc.array(editsOf(begun), { maxLength: 4 })
    fc.assert(
      fc.property(anything, anything, (others, own) => {
        const theirs = signed(withEdits(drafted(), others))
        const now = baseOf('contoh', [...law, { doc: theirs, recorded: '2021-07-30' }], reading)
        if (!now) return
        const mine = withEdits(drafted(), own)
        const [ours, foreign] = [rulesChanged(begun, mine), rulesChanged(begun, now.doc)]
        const { text, changes } = carriedOver(mine, begun, now)
        const next = edited(text, changes)
        expect(isPatchRefusal(next)).toBe(false)
        const ids = 'doc' in next ? next.doc.clauses.map(({ id }) => id) : []
        const alone = [mine, now.doc].every(
          ({ clauses }) => new Set(clauses.map(({ id }) => id)).size === clauses.length,
        )
        if (alone) expect(new Set(ids).size).toBe(ids.length)
        if (touched(ours, foreign).length > 0 || 'clauses' in ours || 'clauses' in foreign) return
        expect('doc' in next && rulesChanged(now.doc, next.doc)).toEqual(ours)
      }),
      { numRuns: 300 },
    )
  })
})
