import type { Refusal, RefusalCode } from './refusal.ts'
import { Shell, type View } from './shell.tsx'

interface Words {
  readonly what: string
  readonly next: string
}

const words: Readonly<Record<'id' | 'en', Readonly<Record<RefusalCode, Words>>>> = {
  id: {
    'invalid-input': {
      what: 'Alamat ini tidak dapat dibaca',
      next: 'Betulkan bagian itu pada alamat, atau mulai dari daftar daerah.',
    },
    'not-signed-in': { what: 'Anda belum masuk', next: 'Masuk dahulu, lalu buka lagi halaman ini.' },
    forbidden: { what: 'Halaman ini bukan untuk peran Anda', next: 'Minta kepala unit atau BKPSDM.' },
    'not-found': { what: 'Halaman tidak ditemukan', next: 'Periksa alamatnya, atau mulai dari daftar daerah.' },
    'wrong-method': {
      what: 'Alamat ini hanya untuk dibaca',
      next: 'Buka alamatnya sebagai halaman, atau mulai dari daftar daerah.',
    },
    'day-has-passed': { what: 'Hari itu sudah lewat', next: 'Pilih hari ini atau sesudahnya.' },
    'changed-meanwhile': { what: 'Data berubah sementara itu', next: 'Muat ulang halaman, lalu ulangi.' },
    'too-large': { what: 'Kiriman terlalu besar', next: 'Kirim berkas yang lebih kecil.' },
    'table-has-errors': { what: 'Tabel memuat kesalahan', next: 'Betulkan baris yang ditandai, lalu unggah lagi.' },
    'warnings-not-confirmed': {
      what: 'Ada peringatan yang belum disetujui',
      next: 'Baca peringatannya, lalu setujui.',
    },
    'too-many-requests': { what: 'Terlalu banyak permintaan', next: 'Tunggu sebentar, lalu ulangi.' },
    'reading-impossible': {
      what: 'Bacaan yang diminta tidak mungkin',
      next: 'Pilih bacaan lain pada halaman surat edaran.',
    },
    'internal-error': {
      what: 'Terjadi kesalahan pada Piket',
      next: 'Tidak ada yang berubah. Ulangi; bila tetap terjadi, hubungi petugas TI.',
    },
  },
  en: {
    'invalid-input': {
      what: 'This address cannot be read',
      next: 'Correct that part of the address, or start from the list of regions.',
    },
    'not-signed-in': { what: 'You are not signed in', next: 'Sign in, then open this page again.' },
    forbidden: { what: 'This page is not for your role', next: 'Ask the head of the unit or the personnel agency.' },
    'not-found': { what: 'There is no such page', next: 'Check the address, or start from the list of regions.' },
    'wrong-method': {
      what: 'This address can only be read',
      next: 'Open it as a page, or start from the list of regions.',
    },
    'day-has-passed': { what: 'That day has passed', next: 'Choose today or later.' },
    'changed-meanwhile': { what: 'The data changed meanwhile', next: 'Load the page again and repeat.' },
    'too-large': { what: 'The upload is too large', next: 'Send a smaller file.' },
    'table-has-errors': { what: 'The table has errors', next: 'Correct the marked rows and upload again.' },
    'warnings-not-confirmed': { what: 'There are warnings not yet confirmed', next: 'Read them, then confirm.' },
    'too-many-requests': { what: 'Too many requests', next: 'Wait a moment, then repeat.' },
    'reading-impossible': {
      what: 'That reading is impossible',
      next: 'Choose another one on the page of the circular.',
    },
    'internal-error': {
      what: 'Something went wrong in Piket',
      next: 'Nothing was changed. Try again; if it stays, tell the IT officer.',
    },
  },
}

/** An expected no, as people read it: what happened and what to do next, with its stable code. */
export function RefusalPage({ view, refusal }: { readonly view: View; readonly refusal: Refusal }) {
  const { what, next } = words[view.language][refusal.refused]
  return (
    <Shell view={view} title={what}>
      <div class="card stack">
        <h1>{what}</h1>
        {refusal.detail && <p>{refusal.detail[view.language]}</p>}
        <p>{next}</p>
        <p>
          <a href="/">{view.language === 'id' ? 'Ke daftar daerah' : 'To the list of regions'}</a>
        </p>
        <p class="small quiet">
          {view.language === 'id' ? 'Kode untuk petugas TI:' : 'Code for the IT officer:'}{' '}
          <span class="code">{refusal.refused}</span>
        </p>
      </div>
    </Shell>
  )
}
