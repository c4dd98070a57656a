import type { Language } from '#platform/language.ts'

const id = {
  title: 'Jenjang tindakan',
  lead: 'Tindakan yang boleh diambil bila suatu butir terbukti dilanggar, menurut peraturan daerah ini, dari yang paling ringan. Piket tidak mengambil tindakan apa pun: pejabat memilihnya dalam putusan kasus.',
  none: 'Belum ada. Tanpa jenjang, putusan hanya menyatakan terbukti atau tidak.',
  desks: { head: 'kepala perangkat daerah', personnel_agency: 'BKPSDM', regional_head: 'pimpinan daerah' },
  by: (desk: string) => `serendah-rendahnya oleh ${desk}`,
  version: (version: number) => `versi ${version}`,
  change: 'Ubah',
  changeOf: (label: string) => `Ubah: ${label}`,
  withdraw: 'Cabut',
  add: 'Tambah tindakan',
  rank: 'Tingkat',
  rankHint: '1 yang paling ringan.',
  label: 'Nama tindakan',
  regulation: 'Peraturan dan pasalnya',
  desk: 'Diputus serendah-rendahnya oleh',
  save: 'Simpan',
  history: 'Versi sebelumnya',
  withdrawn: 'dicabut',
}

const en: typeof id = {
  title: 'Ladder of measures',
  lead: 'What may be done where a clause is found to be broken, under the regulation of this region, the mildest first. Piket takes no measure: whoever decides a case chooses one.',
  none: 'None yet. Without a ladder a decision only says whether it was broken.',
  desks: { head: 'head of the agency', personnel_agency: 'personnel agency', regional_head: 'regional head' },
  by: (desk) => `by the ${desk} at the lowest`,
  version: (version) => `version ${version}`,
  change: 'Change',
  changeOf: (label) => `Change: ${label}`,
  withdraw: 'Withdraw',
  add: 'Add a measure',
  rank: 'Step',
  rankHint: '1 is the mildest.',
  label: 'What the measure is called',
  regulation: 'Regulation and article',
  desk: 'Decided at the lowest by',
  save: 'Save',
  history: 'Earlier versions',
  withdrawn: 'withdrawn',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
