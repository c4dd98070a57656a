/** What the public comes for, and how many people that takes at the office. */
import type { UnitRecord } from '@piket/domain/staff/facts.ts'
import type { PublicService, ServiceMinimum } from './demo-region.ts'

interface Offer {
  /** A unit by its path, or every unit of a class. */
  readonly at: { readonly unit: string } | { readonly class: string } | { readonly function: string }
  readonly service: string
  readonly name: string
  readonly counters: number
  /** People of the unit and below, by position where the service needs one. */
  readonly minimum: number
  readonly position?: string
}

const offers: readonly Offer[] = [
  {
    at: { unit: 'disdukcapil/bidang-pendaftaran-penduduk' },
    service: 'KTP_elektronik_dan_kartu_keluarga',
    name: 'KTP elektronik dan Kartu Keluarga',
    counters: 4,
    minimum: 4,
  },
  {
    at: { unit: 'disdukcapil/bidang-pencatatan-sipil' },
    service: 'akta_kelahiran_kematian_dan_perkawinan',
    name: 'Akta kelahiran, kematian, dan perkawinan',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'dpmptsp/bidang-perizinan' },
    service: 'perizinan_dan_nonperizinan',
    name: 'Perizinan dan nonperizinan',
    counters: 4,
    minimum: 3,
  },
  {
    at: { unit: 'dpmptsp/bidang-pengaduan' },
    service: 'pengaduan_layanan',
    name: 'Pengaduan layanan',
    counters: 1,
    minimum: 1,
  },
  {
    at: { unit: 'bapenda/bidang-pelayanan-pajak' },
    service: 'pajak_daerah',
    name: 'Pembayaran dan pendaftaran pajak daerah',
    counters: 3,
    minimum: 2,
  },
  {
    at: { unit: 'disnaker/bidang-pelatihan-penempatan' },
    service: 'kartu_pencari_kerja',
    name: 'Kartu pencari kerja',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'dishub/bidang-pengujian-dan-keselamatan' },
    service: 'pengujian_kendaraan_bermotor',
    name: 'Pengujian kendaraan bermotor',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'disarpus/bidang-layanan-perpustakaan' },
    service: 'perpustakaan_umum',
    name: 'Perpustakaan umum',
    counters: 1,
    minimum: 1,
  },
  {
    at: { unit: 'dlh/bidang-kebersihan' },
    service: 'pengangkutan_sampah',
    name: 'Pengangkutan sampah',
    counters: 0,
    minimum: 12,
  },
  {
    at: { unit: 'bpkad/bidang-perbendaharaan' },
    service: 'penerbitan_SP2D',
    name: 'Penerbitan SP2D',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'damkar/bidang-pemadaman-dan-penyelamatan' },
    service: 'pemadaman_dan_penyelamatan',
    name: 'Pemadaman dan penyelamatan',
    counters: 0,
    minimum: 6,
  },
  {
    at: { unit: 'satpolpp/bidang-ketertiban-umum-dan-ketenteraman-masyarakat' },
    service: 'pengamanan_dan_pengaduan_ketertiban',
    name: 'Pengamanan dan pengaduan ketertiban',
    counters: 1,
    minimum: 6,
  },
  {
    at: { unit: 'bpbd/bidang-kedaruratan-dan-logistik' },
    service: 'pengendalian_operasi_bencana',
    name: 'Pusat pengendalian operasi bencana',
    counters: 1,
    minimum: 2,
  },
  {
    at: { class: 'rsud' },
    service: 'gawat_darurat_dan_rawat_jalan',
    name: 'Gawat darurat dan rawat jalan',
    counters: 6,
    minimum: 20,
    position: 'fungsional',
  },
  {
    at: { class: 'puskesmas' },
    service: 'poli_umum_KIA_dan_gawat_darurat',
    name: 'Poli umum, KIA, dan gawat darurat',
    counters: 3,
    minimum: 4,
    position: 'fungsional',
  },
  { at: { class: 'klinik' }, service: 'poli_umum', name: 'Poli umum', counters: 1, minimum: 2, position: 'fungsional' },
  {
    at: { function: 'public_counter' },
    service: 'administrasi_terpadu_kecamatan',
    name: 'Pelayanan administrasi terpadu kecamatan',
    counters: 1,
    minimum: 1,
  },
  {
    at: { class: 'kelurahan' },
    service: 'surat_keterangan',
    name: 'Surat keterangan dan pengantar',
    counters: 1,
    minimum: 1,
  },
]

/** Services with their minima at the units that exist. The numbers are the demonstration's own. */
export function servicesOf(units: readonly UnitRecord[]): {
  services: PublicService[]
  serviceMinima: ServiceMinimum[]
} {
  const services: PublicService[] = []
  const serviceMinima: ServiceMinimum[] = []
  for (const unit of units) {
    for (const offer of offers.filter(({ at }) => offeredBy(unit, at))) {
      const { service, name, counters, minimum, position = null } = offer
      services.push({ unit: unit.unit, service, name, counters })
      serviceMinima.push({ unit: unit.unit, service, position, minimum, source: 'demonstration' })
    }
  }
  return { services, serviceMinima }
}

function offeredBy(unit: UnitRecord, at: Offer['at']): boolean {
  if ('unit' in at) return unit.unit === at.unit
  return 'class' in at ? unit.class.includes(at.class) : unit.functions.includes(at.function)
}
