/** What every route is asked with, about every kind of subject. */
import { generateKeyPairSync } from 'node:crypto'
import { delivered, recordOf } from '@piket/server/testing/phone.ts'
import type { Route } from './authorization-routes.ts'
import { codes, noId, ofAlfa, type Subject, type SubjectKind, type Viewer } from './authorization-viewers.ts'

/**
 * What stands for the other parameters of an address. A new one is added here, with a value that the served region
 * knows.
 */
const parameters: Readonly<Record<string, string>> = {
  account: noId,
  activity: noId,
  ambassador: noId,
  announcement: noId,
  band: noId,
  case: noId,
  circular: 'uji-2021-07',
  clause: 'c1',
  code: 'PKT-101',
  complaint: noId,
  draft: noId,
  correction: noId,
  objection: noId,
  device: noId,
  edit: '1',
  escort: noId,
  finding: noId,
  file: 'theme.css',
  recall: noId,
  resolution: noId,
  screen: noId,
  team: 'none',
  token: 'none',
  list: noId,
  outage: '999999',
  voucher: noId,
  draw: noId,
  inspection: noId,
  photo: noId,
  channel: noId,
  instruction: noId,
  machine: noId,
  meeting: noId,
  webhook: noId,
  place: noId,
  measure: noId,
  permit: noId,
  site: noId,
  sha256: '0'.repeat(64),
  '*': 'kantor-c/loket',
}

/** A check-in that can be read, of a phone that nobody registered. */
function checkInOf({ region, employee }: Subject): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const record = recordOf({ region: codes[region], person: employee, device: noId })
  return JSON.stringify(delivered(record, privateKey))
}

/** A passkey that was never made. */
const credential = '"id":"none","rawId":"none","type":"public-key"'
/** The form of a permit for a day that has passed, which nobody keeps. */
const pastPermit = `nomor=${noId}&jenis=annual&mulai=2021-07-01&sampai=2021-07-01`
/** The form of a report without words, which nobody keeps. */
const emptyReport = `nomor=${noId}&hari=2021-07-21&hasil=`

/**
 * What routes need to be asked beside their address, `METHOD url` first: a query, or a form that changes nothing another route shows. Without
 * them whoever may would be told that the form cannot be read.
 */
