/** The secretariat that a regency usually has. */

/** Bureaus of the regional secretariat, with the assistant (counted from 0) that each answers to. */
export const bureaus: readonly {
  readonly name: string
  readonly assistant: number
  readonly sections: readonly string[]
}[] = [
  { name: 'Tata Pemerintahan', assistant: 0, sections: ['Administrasi Kewilayahan', 'Otonomi Daerah'] },
  { name: 'Kesejahteraan Rakyat', assistant: 0, sections: ['Bina Mental Spiritual', 'Kemasyarakatan'] },
  { name: 'Hukum', assistant: 0, sections: ['Perundang-undangan', 'Bantuan Hukum', 'Dokumentasi Hukum'] },
  { name: 'Perekonomian', assistant: 1, sections: ['Pembinaan BUMD', 'Sarana Perekonomian'] },
  { name: 'Administrasi Pembangunan', assistant: 1, sections: ['Penyusunan Program', 'Pengendalian Program'] },
  { name: 'Pengadaan Barang dan Jasa', assistant: 1, sections: ['Layanan Pengadaan', 'Pembinaan Pengadaan'] },
  { name: 'Umum', assistant: 2, sections: ['Rumah Tangga', 'Tata Usaha Pimpinan'] },
  {
    name: 'Organisasi',
    assistant: 2,
    sections: ['Kelembagaan dan Analisis Jabatan', 'Tata Laksana', 'Kinerja dan Reformasi Birokrasi'],
  },
  { name: 'Protokol dan Komunikasi Pimpinan', assistant: 2, sections: ['Protokol', 'Komunikasi Pimpinan'] },
]

export const assistants = [
  'Asisten Bidang Pemerintahan dan Kesejahteraan Rakyat',
  'Asisten Bidang Perekonomian dan Pembangunan',
  'Asisten Bidang Administrasi Umum',
] as const

export const experts = [
  'Staf Ahli Bidang Pemerintahan, Hukum dan Politik',
  'Staf Ahli Bidang Ekonomi, Keuangan dan Pembangunan',
  'Staf Ahli Bidang Kemasyarakatan dan Sumber Daya Manusia',
] as const
