import { expect, test } from 'vitest'
import { parseCircular } from './parse.ts'
import { patch } from './patch.ts'
import { writtenWith } from './written.ts'

const source = `piket: circular/1
id: uji
kind: circular
status: draft
level: regency
region: uji
number: 800/1
title: Uji
issued_on: 2021-07-01
issuer: {office: bupati, signed_by: Uji}
in_force: {from: 2021-07-05, until: 2021-07-09}
relations: []
basis: []
sources: [{id: s, type: draft, publisher: bupati}]
groups: {}
clauses: []
open_questions: []
`

test.each(['number', 'issued_on', 'issuer.signed_by', 'in_force.from', 'in_force.until'])(
  'what is not known any more stands as null at %s, in the document and in its text',
  (path) => {
    const { doc } = parseCircular('uji', source)
    if (!doc) throw new Error('The text does not parse.')
    const patched = patch(doc, { [path]: null })
    expect(patched).toMatchObject({ doc: { id: 'uji' } })
    expect(parseCircular('uji', writtenWith(source, [{ [path]: null }])).doc).toEqual(
      'doc' in patched ? patched.doc : undefined,
    )
  },
)