const asks: Readonly<Record<string, string | ((subject: Subject) => string)>> = {
  'GET /api/v1/regions/:region/employees': 'search=pegawai',
  'GET /:region/laporan/pegawai': 'pegawai=a3',
  'GET /api/v1/regions/:region/simulations': 'a=now',
  'GET /:region/situasi/c2.csv': 'from=2021-07-01&until=2021-07-21',
  'POST /:region/situasi/angka': `nomor=${noId}&hari=2021-07-19`,
  'POST /:region/situasi/angka/tarik': 'alasan=',
  'POST /:region/situasi/vaksinasi/catat': `nomor=${noId}&hari=2021-07-19&kelompok=health_workers`,
  'POST /:region/duta': `nomor=${noId}&nama=`,
  'POST /:region/duta/:ambassador/putusan': 'putusan=terima',
  'POST /:region/duta/:ambassador/penghargaan': `nomor=${noId}&bulan=2021-07&atas=`,
  'POST /:region/percontohan': `nomor=${noId}&jenis=market&mulai=2021-07-19`,
  'POST /:region/percontohan/:site/tarik': 'alasan=',
  'POST /:region/percontohan/:site/periksa': `nomor=${noId}&hari=2021-07-19&butir=masks`,
  'POST /:region/akun/kelola/:account/keadaan': 'keadaan=tangguh',
  'POST /:region/akun/kelola/:account/peran': 'peran=auditor',
  'POST /:region/akun/kelola/:account/peran/cabut': 'peran=auditor',
  'POST /:region/akun/kelola/luar': `nomor=${noId}&masuk=bkpsdm&nama=Ani&badan=Polres&peran=task_force`,
  'POST /:region/akun/kelola/undang': `nomor=${noId}&opd=none`,
  'POST /:region/akun/kelola/:account/undang': `nomor=${noId}`,
  'POST /:region/akun/kunci': `{${credential},"response":{"clientDataJSON":"A","attestationObject":"A"}}`,
  'POST /:region/akun/kunci/cabut': 'kunci=none',
  'POST /:region/akun/bukti': 'sandi=nothing',
  'POST /:region/akun/bukti/peragaan': 'ke=/',
  'POST /:region/akun/bukti/kode': 'kode=nothing',
  'POST /:region/akun/kode': 'rahasia=none&kode=nothing',
  'POST /:region/akun/bukti/kunci': `{${credential},"response":{"clientDataJSON":"A","authenticatorData":"A","signature":"A"}}`,
  'POST /:region/akun/pemberitahuan': 'surel=a@contoh.go.id',
  'POST /:region/akun/pemberitahuan/ponsel': JSON.stringify({
    endpoint: 'https://example.com',
    keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) },
  }),
  'POST /:region/panggilan': `nomor=${noId}&alasan=meeting&pukul=09:00`,
  'POST /:region/panggilan/:recall/jawaban': `nomor=${noId}&jawab=acknowledged&pukul=09:00`,
  'POST /:region/panggilan/:recall/batal': 'untuk=one',
  'POST /:region/panggilan/:recall/selesai': 'sebagai=excused',
  'POST /:region/panggilan/:recall/ulang': 'saluran=phone',
  'POST /:region/saya/panggilan/:recall': 'jawab=acknowledged',
  'POST /:region/akun/ponsel/cabut': `ponsel=${noId}`,
  'POST /:region/akun/mesin': `nomor=${noId}&nama=`,
  'POST /:region/akun/webhook': `nomor=${noId}&alamat=`,
  'POST /:region/akun/sandi': 'sekarang=nothing&sandi=nothing',
  'POST /:region/akun/sesi': 'sesi=lain',
  'POST /:region/izin': pastPermit,
  'POST /:region/izin/catat': `${pastPermit}&pegawai=a3`,
  'POST /:region/izin/:permit/putusan': 'versi=1&putusan=grant',
  'POST /:region/laporan': emptyReport,
  'POST /:region/laporan/pegawai/:employee': emptyReport,
  'POST /:region/laporan/tinjau': 'putusan=terima',
  'POST /:region/laporan/irama': ({ unit }) => `opd=${unit}&irama=never`,
  'POST /:region/pengumuman': ({ unit }) => `nomor=${noId}&opd=${unit}`,
  'GET /api/v1/regions/:region/activities': 'from=2021-07-19&until=2021-07-23',
  'POST /:region/kegiatan': ({ unit }) =>
    `nomor=${noId}&unit=${unit}&jenis=meeting&hari=2021-07-01&mulai=08:00&selesai=09:00`,
  'POST /:region/kegiatan/:activity/langkah': 'langkah=ask',
  'POST /:region/pendamping': `nomor=${noId}&nama=&kapasitas=1`,
  'POST /:region/pendamping/hari': `nomor=${noId}&hari=2021-07-21`,
  'POST /:region/pendamping/tugas': `nomor=${noId}&kegiatan=${noId}&tim=none`,
  'POST /:region/pendamping/:escort/jawaban': 'jawab=accept',
  'POST /:region/pendamping/tim/:team': 'kapasitas=1',
  'POST /:region/pendamping/tim/:team/anggota': 'masuk=none',
  'POST /:region/pendamping/tim/:team/anggota/keluar': `akun=${noId}`,
  'POST /:region/pendamping/tim/:team/halangan': 'hari=2021-07-21&alasan=',
  'POST /:region/pendamping/tim/:team/halangan/batal': 'hari=2021-07-21',
  'POST /:region/kasus/:case/klarifikasi': 'kata=',
  'POST /:region/kasus/:case/banding': 'kata=',
  'POST /:region/kasus/tinjau/:employee/:case/pandangan': 'kata=',
  'POST /:region/kasus/tinjau/:employee/:case/putusan': 'putaran=1&putusan=dismissed&kata=',
  'POST /:region/kasus/buka/temuan/:finding': `nomor=${noId}&pegawai=a3&kata=`,
  'POST /:region/kasus/buka/panggilan/:recall': `nomor=${noId}&kata=`,
  'POST /:region/kasus/buka/perjalanan/:employee': `nomor=${noId}&hari=2021-07-01&kata=`,
  'POST /:region/tindakan': `nomor=${noId}&versi=1&tingkat=1&nama=&peraturan=&meja=head`,
  'POST /:region/tindakan/:measure/cabut': 'versi=1',
  'POST /:region/tugas': `nomor=${noId}&tenggat=2021-07-21&cara=piket`,
  'POST /:region/tugas-pokok': ({ unit }) => `jabatan=none&tugas=none&opd=${unit}`,
  'POST /:region/tugas-pokok/hapus': 'nomor=999999',
  'POST /:region/hadir/:employee/pin': `nomor=${noId}`,
  'POST /:region/hadir/:employee': `nomor=${noId}&hari=2021-07-21&arah=in&tempat=office&jam=07:00`,
  'POST /:region/unit/:unit/saluran': `nomor=${noId}&jenis=phone&alamat=`,
  'POST /:region/sidak': `nomor=${noId}&opd=none&alasan=`,
  'POST /:region/sidak/undian': `nomor=${noId}&banyak=0`,
  'POST /:region/sidak/:inspection/tanda': `nomor=${noId}&pegawai=none&tanda=found`,
  'POST /:region/sidak/:inspection/tutup': 'kata=nobody',
  'POST /:region/kasus/buka/pengaduan/:complaint': `nomor=${noId}&pegawai=a3&kata=`,
  'POST /:region/edaran/:circular/perpanjang': `nomor=${noId}`,
  'POST /:region/edaran/:circular/cabut': `nomor=${noId}`,
  'POST /:region/edaran/:circular/jawab': 'pertanyaan=none&bacaan=none',
  'POST /:region/penetapan/kejadian': `nomor=${noId}`,
  'POST /:region/penetapan/akhir': `nomor=${noId}&kejadian=none&tempat=none&sejak=2021-07-21`,
  'POST /:region/penetapan/status': `nomor=${noId}`,
  'POST /:region/konsep': `nomor=${noId}&dari=none`,
  'POST /:region/konsep/:draft/henti': 'alasan=',
  'POST /:region/konsep/:draft/surat': `nomor=${noId}&dibaca=0&perihal=`,
  'POST /:region/konsep/:draft/butir': `nomor=${noId}&dibaca=0&butir=c1`,
  'POST /:region/konsep/:draft/butir/naskah': `nomor=${noId}&dibaca=0&butir=c1&naskah=`,
  'POST /:region/konsep/:draft/butir/tambah': `nomor=${noId}&dibaca=0&contoh=turns`,
  'POST /:region/konsep/:draft/butir/hapus': `nomor=${noId}&dibaca=0&butir=c1`,
  'POST /:region/konsep/:draft/butir/pindah': `nomor=${noId}&dibaca=0&butir=c1&ke=naik`,
  'POST /:region/konsep/:draft/kelompok': `nomor=${noId}&dibaca=0&kelompok=none`,
  'POST /:region/konsep/:draft/bacaan': `nomor=${noId}&dibaca=0&pertanyaan=q1&bacaan=none`,
  'POST /:region/konsep/:draft/naskah': `nomor=${noId}&dibaca=0&naskah=`,
  'POST /:region/konsep/:draft/tanda-tangan': `nomor=${noId}&dibaca=0`,
  'POST /:region/konsep/:draft/tarik': `nomor=${noId}&ubahan=1`,
  'POST /:region/kasus/buka/sidak/:inspection': `nomor=${noId}&pegawai=a3&kata=`,
  'POST /:region/unit/:unit/sidak/:inspection': 'jawaban=',
  'POST /api/v1/regions/:region/inspections/:inspection/marks': JSON.stringify({
    ...{ id: noId, person: 'none', kind: 'found', at: 0 },
  }),
  'POST /:region/rapat': `nomor=${noId}&cara=room&hari=2021-07-21&mulai=09:00&selesai=10:00`,
  'POST /:region/rapat/:meeting/peserta': `nomor=${noId}&pegawai=a3`,
  'POST /:region/rapat/:meeting/peserta/luar': `nomor=${noId}&jabatan=&badan=`,
  'POST /:region/rapat/:meeting/peserta/keluar': `peserta=${noId}`,
  'POST /:region/rapat/:meeting/pimpinan': `peserta=${noId}`,
  'POST /:region/rapat/:meeting/batal': 'alasan=',
  'POST /:region/rapat/:meeting/notulen/hadir': `peserta=${noId}&hadir=present`,
  'POST /:region/rapat/:meeting/notulen/keputusan': `nomor=${noId}&jenis=clause&kata=`,
  'POST /:region/rapat/:meeting/notulen/keputusan/hapus': `keputusan=${noId}`,
  'POST /:region/rapat/:meeting/notulen/tutup': 'catatan=',
  'POST /:region/rapat/:meeting/notulen/ralat': `nomor=${noId}&kata=`,
  'POST /:region/tindak-lanjut/:resolution/selesai': 'kata=',
  'POST /:region/tindak-lanjut/:resolution/edaran': 'kata=',
  'POST /:region/pengaduan': 'jenis=&unit=&kata=',
  'POST /:region/pengaduan/meja/:complaint/jawaban': 'jawaban=',
  'POST /:region/gangguan': `nomor=${noId}&hari=2021-07-21&mulai=07:00&selesai=07:00&wilayah=&alasan=`,
  'POST /:region/koreksi': `nomor=${noId}&hari=2021-07-21&sebab=forgot&arah=in&tempat=office&jam=07:00`,
  'POST /:region/koreksi/tinjau/:employee/:correction': 'putaran=1&putusan=accepted',
  'POST /:region/koreksi/:correction/banding': 'alasan=',
  'POST /:region/keberatan': `nomor=${noId}&soal=roster&hari=2021-07-21&alasan=`,
  'POST /:region/keberatan/:objection/banding': 'alasan=',
  'POST /:region/keberatan/masuk/:employee/:objection': 'putaran=1&putusan=refused',
  'POST /:region/sinyal': 'tanda=shared_point&hari=2021-07-21&kata=',
  'POST /:region/sinyal/:employee': 'tanda=shared_point&hari=2021-07-21&kata=&jawaban=asked',
  'POST /:region/tpp': `nomor=${noId}&jenis=late&dari=1`,
  'POST /:region/layar/:token/pin': `nomor=${noId}&pegawai=none&pin=none&arah=in`,
  'POST /:region/masuk': 'nip=nobody&sandi=nothing',
  'POST /:region/unit/:unit/daftar-hadir': `nomor=${noId}&hari=2021-07-21&baris=`,
  'POST /:region/presensi/mesin': ({ unit }) => `nomor=${noId}&opd=${unit}&nama=`,
  'POST /:region/presensi/mesin/:unit/:machine': 'berkas=',
  'POST /:region/presensi/mesin/:unit/:machine/nomor': 'nomor=',
  'POST /:region/unit/:unit/layar': `nomor=${noId}&nama=Pintu`,
  'POST /:region/unit/:unit/tempat': `nomor=${noId}&jenis=office&nama=`,
  'POST /:region/masuk/kunci': `{${credential},"response":{"clientDataJSON":"A","authenticatorData":"A","signature":"A"}}`,
  'POST /:region/masuk/peragaan': `akun=${noId}`,
  'POST /:region/unit/:unit': `id=${noId}`,
  'POST /:region/undangan': 'nip=nobody&kode=nothing&sandi=nothing',
  'POST /api/v1/regions/:region/drafts': `{"id":"${noId}"}`,
  'POST /api/v1/regions/:region/drafts/:draft/continuation': `{"id":"${noId}"}`,
  'POST /api/v1/regions/:region/clause-answers': JSON.stringify({
    ...{ form: noId, circular: 'none', clause: 'none', unit: 'none', value: 'none', from: '2021-07-21' },
  }),
  'POST /api/v1/regions/:region/drafts/:draft/drop': '{"reason":""}',
  'POST /api/v1/regions/:region/drafts/:draft/edits': `{"form":"${noId}","read":0,"changes":{}}`,
  'POST /api/v1/regions/:region/drafts/:draft/edits/:edit/withdrawal': `{"form":"${noId}"}`,
  'POST /api/v1/regions/:region/drafts/:draft/text': `{"form":"${noId}","read":0,"text":""}`,
  'POST /api/v1/regions/:region/circulars/:circular/answers': '{"question":"none","reading":"none"}',
  'POST /api/v1/regions/:region/declarations/events': JSON.stringify({
    ...{ form: noId, event: 'flood', place: 'none', from: '2021-07-21', authority: 'none' },
  }),
  'POST /api/v1/regions/:region/declarations/events/end': JSON.stringify({
    ...{ form: noId, event: 'flood', subject: 'none', from: '2021-07-21', until: '2021-07-21' },
  }),
  'POST /api/v1/regions/:region/declarations/statuses': JSON.stringify({
    ...{ form: noId, status: 'zone', value: 'red', place: 'none', from: '2021-07-21', authority: 'none' },
  }),
  'POST /api/v1/regions/:region/check-ins': checkInOf,
  'POST /api/v1/regions/:region/reports': ({ employee }) =>
    JSON.stringify({ id: noId, employee, day: '2021-07-21', done: '' }),
  'POST /api/v1/regions/:region/corrections': JSON.stringify({
    ...{ id: noId, day: '2021-07-21', kind: 'forgot', moment: 'in', place: 'office', time: '07:00', reason: '' },
  }),
  'POST /api/v1/regions/:region/employees/:employee/corrections/:correction/decision':
    '{"round":1,"outcome":"accepted"}',
  'POST /api/v1/regions/:region/objections': JSON.stringify({
    id: noId,
    kind: 'roster',
    day: '2021-07-21',
    reason: '',
  }),
  'POST /api/v1/regions/:region/objections/:objection/appeal': '{"reason":""}',
  'POST /api/v1/regions/:region/employees/:employee/objections/:objection/answer':
    '{"round":1,"outcome":"refused","reason":""}',
  'POST /api/v1/regions/:region/permits': ({ employee }) =>
    JSON.stringify({ id: noId, employee, kind: 'annual', from: '2021-07-01', until: '2021-07-01' }),
  'POST /api/v1/regions/:region/permits/:permit/decision': '{"version":1,"verdict":"grant"}',
  'POST /api/v1/regions/:region/devices': '{"publicKey":"none","label":"Ponsel"}',
  'POST /api/v1/regions/:region/session/challenge': `{"device":"${noId}"}`,
  'POST /api/v1/regions/:region/session/renewal': '{"challenge":"none","sig":"none"}',
  'GET /api/v1/regions/:region/time': `device=${noId}`,
}

