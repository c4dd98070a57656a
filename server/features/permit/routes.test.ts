/** Permits, on pages. */
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { servePermits } from '../../testing/permits.ts'
import { sendForm } from '../../testing/refused-form.ts'
import { morning } from '../../testing/served-region.ts'

const { served, cookies, asked, page } = await servePermits()
const { app } = served
afterAll(() => served[Symbol.asyncDispose]())

const post = (who: string, url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

test('an error keeps what was typed; what is sent stands on the list with what comes next', async () => {
  const fields = { nomor: randomUUID(), jenis: 'annual', sampai: '2021-08-31', keterangan: 'Menikah' }
  const wrong = await post('a2', 'izin', { ...fields, mulai: '2021-07-20' })
  expect([wrong.statusCode, wrong.body.includes('Menikah')]).toEqual([422, true])
  expect(wordsOf(documentOf(wrong.body).querySelector('[role=alert]'))).toContain('pembetulan')
  const sent = await post('a2', 'izin', { ...fields, mulai: '2021-08-31' })
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/sungai-uji/izin?terkirim=ya'])
  const { body } = await page('a2', 'izin?terkirim=ya')
  expect(wordsOf(documentOf(body).querySelector('#milik + ul'))).toContain(
    'Berikutnya: atasan langsung atau kepala perangkat daerah',
  )
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
})

test('the superior sees how many wait, signs with one tap, and the letter names number and signer', async () => {
  const permit = await asked('a2', { kind: 'surat_tugas', from: '2021-07-30' })
  expect(wordsOf(documentOf((await page('a0', 'saya')).body).querySelector('main'))).toMatch(/\d+ izin menunggu/)
  const list = await page('a0', 'izin/tinjau')
  expect([await axeFindings(list.body), refusedByPolicy(list.body)]).toEqual([[], []])
  const signed = await post('a0', `izin/${permit}/putusan`, { versi: '1', putusan: 'grant', surat: '090/3/UJI' })
  expect(signed.headers.location).toBe('/sungai-uji/izin/tinjau?selesai=diputus')
  const letter = await page('a2', `izin/${permit}`)
  expect(wordsOf(documentOf(letter.body).querySelector('article'))).toMatch(/090\/3\/UJI.*Siti Kepala.*eselon II/)
  expect([await axeFindings(letter.body), refusedByPolicy(letter.body)]).toEqual([[], []])
  expect((await page('a4', `izin/${permit}`)).statusCode).toBe(404)
})

test('what nobody signed in time waits for nobody, and the person reads that it expired', async () => {
  const permit = await asked('a2', { kind: 'sick', from: '2021-07-21' })
  expect((await page('a1', 'izin/tinjau')).body).toContain(permit)
  served.moment = morning + 86_400_000
  expect((await page('a1', 'izin/tinjau')).body).not.toContain(permit)
  const own = wordsOf(documentOf((await page('a2', 'izin')).body).querySelector('#milik + ul'))
  expect(own).toMatch(/Cuti sakit, 21 Juli 2021masanya lewat tanpa tanda tangan/)
  served.moment = morning
})

test('a superior enters a permit for somebody without a phone', async () => {
  const fields = { nomor: randomUUID(), jenis: 'urgent', mulai: '2021-07-22', sampai: '2021-07-22', pegawai: 'a3' }
  expect((await post('a1', 'izin/catat', fields)).statusCode).toBe(303)
  expect((await post('a1', 'izin/catat', { ...fields, nomor: randomUUID(), pegawai: 'a4' })).statusCode).toBe(403)
})

describe('a decision that is refused stands at its permit, with what was typed', () => {
  const decide = (permit: string, fields: Record<string, string>) =>
    sendForm(served, cookies.a1?.piket, `izin/${permit}/putusan`, { dari: 'menunggu', ...fields })

  test.each([
    [
      'without words',
      { versi: '1', putusan: 'ask_back', surat: '090/7' },
      422,
      'permit-words-missing',
      'alasan',
      '2021-07-26',
    ],
    [
      'with a number too long',
      { versi: '1', putusan: 'grant', alasan: 'Baik', surat: 'x'.repeat(121) },
      400,
      'form-invalid',
      'surat',
      '2021-07-28',
    ],
  ] as const)('%s', async (_, fields, status, code, wrong, day) => {
    const [permit, other] = [await asked('a2', { from: day }), await asked('a3', { from: day })]
    const shown = await decide(permit, fields)
    expect(shown).toMatchObject({ status, code, at: `/sungai-uji/izin/${permit}/putusan`, written: 0 })
    expect(shown.typed).toMatchObject({ surat: fields.surat, alasan: 'alasan' in fields ? fields.alasan : '' })
    expect(Object.keys(shown.wrong)).toEqual([wrong])
    const document = documentOf(shown.body)
    expect(document.querySelector(`#surat-${other}`)?.getAttribute('value')).toBeNull()
    expect(document.querySelectorAll('details[open]')).toHaveLength(1)
    expect([await axeFindings(shown.body), refusedByPolicy(shown.body)]).toEqual([[], []])
  })

  test('and at the top of the page, once the permit waits no longer', async () => {
    const permit = await asked('a2', { from: '2021-08-24' })
    await decide(permit, { versi: '1', putusan: 'refuse', alasan: 'Ramai' })
    const shown = await decide(permit, { versi: '1', putusan: 'grant', alasan: '' })
    expect(shown).toMatchObject({ status: 409, code: 'permit-moved-on', at: null, written: 0 })
  })

  test('and never in the form that would revoke it, once another page has granted it', async () => {
    const permit = await asked('a2', { from: '2021-08-27' })
    await decide(permit, { versi: '1', putusan: 'grant', alasan: '' })
    const shown = await decide(permit, { versi: '1', putusan: 'refuse', alasan: 'Hari sibuk' })
    expect(shown).toMatchObject({ status: 409, at: null, written: 0 })
    expect(shown.body).not.toContain('Hari sibuk')
    expect(documentOf(shown.body).querySelectorAll('details[open]')).toHaveLength(0)
  })
})
