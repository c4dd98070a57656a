/** The agencies that a regency usually has, with their fields of work. A region takes, renames and adds. */
import type { AgencyPlan } from './agency-plan.ts'
import { departments } from './departments.ts'

export const agencies: readonly AgencyPlan[] = [
  {
    id: 'sekretariat-dprd',
    name: 'Sekretariat DPRD',
    head: 'sekretaris_dprd',
    size: 0.9,
    fields: [
      { name: 'Umum dan Keuangan', sections: ['Tata Usaha', 'Keuangan'] },
      {
        name: 'Persidangan dan Perundang-undangan',
        sections: ['Persidangan dan Risalah', 'Kajian Perundang-undangan'],
      },
      {
        name: 'Fasilitasi Penganggaran dan Pengawasan',
        sections: ['Fasilitasi Penganggaran', 'Kerja Sama dan Aspirasi'],
      },
    ],
  },
  {
    id: 'inspektorat',
    name: 'Inspektorat Daerah',
    head: 'inspektur',
    profile: 'audit',
    fields: [
      { id: 'wilayah-1', name: 'Inspektur Pembantu Wilayah I', sections: [] },
      { id: 'wilayah-2', name: 'Inspektur Pembantu Wilayah II', sections: [] },
      { id: 'wilayah-3', name: 'Inspektur Pembantu Wilayah III', sections: [] },
      { id: 'khusus', name: 'Inspektur Pembantu Khusus', sections: [] },
    ],
  },
  ...departments,
  {
    id: 'bappeda',
    name: 'Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah',
    head: 'kepala_badan',
    fields: [
      { name: 'Pemerintahan dan Pembangunan Manusia', sections: ['Pemerintahan', 'Pembangunan Manusia'] },
      { name: 'Perekonomian dan Sumber Daya Alam', sections: ['Perekonomian', 'Sumber Daya Alam'] },
      { name: 'Infrastruktur dan Kewilayahan', sections: ['Infrastruktur', 'Kewilayahan'] },
      { name: 'Penelitian dan Pengembangan', sections: ['Penelitian', 'Inovasi Daerah'] },
    ],
  },
  {
    id: 'bpkad',
    name: 'Badan Pengelolaan Keuangan dan Aset Daerah',
    head: 'kepala_badan',
    size: 1.2,
    sector: 'essential',
    fields: [
      { name: 'Anggaran', sections: ['Penyusunan Anggaran', 'Pengendalian Anggaran'] },
      { name: 'Perbendaharaan', sections: ['Belanja Pegawai', 'Belanja Non Pegawai', 'Kas Daerah'] },
      { name: 'Akuntansi dan Pelaporan', sections: ['Akuntansi', 'Pelaporan'] },
      { name: 'Aset', sections: ['Penatausahaan Aset', 'Pemanfaatan Aset'] },
    ],
  },
  {
    id: 'bapenda',
    name: 'Badan Pendapatan Daerah',
    head: 'kepala_badan',
    sector: 'essential',
    fields: [
      {
        id: 'pelayanan-pajak',
        name: 'Pelayanan Pajak Daerah',
        sections: ['Pendaftaran dan Pendataan', 'Penetapan Pajak'],
        functions: ['tax_counter'],
        profile: 'counter',
      },
      { name: 'Penagihan dan Pengendalian', sections: ['Penagihan', 'Keberatan'] },
      { name: 'Perencanaan dan Pengembangan Pendapatan', sections: ['Perencanaan', 'Pengembangan'] },
    ],
  },
  {
    id: 'bkpsdm',
    name: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    head: 'kepala_badan',
    fields: [
      {
        name: 'Pengadaan, Pemberhentian dan Informasi',
        sections: ['Pengadaan dan Pemberhentian', 'Data dan Informasi'],
      },
      { name: 'Mutasi dan Promosi', sections: ['Mutasi', 'Kepangkatan'] },
      { name: 'Penilaian Kinerja dan Disiplin', sections: ['Penilaian Kinerja', 'Disiplin dan Penghargaan'] },
      { name: 'Pengembangan Kompetensi', sections: ['Diklat Penjenjangan', 'Diklat Teknis Fungsional'] },
    ],
  },
  {
    id: 'bpbd',
    name: 'Badan Penanggulangan Bencana Daerah',
    head: 'kepala_badan',
    size: 0.8,
    sector: 'critical',
    fields: [
      { name: 'Pencegahan dan Kesiapsiagaan', sections: ['Pencegahan', 'Kesiapsiagaan'] },
      {
        name: 'Kedaruratan dan Logistik',
        sections: ['Kedaruratan', 'Logistik'],
        squads: { name: 'Regu Reaksi Cepat', count: 3, profile: 'rescue', weight: 9 },
      },
      { name: 'Rehabilitasi dan Rekonstruksi', sections: ['Rehabilitasi', 'Rekonstruksi'] },
    ],
  },
  {
    id: 'kesbangpol',
    name: 'Badan Kesatuan Bangsa dan Politik',
    head: 'kepala_badan',
    size: 0.7,
    fields: [
      { name: 'Ideologi dan Wawasan Kebangsaan', sections: ['Bina Ideologi', 'Wawasan Kebangsaan'] },
      {
        name: 'Politik dan Organisasi Kemasyarakatan',
        sections: ['Politik Dalam Negeri', 'Organisasi Kemasyarakatan'],
      },
      { name: 'Kewaspadaan Nasional', sections: ['Kewaspadaan Dini', 'Penanganan Konflik'] },
    ],
  },
]
