/** Edits of drafts, over every circular of the folder: what they come to, taken back, in either order, and as a text. */
import type { Clause } from '@piket/domain/circular/clause.ts'
import { type Edit, edited, editedBy, takingBack, touched } from '@piket/domain/circular/edit.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isPatchRefusal } from '@piket/domain/circular/patch.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { written, writtenWith } from '@piket/domain/circular/written.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editsOf } from './edits-of.ts'
import { circulars, constructs } from './folder.ts'

const texts = [circulars, constructs].flatMap(({ circularFiles, read }) =>
  circularFiles.map((name) => ({ name, source: read(name), doc: parseCircular(name, read(name)).doc as Circular })),
)

const resultOf = (doc: Circular, edit: Edit): Circular | undefined => {
  const outcome = edited(doc, edit)
  return isPatchRefusal(outcome) ? undefined : outcome.doc
}
const all = (doc: Circular, edits: readonly Edit[]) =>
  edits.reduce<Circular>((one, edit) => resultOf(one, edit) ?? one, doc)

describe.each(texts)('$name', ({ source, doc }) => {
  test('stands as a text that says the same', () => {
    expect(parseCircular('x', written(doc)).doc).toEqual(doc)
    expect(writtenWith(source, [])).toBe(source)
  })

  test('after any edits its text says what they come to, and keeps the notes of lines that none of them touches', () => {
    fc.assert(
      fc.property(fc.array(editsOf(doc), { maxLength: 6 }), (asked) => {
        const edits: Edit[] = []
        let now = doc
        for (const edit of asked) {
          const next = resultOf(now, edit)
          if (!next) continue
          edits.push(JSON.parse(JSON.stringify(edit)))
          now = next
        }
        const inTurn = editedBy(doc, edits)
        expect('doc' in inTurn && inTurn.doc).toEqual(now)
        expect(parseCircular('x', writtenWith(source, edits)).doc).toEqual(JSON.parse(JSON.stringify(now)))
      }),
      { numRuns: 60 },
    )
    const noted = source.split('\n').filter((line) => line.startsWith('#'))
    const text = writtenWith(source, [{ title: 'Lain' }])
    for (const note of noted) expect(text).toContain(note)
  })

  test('an edit that is taken back leaves what was there', () => {
    fc.assert(
      fc.property(editsOf(doc), (edit) => {
        const next = resultOf(doc, edit)
        if (next) expect(all(next, [takingBack(doc, edit)])).toEqual(doc)
      }),
      { numRuns: 100 },
    )
  })

  test('edits that touch no common path come to the same in either order, but for where added clauses stand', () => {
    const inOrder = (one: Circular) => ({
      ...one,
      clauses: one.clauses.toSorted((a, b) => a.id.localeCompare(b.id)),
    })
    fc.assert(
      fc.property(editsOf(doc), editsOf(doc), (first, second) => {
        if (touched(first, second).length > 0) return
        expect(inOrder(all(doc, [first, second]))).toEqual(inOrder(all(doc, [second, first])))
      }),
      { numRuns: 100 },
    )
  })
})

const plain = texts.find(({ doc }) => doc.clauses.length > 2)?.doc as Circular

test.each([
  '__proto__.polluted',
  'groups.__proto__.polluted',
  'constructor.prototype.polluted',
  'groups.toString.polluted',
])('%s leads out of the document, and fits nothing', (path) => {
  expect(resultOf(plain, { [path]: 'x' })).toBeUndefined()
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('clauses and groups whose names hold dots are edited where they stand, in the document and in its text', () => {
  const [first] = plain.clauses as [Clause]
  const dotted = resultOf(plain, {
    clauses: [
      { ...first, id: '1' },
      { ...first, id: '1.a' },
      { ...first, id: '1.a.b' },
    ].map((one) => ({
      ...one,
      over: undefined,
    })),
    groups: { 'a.b': { label_id: 'lama' }, a: { label_id: 'lain' } },
    open_questions: [],
  }) as Circular
  const edits = [{ 'clauses.1.a.note': 'x' }, { 'clauses.1.a.b': null }, { 'groups.a.b.label_id': 'baru' }]
  const now = all(dotted, edits)
  expect(now.clauses.map(({ id, note }) => [id, note])).toEqual([
    ['1', undefined],
    ['1.a', 'x'],
  ])
  expect(now.groups).toEqual({ 'a.b': { label_id: 'baru' }, a: { label_id: 'lain' } })
  expect(parseCircular('x', writtenWith(written(dotted), edits)).doc).toEqual(now)
  for (const edit of edits) expect(all(dotted, [edit, takingBack(dotted, edit)])).toEqual(dotted)
  const added = { 'clauses.+1.a.c': { ...first, id: '1.a.c', over: undefined } }
  expect(all(dotted, [added]).clauses.at(-1)?.id).toBe('1.a.c')
  expect(all(dotted, [added, takingBack(dotted, added)])).toEqual(dotted)
})

test('a reading that takes a clause out and settles its question is taken back whole', () => {
  const [first] = plain.clauses
  const edit = { [`clauses.${first?.id}`]: null, title: 'Lain' }
  const next = resultOf(plain, edit) as Circular
  expect(resultOf(next, takingBack(plain, edit))).toEqual(plain)
})

test('a text that names a value and uses it twice can be changed in one place', () => {
  const aliased = `${written({ ...plain, clauses: [] }).replace(
    'clauses: []',
    `clauses:
  - {id: c1, kind: placement, who: &w {all: true}, place: home, cite: "x:1"}
  - {id: c2, kind: placement, who: *w, place: office, over: [c1], cite: "x:1"}`,
  )}`
  const { doc } = parseCircular('x', writtenWith(aliased, [{ 'clauses.c1.who': { unit: ['a'] } }]))
  expect(doc?.clauses.map(({ who }) => who)).toEqual([{ unit: ['a'] }, { all: true }])
})

test.each<[Edit, Edit, string[]]>([
  [{ title: 'a' }, { title: 'b' }, ['title']],
  [{ 'clauses.c1.force': 'may' }, { 'clauses.c1': null }, ['clauses.c1.force']],
  [{ 'clauses.c1.force': 'may' }, { 'clauses.c1.who': { all: true } }, []],
  [{ 'clauses.c1.force': 'may' }, { 'clauses.c10.force': 'may' }, []],
  [{ clauses: [] }, { 'clauses.c1.force': 'may' }, ['clauses']],
  [{ 'clauses.+c9': {} }, { 'clauses.+c9': {} }, ['clauses.+c9']],
  [{ 'clauses.+c9': {}, title: 'a' }, { 'clauses.c9.force': 'may' }, ['clauses.+c9']],
  [{ 'in_force.from': '2031-01-01' }, { 'in_force.until': '2031-01-01' }, []],
])('%j touches %j at %j', (edit, other, paths) => expect(touched(edit, other)).toEqual(paths))
