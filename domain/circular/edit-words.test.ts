import { expect, test } from 'vitest'
import { editWords } from './edit-words.ts'

test.each([
  [{ 'clauses.c1.amount': 1, 'clauses.c1.force': 2, number: 'x' }, 'butir c1, nomor surat'],
  [{ 'clauses.+c9': {} }, 'butir c9'],
  [{ clauses: [] }, 'urutan butir'],
  [
    { 'groups.counters.units': [], 'in_force.from': 'x', 'issuer.note': 'x' },
    'kelompok counters, hari mulai, penerbit',
  ],
  [{ 'paper.copies': [], unheard: 1 }, 'tempat dan tembusan, unheard'],
])('%j is %s', (edit, words) => expect(editWords(edit).id).toBe(words))
