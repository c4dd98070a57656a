import { expect, test } from 'vitest'
import { says } from './invalid.ts'
import { byLabels, invalidFields, invalidForm } from './invalid-form.ts'

test.each([
  [
    'jam',
    'custom',
    '7.30',
    says({ id: 'harus jam', en: 'must be a time' }),
    'Jam: harus jam.',
    'Time: must be a time.',
  ],
  [
    'jam',
    'custom',
    '',
    says({ id: 'harus jam', en: 'must be a time' }),
    'Jam: belum diisi.',
    'Time: is not filled in.',
  ],
  [
    'jenis',
    'invalid_value',
    'x',
    { values: ['a'] },
    'Jenis: pilih salah satu yang tersedia.',
    'Kind: choose one of those there.',
  ],
  [
    'alasan/0',
    'invalid_format',
    ['x'],
    {},
    'Alasan: memuat huruf yang tidak dapat dipakai.',
    'Reason: holds characters that cannot be used.',
  ],
  ['lain_lagi', 'odd', 'x', {}, 'Satu isian: tidak dapat dibaca.', 'A field: cannot be read.'],
])('the field %s of a form says what is wrong after its label: %s of %j', (path, keyword, value, params, id, en) => {
  const sent = { [path.split('/')[0] ?? '']: value }
  const said = invalidForm([{ instancePath: `/${path}`, keyword, params }], sent)
  expect(said).toMatchObject({ refused: 'form-invalid', detail: { id, en } })
  const [field, words] = Object.entries(said.fields ?? {})[0] ?? []
  expect([field, id]).toEqual([path.split('/')[0], expect.stringMatching(new RegExp(`: ${words?.id}\\.$`))])
  expect(invalidFields({ issues: [{ code: keyword, path: path.split('/'), ...params }] }, sent).detail?.id).toBe(id)
})

test('what a page carries unseen is asked of nobody: the form did not come whole', () => {
  const missing = (name: string) => ({ instancePath: `/${name}`, keyword: 'invalid_value', params: { values: ['1'] } })
  expect(invalidForm([missing('putaran')], {})).toEqual({ refused: 'form-unreadable' })
  expect(invalidForm([missing('putaran'), missing('putusan')], {}).detail?.id).toBe('Putusan: belum diisi.')
})

test('what a field is called follows the labels of its page, and no name of a form is said', () => {
  const missing = (name: string) => ({ instancePath: `/${name}`, keyword: 'invalid_type', params: {} })
  const refusal = invalidForm([missing('dosis1'), missing('ttd_kantor'), missing('alasan')], {})
  expect(refusal.detail?.en).toBe('A field: is not filled in; A field: is not filled in; Reason: is not filled in.')
  const labels = new Map([
    ['dosis1', 'Dosis 1'],
    ['alasan', 'Mengapa dibetulkan'],
  ])
  expect(byLabels(refusal, labels).detail?.id).toBe(
    'Dosis 1: belum diisi; Satu isian: belum diisi; Mengapa dibetulkan: belum diisi.',
  )
  expect(byLabels({ refused: 'form-used' }, labels)).toEqual({ refused: 'form-used' })
})
