/** The departments that a regency usually has, with their fields of work. */
import type { AgencyPlan } from './agency-plan.ts'

export const departments: readonly AgencyPlan[] = [
  {
    id: 'disdik',
    name: 'Dinas Pendidikan dan Kebudayaan',
    head: 'kepala_dinas',
    size: 1.3,
    fields: [
      {
        name: 'Pembinaan Sekolah Dasar',
        sections: ['Kurikulum dan Penilaian SD', 'Kelembagaan dan Sarana SD', 'Peserta Didik SD'],
      },
      {
        name: 'Pembinaan Sekolah Menengah Pertama',
        sections: ['Kurikulum dan Penilaian SMP', 'Kelembagaan dan Sarana SMP'],
      },
      { name: 'PAUD dan Pendidikan Nonformal', sections: ['PAUD', 'Pendidikan Keaksaraan dan Kesetaraan'] },
      { name: 'Ketenagaan', sections: ['Pendidik dan Tenaga Kependidikan SD', 'Pendidik dan Tenaga Kependidikan SMP'] },
      { name: 'Kebudayaan', sections: ['Sejarah dan Cagar Budaya', 'Kesenian dan Tradisi'] },
    ],
  },
  {
    id: 'dinkes',
    name: 'Dinas Kesehatan',
    head: 'kepala_dinas',
    size: 1.2,
    sector: 'critical',
    fields: [
      {
        name: 'Kesehatan Masyarakat',
        sections: ['Kesehatan Keluarga dan Gizi', 'Promosi Kesehatan', 'Kesehatan Lingkungan'],
      },
      {
        name: 'Pencegahan dan Pengendalian Penyakit',
        sections: ['Surveilans dan Imunisasi', 'Penyakit Menular', 'Penyakit Tidak Menular'],
      },
      { name: 'Pelayanan Kesehatan', sections: ['Pelayanan Primer', 'Pelayanan Rujukan'] },
      {
        name: 'Sumber Daya Kesehatan',
        sections: ['Kefarmasian dan Alat Kesehatan', 'Sumber Daya Manusia Kesehatan'],
        functions: ['licence_recommendation'],
      },
    ],
  },
  {
    id: 'dpupr',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    head: 'kepala_dinas',
    size: 1.5,
    profile: 'technical',
    fields: [
      { name: 'Bina Marga', sections: ['Pembangunan Jalan dan Jembatan', 'Preservasi Jalan dan Jembatan'] },
      { name: 'Cipta Karya', sections: ['Air Minum dan Sanitasi', 'Penataan Bangunan'] },
      { name: 'Sumber Daya Air', sections: ['Irigasi dan Rawa', 'Sungai dan Pantai'] },
      {
        name: 'Penataan Ruang',
        sections: ['Perencanaan Ruang', 'Pengendalian Pemanfaatan Ruang'],
        functions: ['licence_recommendation'],
      },
    ],
  },
  {
    id: 'disperkim',
    name: 'Dinas Perumahan, Kawasan Permukiman dan Pertanahan',
    head: 'kepala_dinas',
    profile: 'technical',
    fields: [
      { name: 'Perumahan dan Kawasan Permukiman', sections: ['Perumahan', 'Kawasan Permukiman'] },
      { name: 'Pertanahan', sections: ['Pengadaan Tanah', 'Penyelesaian Sengketa Tanah'] },
      {
        id: 'pertamanan-pemakaman',
        name: 'Pertamanan dan Pemakaman',
        sections: ['Pertamanan', 'Pemakaman'],
        squads: { name: 'Regu Taman', count: 3, profile: 'cleaner', weight: 9 },
      },
    ],
  },
  {
    id: 'satpolpp',
    name: 'Satuan Polisi Pamong Praja',
    head: 'kepala_satpolpp',
    sector: 'critical',
    fields: [
      {
        name: 'Ketertiban Umum dan Ketenteraman Masyarakat',
        sections: ['Operasi dan Pengendalian', 'Kerja Sama'],
        squads: { name: 'Regu', count: 8, profile: 'public_order', weight: 14 },
      },
      {
        name: 'Penegakan Perundang-undangan Daerah',
        sections: ['Pembinaan dan Penyuluhan', 'Penyelidikan dan Penyidikan'],
      },
      { name: 'Perlindungan Masyarakat', sections: ['Satuan Linmas', 'Bina Potensi Masyarakat'] },
    ],
  },
  {
    id: 'damkar',
    name: 'Dinas Pemadam Kebakaran dan Penyelamatan',
    head: 'kepala_dinas',
    size: 0.8,
    sector: 'critical',
    fields: [
      { name: 'Pencegahan', sections: ['Inspeksi Proteksi Kebakaran', 'Pemberdayaan Masyarakat'] },
      {
        name: 'Pemadaman dan Penyelamatan',
        sections: ['Pemadaman', 'Penyelamatan dan Evakuasi'],
        squads: { name: 'Pleton', count: 4, profile: 'firefighter', weight: 22 },
      },
    ],
  },
  {
    id: 'dinsos',
    name: 'Dinas Sosial',
    head: 'kepala_dinas',
    fields: [
      {
        name: 'Rehabilitasi Sosial',
        sections: ['Rehabilitasi Anak dan Lanjut Usia', 'Rehabilitasi Penyandang Disabilitas'],
      },
      { name: 'Perlindungan dan Jaminan Sosial', sections: ['Perlindungan Korban Bencana', 'Jaminan Sosial Keluarga'] },
      { name: 'Pemberdayaan Sosial', sections: ['Pemberdayaan Perorangan dan Kelembagaan', 'Penanganan Fakir Miskin'] },
    ],
  },
  {
    id: 'disnaker',
    name: 'Dinas Tenaga Kerja dan Transmigrasi',
    head: 'kepala_dinas',
    fields: [
      {
        id: 'pelatihan-penempatan',
        name: 'Pelatihan, Produktivitas, dan Penempatan Tenaga Kerja',
        sections: ['Pelatihan dan Produktivitas', 'Penempatan Tenaga Kerja'],
        profile: 'counter',
      },
      { name: 'Hubungan Industrial', sections: ['Syarat Kerja', 'Penyelesaian Perselisihan'] },
      { name: 'Transmigrasi', sections: ['Penyiapan Kawasan', 'Pembinaan Masyarakat Transmigrasi'] },
    ],
  },
  {
    id: 'dppkbp3a',
    name: 'Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak',
    head: 'kepala_dinas',
    fields: [
      { name: 'Keluarga Berencana', sections: ['Pelayanan KB', 'Ketahanan Keluarga'] },
      { name: 'Pemberdayaan Perempuan', sections: ['Pengarusutamaan Gender', 'Kelembagaan Perempuan'] },
      { name: 'Perlindungan Anak', sections: ['Pemenuhan Hak Anak', 'Perlindungan Khusus Anak'] },
    ],
  },
  {
    id: 'dkp',
    name: 'Dinas Ketahanan Pangan',
    head: 'kepala_dinas',
    size: 0.7,
    fields: [
      {
        name: 'Ketersediaan dan Distribusi Pangan',
        sections: ['Ketersediaan Pangan', 'Distribusi dan Cadangan Pangan'],
      },
      { name: 'Konsumsi dan Keamanan Pangan', sections: ['Konsumsi Pangan', 'Keamanan Pangan'] },
    ],
  },
  {
    id: 'dlh',
    name: 'Dinas Lingkungan Hidup',
    head: 'kepala_dinas',
    fields: [
      {
        name: 'Penataan dan Penaatan Lingkungan',
        sections: ['Kajian Dampak Lingkungan', 'Penegakan Hukum Lingkungan'],
        functions: ['licence_recommendation'],
      },
      {
        id: 'kebersihan',
        name: 'Kebersihan dan Pemanfaatan Sampah',
        sections: ['Pengumpulan dan Pengangkutan', 'Pemanfaatan Sampah'],
        functions: ['waste_collection'],
        squads: { name: 'Regu', count: 8, profile: 'cleaner', weight: 15 },
      },
      { name: 'Pengendalian Pencemaran', sections: ['Pencemaran Air dan Udara', 'Limbah B3'] },
    ],
  },
  {
    id: 'disdukcapil',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    head: 'kepala_dinas',
    sector: 'essential',
    fields: [
      {
        id: 'pendaftaran-penduduk',
        name: 'Pelayanan Pendaftaran Penduduk',
        sections: ['Identitas Penduduk', 'Pindah Datang Penduduk', 'Pendataan Penduduk'],
        functions: ['civil_registration'],
        profile: 'counter',
      },
      {
        id: 'pencatatan-sipil',
        name: 'Pelayanan Pencatatan Sipil',
        sections: ['Kelahiran dan Kematian', 'Perkawinan dan Perceraian'],
        functions: ['civil_registration'],
        profile: 'counter',
      },
      {
        id: 'piak',
        name: 'Pengelolaan Informasi Administrasi Kependudukan',
        sections: ['Sistem Informasi', 'Pengolahan Data'],
      },
      { name: 'Pemanfaatan Data dan Inovasi Pelayanan', sections: ['Kerja Sama', 'Inovasi Pelayanan'] },
    ],
  },
  {
    id: 'dpmd',
    name: 'Dinas Pemberdayaan Masyarakat dan Desa',
    head: 'kepala_dinas',
    fields: [
      { name: 'Pemerintahan Desa', sections: ['Administrasi Pemerintahan Desa', 'Keuangan dan Aset Desa'] },
      { name: 'Kelembagaan dan Sosial Budaya', sections: ['Kelembagaan Masyarakat', 'Sosial Budaya'] },
      { name: 'Usaha Ekonomi dan Teknologi Tepat Guna', sections: ['Usaha Ekonomi Desa', 'Teknologi Tepat Guna'] },
    ],
  },
  {
    id: 'dishub',
    name: 'Dinas Perhubungan',
    head: 'kepala_dinas',
    sector: 'essential',
    fields: [
      {
        name: 'Lalu Lintas dan Angkutan',
        sections: ['Manajemen Lalu Lintas', 'Angkutan Orang dan Barang'],
        squads: { name: 'Regu Lalu Lintas', count: 3, profile: 'traffic', weight: 9 },
      },
      {
        name: 'Pengujian dan Keselamatan',
        sections: ['Pengujian Kendaraan', 'Bimbingan Keselamatan'],
        profile: 'traffic',
      },
      { name: 'Pelayaran dan Penyeberangan', sections: ['Dermaga', 'Angkutan Sungai dan Penyeberangan'] },
    ],
  },
  {
    id: 'diskominfo',
    name: 'Dinas Komunikasi, Informatika, Statistik dan Persandian',
    head: 'kepala_dinas',
    fields: [
      { name: 'Informasi dan Komunikasi Publik', sections: ['Layanan Informasi Publik', 'Pengelolaan Media'] },
      { name: 'Aplikasi Informatika', sections: ['Tata Kelola SPBE', 'Infrastruktur Teknologi'] },
      { name: 'Statistik dan Persandian', sections: ['Statistik Sektoral', 'Persandian dan Keamanan Informasi'] },
    ],
  },
  {
    id: 'disperindagkop',
    name: 'Dinas Perindustrian, Perdagangan, Koperasi dan UKM',
    head: 'kepala_dinas',
    size: 1.1,
    fields: [
      {
        name: 'Perdagangan',
        sections: ['Pengelolaan Pasar', 'Stabilisasi Harga'],
        functions: ['licence_recommendation'],
      },
      { name: 'Perindustrian', sections: ['Sarana Industri', 'Pengembangan Industri'] },
      { name: 'Koperasi dan UKM', sections: ['Kelembagaan Koperasi', 'Pemberdayaan UKM'] },
    ],
  },
  {
    id: 'dpmptsp',
    name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    head: 'kepala_dinas',
    sector: 'essential',
    fields: [
      {
        id: 'perizinan',
        name: 'Pelayanan Perizinan dan Non Perizinan',
        sections: ['Perizinan Berusaha', 'Non Perizinan', 'Loket dan Informasi'],
        functions: ['licence_service'],
        profile: 'counter',
      },
      { name: 'Penanaman Modal', sections: ['Promosi', 'Pengendalian Pelaksanaan'] },
      {
        id: 'pengaduan',
        name: 'Pengaduan, Kebijakan dan Pelaporan',
        sections: ['Pengaduan', 'Pelaporan Layanan'],
        profile: 'counter',
      },
    ],
  },
  {
    id: 'dispora',
    name: 'Dinas Kepemudaan, Olahraga dan Pariwisata',
    head: 'kepala_dinas',
    fields: [
      { name: 'Kepemudaan', sections: ['Pemberdayaan Pemuda', 'Pengembangan Pemuda'] },
      { name: 'Keolahragaan', sections: ['Olahraga Prestasi', 'Sarana Olahraga'] },
      { name: 'Pariwisata', sections: ['Destinasi Pariwisata', 'Pemasaran dan Ekonomi Kreatif'] },
    ],
  },
  {
    id: 'disarpus',
    name: 'Dinas Kearsipan dan Perpustakaan',
    head: 'kepala_dinas',
    size: 0.8,
    fields: [
      { name: 'Pengelolaan Arsip', sections: ['Arsip Dinamis', 'Arsip Statis'] },
      { name: 'Layanan Perpustakaan', sections: ['Layanan dan Otomasi', 'Pembinaan Perpustakaan'], profile: 'counter' },
    ],
  },
  {
    id: 'diskan',
    name: 'Dinas Kelautan dan Perikanan',
    head: 'kepala_dinas',
    size: 0.9,
    profile: 'extension',
    fields: [
      { name: 'Perikanan Tangkap', sections: ['Pemberdayaan Nelayan', 'Sarana Tangkap'] },
      { name: 'Perikanan Budidaya', sections: ['Produksi Budidaya', 'Kesehatan Ikan'] },
    ],
  },
  {
    id: 'distan',
    name: 'Dinas Pertanian',
    head: 'kepala_dinas',
    size: 1.4,
    profile: 'extension',
    fields: [
      { name: 'Tanaman Pangan dan Hortikultura', sections: ['Produksi Tanaman Pangan', 'Hortikultura'] },
      { name: 'Peternakan dan Kesehatan Hewan', sections: ['Produksi Ternak', 'Kesehatan Hewan'] },
      { name: 'Penyuluhan', sections: ['Kelembagaan Penyuluhan', 'Metode dan Informasi'] },
    ],
  },
  {
    id: 'disbun',
    name: 'Dinas Perkebunan',
    head: 'kepala_dinas',
    profile: 'extension',
    fields: [
      { name: 'Produksi Perkebunan', sections: ['Tanaman Tahunan', 'Tanaman Semusim'] },
      { name: 'Usaha dan Perlindungan Perkebunan', sections: ['Bina Usaha', 'Perlindungan Tanaman'] },
    ],
  },
]