/** The routes whose address cannot be filled in yet, each with what to add where. */
export const unlisted = (routes: readonly Route[]): string[] =>
  routes.flatMap(({ method, url }) =>
    namesIn(url)
      .filter((name) => !fromSubject.includes(name) && parameters[name] === undefined)
      .map((name) => `${method} ${url}: add a value for "${name}" to parameters in authorization-matrix.ts`),
  )

const fromSubject = ['region', 'employee', 'unit']
const namesIn = (url: string) => [...url.matchAll(/:(\w+)|(\*)/g)].map(([, name, star]) => name ?? star ?? '')

/** Whom an address can be about; undefined where it does not tell this subject from another one. */
export function subjectOf(url: string, kind: SubjectKind, viewer: Viewer): Subject | undefined {
  const names = namesIn(url)
  const namesWhom = names.includes('employee') || names.includes('unit')
  if (!namesWhom && kind !== 'own' && !(kind === 'other region' && names.includes('region'))) return undefined
  return viewer.subjects[kind] ?? (kind === 'own' && !namesWhom ? ofAlfa.own : undefined)
}

export function addressOf(url: string, subject: Subject): string {
  // Pages name regions by their slug, machines by their code.
  const region = url.startsWith('/api/') ? codes[subject.region] : subject.region
  const values: Readonly<Record<string, string>> = { ...parameters, ...subject, region }
  return url.replace(/:(\w+)|\*/g, (part, name?: string) =>
    name ? encodeURIComponent(values[name] ?? '') : (values[part] ?? ''),
  )
}

/** The query or the form of a route about somebody; empty: none. */
export function askOf({ method, url }: Route, subject: Subject): string {
  const ask = asks[`${method} ${url}`] ?? ''
  return typeof ask === 'string' ? ask : ask(subject)
}
