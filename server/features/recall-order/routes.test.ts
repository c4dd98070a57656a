/** Calling people to the office: ordered, answered, told again, and others called instead. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { minutes, region, serveRecalls, tomorrow } from '../../testing/recalls.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { holdRecalls } from '../recall/service.ts'

const recalls = await serveRecalls()
const { served, database, cookies, page, post, order, board, ordered, state, events, heard } = recalls
afterAll(() => served[Symbol.asyncDispose]())
beforeEach(recalls.afresh)

test('a head calls somebody at home; that person sees it before all else and answers; the superior sees the answer', async () => {
  const nomor = randomUUID()
  for (let times = 0; times < 2; times++) expect((await order('a0', { nomor })).statusCode).toBe(303)
  const { body } = await page('a0', 'panggilan')
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  expect(wordsOf(documentOf(body).querySelector('#panggilan'))).toBe('1 panggilan hari ini')
  expect([await state('a0'), await state('a1'), await state('b0')]).toEqual(['Belum menjawab', 'Belum menjawab', ''])

  const own = await page('a7', 'saya')
  expect(await axeFindings(own.body)).toEqual([])
  const card = documentOf(own.body).querySelector('[data-recall]')
  expect(wordsOf(card)).toContain('Anda dipanggil ke kantorHadir paling lambat 09.00 WITA di Loket 2.')
  const id = card?.getAttribute('data-recall') ?? ''
  served.moment = minutes(5)
  for (let times = 0; times < 2; times++)
    expect((await post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  expect(await state()).toBe('Siap hadir')
  expect(await events(id)).toEqual(['recall-ordered', 'recall-acknowledged'])
  expect(wordsOf(documentOf((await page('a7', 'saya')).body).querySelector('[data-recall] [role=status]'))).toBe(
    'Anda menjawab: siap berangkat.',
  )
})

test('who cannot come says why; the superior reads it, and may call again', async () => {
  const id = await ordered()
  const decline = (alasan: string) =>
    post('a7', `saya/panggilan/${id}`, [
      ['jawab', 'declined'],
      ['alasan', alasan],
    ])
  const [wordless, tooLong] = [await decline(''), await decline('x'.repeat(201))]
  const at = `/sungai-uji/saya/panggilan/${id}`
  expect(refusedIn(wordless)).toMatchObject({ status: 422, code: 'recall-decline-reason-missing', at })
  expect(refusedIn(tooLong)).toMatchObject({
    status: 400,
    code: 'form-invalid',
    at,
    typed: { alasan: 'x'.repeat(201) },
  })
  const shown = documentOf(tooLong.body)
  expect([shown.querySelectorAll('details[open] [role=alert]').length, await axeFindings(tooLong.body)]).toEqual([
    1,
    [],
  ])
  expect(await events(id)).toEqual(['recall-ordered'])
  const why = [
    ['jawab', 'declined'],
    ['alasan', 'Jalan putus'],
  ] as const
  expect((await post('a7', `saya/panggilan/${id}`, why)).statusCode).toBe(303)
  expect(wordsOf((await board()).querySelector('.list'))).toContain('Alasan: Jalan putus')
  expect((await post('b1', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(404)
  expect((await order('a1')).statusCode).toBe(303)
})

test.each<[string, string, Readonly<Record<string, string>>, readonly string[], number, string]>([
  ['on leave', 'a0', {}, ['a6'], 422, 'sedang cuti'],
  ['of another agency', 'a0', {}, ['b1'], 403, 'bawahan'],
  [
    'for a reason the clause does not name',
    'a0',
    { alasan: 'important_gathering' },
    ['a7'],
    422,
    'tidak ada dalam butir',
  ],
  ['with too little time', 'a0', { pukul: '07:45' }, ['a7'], 422, 'terlalu dekat'],
  ['without a place', 'a0', { tempat: ' ' }, ['a7'], 422, 'belum lengkap'],
  ['where no clause obliges', 'b0', {}, ['b1'], 422, ''],
  ['by somebody to whom nobody answers', 'a2', {}, ['a7'], 403, ''],
])('refused: to call somebody %s', async (_, who, change, people, status, words) => {
  const answer = await order(who, { tempat: 'Aula Uji', ...change }, people)
  expect([answer.statusCode, answer.body.includes(words)]).toEqual([status, true])
  // What was typed stays.
  if (who === 'a0' && change.tempat === undefined) expect(answer.body).toContain('value="Aula Uji"')
})

test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
  ['somebody else', 'a0', {}, ['a6']],
  ['somebody else too', 'a0', {}, ['a7', 'a6']],
  ['another reason', 'a0', { alasan: 'urgent_service' }, ['a7']],
  ['another place', 'a0', { tempat: 'Loket 3' }, ['a7']],
  ['another deadline', 'a0', { pukul: '09:30' }, ['a7']],
  ['somebody else who calls', 'a1', {}, ['a7']],
])('refused: the form of an order sent again with %s; what was typed stays', async (_, who, change, people) => {
  const nomor = randomUUID()
  expect((await order('a0', { nomor })).statusCode).toBe(303)
  const again = await order(who, { nomor, ...change }, people)
  expect([again.statusCode, again.body.includes('Isian ini sudah dipakai')]).toEqual([422, true])
  const shown = documentOf(again.body).querySelector('form[action="/sungai-uji/panggilan"]')
  const value = (name: string) => shown?.querySelector(`[name=${name}]`)?.getAttribute('value')
  // Under a1 there is nobody else whom this form could call.
  const typed = who === 'a1' ? [undefined, undefined] : [change.tempat ?? 'Loket 2', change.pukul ?? '09:00']
  expect([value('tempat'), value('pukul')]).toEqual(typed)
  expect(value('nomor')).not.toBe(nomor)
  const { rows } = await sql`select employee_id from recall`.execute(database.owner)
  expect(rows).toEqual([{ employee_id: 'a7' }])
})

test('a board that is asked for nobody is the board', async () => {
  await ordered()
  expect((await page('a0', 'panggilan?gantikan=&pegawai=')).statusCode).toBe(200)
})

test('who cannot come takes it back on the own page until the deadline, once, and it leaves an event', async () => {
  const id = await ordered()
  const own = async () => documentOf((await page('a7', 'saya')).body).querySelector('[data-recall]')
  const answer = (jawab: string, alasan = '') =>
    post('a7', `saya/panggilan/${id}`, [
      ['jawab', jawab],
      ['alasan', alasan],
    ])
  const asked = async () =>
    [...((await own())?.querySelectorAll('form') ?? [])]
      .filter((form) => form.closest('[hidden]') === null)
      .map((form) => form.querySelector('[name=jawab]')?.getAttribute('value'))
  expect(await asked()).toEqual(['acknowledged', 'declined'])
  expect((await answer('declined', 'Jalan putus')).statusCode).toBe(303)
  expect(await asked()).toEqual(['acknowledged'])
  expect(wordsOf(await own())).toContain('Ternyata bisa hadir? Jawab sebelum batasnya.')
  served.moment = minutes(20)
  for (let times = 0; times < 2; times++) expect((await answer('acknowledged')).statusCode).toBe(303)
  expect([await state(), await asked()]).toEqual(['Siap hadir', ['declined']])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-declined', 'recall-acknowledged'])
  expect((await answer('declined', 'Ban bocor')).statusCode).toBe(303)

  served.moment = minutes(91)
  const late = await answer('acknowledged')
  expect([late.statusCode, await state(), await asked()]).toEqual([409, 'Berhalangan', []])
  expect(wordsOf(documentOf(late.body).querySelector('main'))).toContain('Panggilan ini sudah selesai')
})

test('nobody is called twice while a recall is open', async () => {
  await ordered()
  expect((await order('a1')).statusCode).toBe(409)
})

test('the superior sees who is silent and tells them by WhatsApp; the link is well formed and gives no reason', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const silent = (await board()).querySelector('.list')
  expect(wordsOf(silent)).toContain('9 menit tanpa jawaban')
  const href = new URL(silent?.querySelector('a[href^="https://wa.me"]')?.getAttribute('href') ?? '')
  expect([href.host, href.pathname]).toEqual(['wa.me', '/6281234567890'])
  expect(href.searchParams.get('text')).toContain('paling lambat pukul 09.00 di Loket 2')
  expect(href.searchParams.get('text')).not.toMatch(/rapat/i)
  expect(silent?.querySelector('a[href^="tel:"]')?.getAttribute('href')).toBe('tel:081234567890')
  expect((await post('a1', `panggilan/${id}/ulang`, [['saluran', 'whatsapp']])).statusCode).toBe(303)
  const told = wordsOf((await board()).querySelector('.list'))
  expect(told).not.toContain('tanpa jawaban')
  expect(told).toContain('Diberi tahu 07.39: WhatsApp, dilakukan sendiri')
  expect((await post('a0', `panggilan/${id}/ulang`, [['saluran', 'push']])).statusCode).toBe(409)
  expect((await post('b0', `panggilan/${id}/ulang`, [['saluran', 'phone']])).statusCode).toBe(404)
  const list = await page('a0', 'panggilan/daftar')
  expect(wordsOf(documentOf(list.body).querySelector('tbody'))).toContain('0812-3456-7890')
  expect(await axeFindings(list.body)).toEqual([])
})

test('who cannot come leaves the superior with people of the unit at home; one tap fills the order', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const before = await board()
  const callable = [...before.querySelectorAll('input[name=pegawai]')].map((box) => box.getAttribute('value'))
  expect(callable.length).toBeGreaterThan(0)
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  const { body } = await page('a0', 'panggilan')
  expect(await axeFindings(body)).toEqual([])
  const links = [...documentOf(body).querySelectorAll('a[href*="gantikan="]')].map((link) => link.getAttribute('href'))
  expect(links).toEqual(
    callable.slice(0, 3).map((one) => `/sungai-uji/panggilan?gantikan=${id}&pegawai=${one}#panggil`),
  )
  const form = documentOf((await page('a0', links[0]?.replace('/sungai-uji/', '').replace('#panggil', '') ?? '')).body)
  expect([...form.querySelectorAll('input:checked')].map((one) => one.getAttribute('value'))).toEqual([
    callable[0],
    'meeting',
  ])
  const order = form.querySelector('form[action="/sungai-uji/panggilan"]')
  expect(order?.querySelector('[name=tempat]')?.getAttribute('value')).toBe('Loket 2')
  expect(order?.querySelector('[name=pukul]')?.getAttribute('value')).toBe('09:00')
})

test('who is called instead is named on both cards, on the board and to each of them, with how it stands', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [substitute = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  cookies[substitute] ??= await cookieOf(database.db, region, substitute)
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  const filled = documentOf((await page('a0', `panggilan?gantikan=${id}&pegawai=${substitute}`)).body)
  expect(wordsOf(filled.querySelector('form[action="/sungai-uji/panggilan"]'))).toContain(
    'Dipanggil sebagai ganti Pegawai a7.',
  )
  const nomor = randomUUID()
  for (let times = 0; times < 2; times++)
    expect((await order('a0', { nomor, gantikan: id }, [substitute])).statusCode).toBe(303)
  expect((await order('a0', { nomor }, [substitute])).statusCode).toBe(422)

  const { body } = await page('a0', 'panggilan')
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  const shown = wordsOf(documentOf(body).querySelector('.list'))
  const { rows } = await sql<{ name: string; id: string }>`select name, recall_id as id from employee_version
    join recall using (region_id, employee_id) where employee_id = ${substitute}`.execute(database.owner)
  const [own = { name: '', id: '' }] = rows
  expect(shown).toContain('Dipanggil sebagai ganti Pegawai a7 (berhalangan).')
  expect(shown).toContain(`Sebagai gantinya dipanggil: ${own.name} (belum menjawab).`)
  const said = async (who: string) => {
    const own = await page(who, 'saya')
    expect(await axeFindings(own.body)).toEqual([])
    return wordsOf(documentOf(own.body).querySelector('[data-recall]'))
  }
  expect(await said('a7')).toContain(`Sebagai ganti Anda dipanggil: ${own.name}.`)
  expect(await said(substitute)).toContain('Anda dipanggil sebagai ganti Pegawai a7.')
  expect(await said(substitute)).not.toContain('Jalan putus')

  expect((await post(substitute, `saya/panggilan/${own.id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  expect((await post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  expect(wordsOf((await board()).querySelector(`#p-${id}`))).toContain(`${own.name} (siap hadir).`)
  // Who comes after all is seen as such beside who was called in their place.
  expect(wordsOf((await board()).querySelector(`#p-${own.id}`))).toContain('ganti Pegawai a7 (siap hadir).')
})

test('nobody is called in the place of somebody who comes, or is none of one’s own; the form stays', async () => {
  const id = await ordered()
  const free = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  for (const gantikan of [id, randomUUID()]) {
    const refused = await order('a0', { gantikan, tempat: 'Loket 9' }, [free[0] ?? ''])
    expect(refused.statusCode).toBe(409)
    const form = documentOf(refused.body).querySelector('form[action="/sungai-uji/panggilan"]')
    expect(form?.querySelector('[name=tempat]')?.getAttribute('value')).toBe('Loket 9')
    expect(form?.querySelector('[name=gantikan]')).toBeNull()
  }
})

test('who stands in is one other person, and nobody else while they may come', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [first = '', second = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  const instead = async (...people: string[]) => (await order('a0', { gantikan: id }, people)).statusCode
  expect([await instead('a7'), await instead(first, second)]).toEqual([409, 409])
  expect([await instead(first), await instead(second)]).toEqual([303, 409])
})

test('a long list of people is narrowed by name or unit; what was chosen and typed stays', async () => {
  const free = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  const [chosen = '', other = ''] = free
  const asked = async (query: Readonly<Record<string, string>>) => {
    const address = new URLSearchParams({
      pegawai: chosen,
      alasan: 'urgent_service',
      tempat: 'Loket 9',
      pukul: '10:15',
      ...query,
    })
    const { body } = await page('a0', `panggilan?${address}`)
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
    const form = documentOf(body).querySelector('form[action="/sungai-uji/panggilan"]')
    const fieldOf = (name: string) => form?.querySelector(`[name=${name}]`)?.getAttribute('value')
    return {
      people: [...(form?.querySelectorAll('input[name=pegawai]') ?? [])].map((box) => box.getAttribute('value')),
      ticked: [...(form?.querySelectorAll('input[name=pegawai][checked]') ?? [])].map((box) =>
        box.getAttribute('value'),
      ),
      typed: [
        fieldOf('tempat'),
        fieldOf('pukul'),
        form?.querySelector('[name=alasan][checked]')?.getAttribute('value'),
      ],
      words: wordsOf(form),
      button: form?.querySelector('[formmethod=get]')?.getAttribute('formaction'),
    }
  }
  const typed = ['Loket 9', '10:15', 'urgent_service']
  const named = await asked({ cari: `pegawai ${other}` })
  expect(named).toMatchObject({ people: [chosen, other], ticked: [chosen], typed })
  expect(named.button).toBe('/sungai-uji/panggilan#panggil')
  expect(named.words).toContain(`2 dari ${free.length} orang`)
  expect((await asked({ cari: 'Alfa' })).people).toHaveLength(free.length)
  expect((await asked({ cari: 'Tidak Ada' })).people).toEqual([chosen])
  // A short list is looked through without.
  expect((await asked({})).button).toBeUndefined()
})

test('a name that ends with a full stop ends the sentence, and a long wait is told in hours', async () => {
  await sql`update employee_version set name = 'Ani, S.Sos.' where region_id = ${region} and employee_id = 'a0'`.execute(
    database.owner,
  )
  await order('a0', { pukul: '11:12' })
  expect(wordsOf((await board()).querySelector('.list'))).toContain('3 jam 42 menit lagi')
  const card = wordsOf(documentOf((await page('a7', 'saya')).body).querySelector('[data-recall]'))
  expect(card).toContain('oleh Ani, S.Sos. Alasan: rapat.')
  await sql`update employee_version set name = 'Siti Kepala' where region_id = ${region} and employee_id = 'a0'`.execute(
    database.owner,
  )
})

test('of two heads who call somebody in one place at once, one does', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [first = '', second = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  /** Sends orders which have all seen the board before one of them may change it. */
  const atOnce = async (...people: readonly string[]) => {
    let sent: ReturnType<typeof order>[] = []
    await as(database.db, { region, reach: 'region' }, async (tx) => {
      await holdRecalls(tx, '2021-07-21')
      sent = people.map((one) => order('a0', { gantikan: id }, [one]))
      await untilWaiting(database.owner, people.length)
    })
    return (await Promise.all(sent)).map(({ statusCode }) => statusCode).toSorted()
  }
  expect(await atOnce(first, second)).toEqual([303, 409])
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from recall where instead_of = ${id}`.execute(database.owner)
  expect(rows).toEqual([{ people: 1 }])
})

test('nobody is called in the place of somebody who says meanwhile that they come after all', async () => {
  const id = await ordered()
  served.moment = minutes(9)
  const [first = ''] = [...(await board()).querySelectorAll('input[name=pegawai]')].map(
    (box) => box.getAttribute('value') ?? '',
  )
  expect((await heard('a0', id, { jawab: 'declined', kata: 'Jalan putus' })).statusCode).toBe(303)
  let sent: ReturnType<typeof order> | undefined
  await as(database.db, { region, reach: 'region' }, async (tx) => {
    await holdRecalls(tx, '2021-07-21')
    sent = order('a0', { gantikan: id }, [first])
    await untilWaiting(database.owner)
    expect((await post('a7', `saya/panggilan/${id}`, [['jawab', 'acknowledged']])).statusCode).toBe(303)
  })
  expect((await sent)?.statusCode).toBe(409)
})

test('the card of yesterday says how the person was told', async () => {
  await ordered()
  served.moment = tomorrow(10)
  expect(wordsOf((await board()).querySelector('.list'))).toContain('Diberi tahu 07.30: tidak ada saluran')
})

test('that somebody who is no direct superior reads the recalls is written down, and the person sees it', async () => {
  await sql`delete from sensitive_read`.execute(database.owner)
  await ordered()
  for (const [who, url] of [
    ['a1', 'panggilan'],
    ['a1', 'panggilan/daftar'],
    ['a0', 'panggilan'],
    ['a0', 'panggilan/daftar'],
  ] as const)
    expect((await page(who, url)).statusCode).toBe(200)
  const { rows } = await sql`select subject_id, account.employee_id as reader, purpose, fields
    from sensitive_read join account on account.account_id::text = reader`.execute(database.owner)
  const read = { subject_id: 'a7', reader: 'a0', purpose: 'list-of-recalls', fields: ['recalls'] }
  expect(rows).toEqual([read, read])
  expect((await page('a7', 'data-saya')).body).toContain('panggilan ke kantor')
})
