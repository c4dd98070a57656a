/** Main duties that a demonstration offers in the form of the report. Invented, by the titles of its posts. */
import { as, type Db } from '#platform/db.ts'
import { addMainDuty, listMainDuties } from '../features/main-duty/service.ts'
import type { RegionAsListed } from '../features/region/service.ts'

const duties: Readonly<Record<string, readonly (readonly [text: string, counted: string | null])[]>> = {
  'Petugas Loket': [
    ['Melayani pemohon di loket', 'pemohon'],
    ['Verifikasi berkas permohonan', 'berkas'],
    ['Menjawab pengaduan lewat WhatsApp', 'pengaduan'],
  ],
  'Operator Layanan Operasional': [
    ['Memasukkan data layanan', 'berkas'],
    ['Mencetak dokumen', 'dokumen'],
  ],
  'Pengelola Dokumen Layanan': [
    ['Verifikasi berkas permohonan', 'berkas'],
    ['Menata arsip layanan', 'berkas'],
  ],
  'Analis Pelayanan': [
    ['Menyusun telaah layanan', 'telaah'],
    ['Menindaklanjuti pengaduan', 'pengaduan'],
  ],
  'Pengadministrasi Umum': [
    ['Mengagendakan surat masuk dan keluar', 'surat'],
    ['Menyiapkan bahan rapat', 'rapat'],
  ],
  'Pengelola Data': [
    ['Memutakhirkan data', 'data'],
    ['Menyusun rekapitulasi', 'laporan'],
  ],
  'Pengelola Keuangan': [
    ['Memeriksa bukti belanja', 'bukti'],
    ['Menyiapkan dokumen pencairan', 'dokumen'],
  ],
  Bendahara: [['Membukukan transaksi', 'transaksi']],
  Perawat: [
    ['Melayani pasien', 'pasien'],
    ['Mengisi rekam medis', 'berkas'],
  ],
  Bidan: [
    ['Memeriksa ibu dan anak', 'pasien'],
    ['Kunjungan rumah', 'kunjungan'],
  ],
  Guru: [
    ['Mengajar', 'jam'],
    ['Memeriksa pekerjaan murid', 'berkas'],
  ],
  kepala_seksi: [
    ['Memeriksa hasil kerja seksi', 'berkas'],
    ['Memimpin atau mengikuti rapat', 'rapat'],
  ],
  kepala_bidang: [
    ['Mengoordinasikan seksi', null],
    ['Memimpin atau mengikuti rapat', 'rapat'],
  ],
  staf: [
    ['Menyelesaikan tugas kantor', 'tugas'],
    ['Mengikuti rapat', 'rapat'],
  ],
  fungsional: [
    ['Melaksanakan kegiatan jabatan', 'kegiatan'],
    ['Mengikuti rapat', 'rapat'],
  ],
}

/** Adds them to a region that has none. */
export const addDemonstrationDuties = (db: Db, { code }: RegionAsListed, at: Date): Promise<void> =>
  as(db, { region: code, reach: 'region' }, async (tx) => {
    if ((await listMainDuties(tx, [])).length > 0) return
    for (const [post, own] of Object.entries(duties))
      for (const [text, counted] of own)
        await addMainDuty(tx, { post, agency: null, text, counted }, { by: 'piket', at })
  })
