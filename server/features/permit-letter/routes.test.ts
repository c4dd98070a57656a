/** A signed permit as the letter that a clause asks for, on paper. */
import { afterAll, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { pdfText } from '../../testing/pdf-text.ts'
import { servePermits } from '../../testing/permits.ts'

const { served, asked, decide, page } = await servePermits()
afterAll(() => served[Symbol.asyncDispose]())

const letterOf = (who: string, permit: string) => page(who, `izin/${permit}/surat.pdf`)
const wordsIn = (pdf: Buffer) => pdfText(pdf).join(' ').replaceAll(/\s+/g, ' ')

test('a letter of assignment says who, for what, when, by which clause, and who signed', async () => {
  const permit = await asked('a2', {
    ...{ kind: 'official_travel', from: '2021-08-11', until: '2021-08-13', outside: true },
    reason: 'Rapat #panic("x") di ibu kota',
  })
  expect((await letterOf('a2', permit)).statusCode).toBe(404)
  expect((await decide('a0', permit, { number: '094/3/UJI' })).json().state).toBe('granted')
  const { statusCode, headers, rawPayload } = await letterOf('a2', permit)
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
  const words = wordsIn(rawPayload)
  for (const said of [
    ...['PEMERINTAH KABUPATEN SUNGAI UJI', 'DINAS ALFA', 'SURAT TUGAS', 'NOMOR 094/3/UJI', 'MENUGASKAN'],
    ...['Pegawai a2', 'Rapat #panic("x") di ibu kota', '11–13 Agustus 2021', 'di luar daerah', 'Siti Kepala'],
    ...['Surat edaran 800/8/UJI, butir l1:', 'bepergian ke luar daerah', 'tidak memuat tanda tangan elektronik'],
  ])
    expect(words).toContain(said)
  expect(
    documentOf((await page('a2', `izin/${permit}`)).body).querySelector(`a[href$="/${permit}/surat.pdf"]`),
  ).not.toBe(null)
  // Nobody reads it who may not read the permit.
  expect((await letterOf('b1', permit)).statusCode).toBe(404)

  expect((await decide('a0', permit, { verdict: 'revoke', words: 'Rapat ditunda' })).json().state).toBe('revoked')
  expect(wordsIn((await letterOf('a2', permit)).rawPayload)).toContain('Tidak berlaku lagi: Rapat ditunda')
})

test('leave is no letter', async () => {
  const permit = await asked('a3', { from: '2021-08-04' })
  await decide('a1', permit)
  expect((await letterOf('a3', permit)).statusCode).toBe(404)
  expect(wordsOf(documentOf((await page('a3', `izin/${permit}`)).body).body)).not.toContain('Sebagai surat')
})
