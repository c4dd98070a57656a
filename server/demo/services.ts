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
    service: 'ktp-kk',
    name: 'KTP elektronik dan Kartu Keluarga',
    counters: 4,
    minimum: 4,
  },
  {
    at: { unit: 'disdukcapil/bidang-pencatatan-sipil' },
    service: 'akta',
    name: 'Akta kelahiran, kematian, dan perkawinan',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'dpmptsp/bidang-perizinan' },
    service: 'perizinan',
    name: 'Perizinan dan nonperizinan',
    counters: 4,
    minimum: 3,
  },
  {
    at: { unit: 'dpmptsp/bidang-pengaduan' },
    service: 'pengaduan',
    name: 'Pengaduan layanan',
    counters: 1,
    minimum: 1,
  },
  {
    at: { unit: 'bapenda/bidang-pelayanan-pajak' },
    service: 'pajak-daerah',
    name: 'Pembayaran dan pendaftaran pajak daerah',
    counters: 3,
    minimum: 2,
  },
  {
    at: { unit: 'disnaker/bidang-pelatihan-penempatan' },
    service: 'kartu-kuning',
    name: 'Kartu pencari kerja',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'dishub/bidang-pengujian-dan-keselamatan' },
    service: 'uji-kendaraan',
    name: 'Pengujian kendaraan bermotor',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'disarpus/bidang-layanan-perpustakaan' },
    service: 'perpustakaan',
    name: 'Perpustakaan umum',
    counters: 1,
    minimum: 1,
  },
  { at: { unit: 'dlh/bidang-kebersihan' }, service: 'sampah', name: 'Pengangkutan sampah', counters: 0, minimum: 12 },
  {
    at: { unit: 'bpkad/bidang-perbendaharaan' },
    service: 'pencairan',
    name: 'Penerbitan SP2D',
    counters: 2,
    minimum: 2,
  },
  {
    at: { unit: 'damkar/bidang-pemadaman-dan-penyelamatan' },
    service: 'pemadaman',
    name: 'Pemadaman dan penyelamatan',
    counters: 0,
    minimum: 6,
  },
  {
    at: { unit: 'satpolpp/bidang-ketertiban-umum-dan-ketenteraman-masyarakat' },
    service: 'ketertiban',
    name: 'Pengamanan dan pengaduan ketertiban',
    counters: 1,
    minimum: 6,
  },
  {
    at: { unit: 'bpbd/bidang-kedaruratan-dan-logistik' },
    service: 'pusdalops',
    name: 'Pusat pengendalian operasi bencana',
    counters: 1,
    minimum: 2,
  },
  {
    at: { class: 'rsud' },
    service: 'igd',
    name: 'Gawat darurat dan rawat jalan',
    counters: 6,
    minimum: 20,
    position: 'fungsional',
  },
  {
    at: { class: 'puskesmas' },
    service: 'poli-umum',
    name: 'Poli umum, KIA, dan gawat darurat',
    counters: 3,
    minimum: 4,
    position: 'fungsional',
  },
  { at: { class: 'klinik' }, service: 'poli-umum', name: 'Poli umum', counters: 1, minimum: 2, position: 'fungsional' },
  {
    at: { function: 'public_counter' },
    service: 'paten',
    name: 'Pelayanan administrasi terpadu kecamatan',
    counters: 1,
    minimum: 1,
  },
  {
    at: { class: 'kelurahan' },
    service: 'surat-keterangan',
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
