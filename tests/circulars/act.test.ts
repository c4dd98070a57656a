/** What letters that act on a document change, and what they leave: over every circular of the folder and its people. */
import { addDays, type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { extensionOf, firstDayOfExtension, noExtension, revocationOf } from '@piket/domain/circular/act.ts'
import { type AmendmentBase, amendingLetter, amendmentBegun, baseOf } from '@piket/domain/circular/amendment.ts'
import { check } from '@piket/domain/circular/check.ts'
import { type Edit, edited } from '@piket/domain/circular/edit.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { isPatchRefusal, patch } from '@piket/domain/circular/patch.ts'
import type { Registered } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { written } from '@piket/domain/circular/written.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { isGap } from '@piket/domain/decision/row.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circulars } from './folder.ts'
import { factsOf, registerOf } from './run-case.ts'

const { docs } = circulars.loadCirculars()
const letter = (issuedOn: Day) => ({ id: 'tindakan', number: 'UJI/1', issuedOn, signedBy: 'Uji' })

const bounded = circulars.caseFiles.flatMap((name) => {
  const file = circulars.loadCases(name)
  const register = registerOf(file, docs)
  const target = register[0]?.doc
  const { from, until } = target?.in_force ?? {}
  return target && typeof from === 'string' && typeof until === 'string'
    ? [{ name, file, register, target, from: from.slice(0, 10) as Day, until: until.slice(0, 10) as Day }]
    : []
})

test('there are circulars with an end to look at', () => expect(bounded.length).toBeGreaterThan(1))

describe.each(bounded)('$name', ({ file, register, target, from, until }) => {
  const facts = factsOf(file)
  /** Everything that is decided on some days, but for the moment of knowledge. */
  function decided(documents: readonly Registered[], days: readonly Day[], known = '9999-12-31') {
    const book = rulebook(documents, facts, { known, withoutOtherReadings: true })
    if (isRuleRefusal(book)) throw new Error(book.refused)
    const table = decideList(book, book.world.staff.ids, days)
    return table.employees.map((_, person) => days.map((_day, column) => spansAt(table, person, column)))
  }
  /** Earlier documents about the same one are left out: the act is the only one. */
  const alone = register.filter(({ doc }) => doc === target || !doc.relations.some((one) => one.target === target.id))
  const withAct = (doc: Circular, recorded: Day) => [...alone, { doc, recorded }]
  const inside = daysOf(from, until)
  const later = (most: number) => fc.integer({ min: 1, max: most }).map((days) => addDays(until, days))
  const issued = fc.integer({ min: -5, max: 8 }).map((days) => addDays(until, days))

  test('an extension changes no decision inside the old period, whenever it is recorded, and says the same after it', () => {
    fc.assert(
      fc.property(later(20), issued, (end, on) => {
        const start = firstDayOfExtension(until, on)
        if (noExtension(until, end) !== undefined || start > end) return
        const doc = extensionOf(target, letter(on), { from: start, until: end })
        expect(check(doc).filter(({ level }) => level === 'error')).toEqual([])
        expect(parseCircular('x', written(doc)).doc).toEqual(doc)
        expect(decided(withAct(doc, on), inside)).toEqual(decided(alone, inside))
        const days = daysOf(start, end)
        const extended = { ...target, in_force: { ...target.in_force, until: end } }
        const place = (all: ReturnType<typeof decided>) =>
          all.map((person) =>
            person.map((spans) => spans.map(({ span, finding }) => [span, finding.place, finding.clause])),
          )
        const whole = alone.map((one) => (one.doc === target ? { ...one, doc: extended } : one))
        expect(place(decided(withAct(doc, on), days))).toEqual(place(decided(whole, days)))
      }),
      { numRuns: 20 },
    )
  })

  test('a revocation changes no decision before its day, and nothing holds from it on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inside.slice(1)), (day) => {
        const doc = revocationOf(target, letter(day), day)
        expect(check(doc).filter(({ level }) => level === 'error')).toEqual([])
        const before = daysOf(from, addDays(day, -1))
        expect(decided(withAct(doc, day), before)).toEqual(decided(alone, before))
        const cited = decided(withAct(doc, day), daysOf(day, until)).flat(2)
        expect(cited.every(({ finding }) => finding.circular !== target.id)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test('neither changes an answer that was known before it was recorded', () => {
    const doc = extensionOf(target, letter(until), { from: addDays(until, 1), until: addDays(until, 9) })
    const days = daysOf(from, addDays(until, 9))
    const known = `${addDays(until, -1)}T23:59`
    expect(decided(withAct(doc, until), days, known)).toEqual(decided(alone, days, known))
  })

  /** A change that an amendment or a correction may state: a clause less, or one of another strength. */
  const changed = fc
    .constantFrom(...target.clauses)
    .chain(({ id }) =>
      fc.constantFrom<Edit>(
        { [`clauses.${id}.force`]: 'may' },
        { [`clauses.${id}.force`]: 'should' },
        { [`clauses.${id}.note`]: 'x' },
      ),
    )

  test('an amendment changes no decision before its first day, and no answer that was known before it', () => {
    const base = baseOf(target.id, alone, { known: '9999-12-31', readings: {} }) as AmendmentBase
    const naming = { id: 'perubahan', region: target.region, level: target.level, office: target.issuer.office }
    fc.assert(
      fc.property(fc.constantFrom(...inside.slice(1)), changed, (day, edit) => {
        const next = edited(amendmentBegun(base, naming), { 'in_force.from': day, ...edit })
        if (isPatchRefusal(next)) return
        const doc: Circular = { ...amendingLetter(next.doc, base), status: 'in_force' }
        const before = daysOf(from, addDays(day, -1))
        expect(decided(withAct(doc, from), before)).toEqual(decided(alone, before))
        const known = `${addDays(day, -1)}T23:59`
        expect(decided(withAct(doc, day), inside, known)).toEqual(decided(alone, inside, known))
      }),
      { numRuns: 20 },
    )
  })

  test('a correction changes only what was known later', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inside.slice(1)), changed, (day, set) => {
        const act = extensionOf(target, letter(day), { from, until })
        const doc: Circular = { ...act, relations: [{ type: 'corrects', target: target.id, set }] }
        const known = `${addDays(day, -1)}T23:59`
        expect(decided(withAct(doc, day), inside, known)).toEqual(decided(alone, inside, known))
        const patched = patch(target, set)
        const corrected = alone.map((one) =>
          one.doc === target && 'doc' in patched ? { ...one, doc: patched.doc } : one,
        )
        const later = `${day}T23:59`
        expect(decided(withAct(doc, day), inside, later)).toEqual(decided(corrected, inside, later))
      }),
      { numRuns: 20 },
    )
  })

  test('nobody is placed without a clause, an order, a reason of their own, or the words that none speaks', () => {
    for (const finding of decided(register, inside)
      .flat(2)
      .map((one) => one.finding)) {
      const own = ['leave', 'travel', 'education', 'off', 'undetermined', 'conflict']
      expect(
        finding.clause.length > 0 || finding.override !== null || isGap(finding) || own.includes(finding.place),
      ).toBe(true)
    }
  })
})
