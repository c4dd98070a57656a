/** Codes of posts (circular-language, section 9.4) and the titles under which staff lists print them. */

export const positions = {
  sekda: ['sekretaris daerah'],
  asisten: ['asisten sekretaris daerah', 'asisten sekda'],
  staf_ahli: ['staf ahli bupati', 'staf ahli wali kota', 'staf ahli walikota'],
  kepala_dinas: ['kadis'],
  kepala_badan: ['kaban'],
  inspektur: ['inspektur daerah', 'kepala inspektorat'],
  kepala_satpolpp: ['kepala satpol pp', 'kepala satuan polisi pamong praja', 'kasatpol pp'],
  direktur_rsud: ['direktur rumah sakit umum daerah'],
  sekretaris_dprd: ['sekwan'],
  camat: [],
  sekretaris_camat: ['sekcam', 'sekretaris kecamatan'],
  lurah: [],
  kepala_bagian: ['kabag'],
  kepala_uptd: ['kepala upt', 'kepala unit pelaksana teknis daerah'],
  sekretaris_opd: ['sekretaris', 'sekretaris dinas', 'sekretaris badan', 'sekretaris inspektorat'],
  kepala_bidang: ['kabid', 'inspektur pembantu'],
  kepala_subbagian: ['kasubbag', 'kasubag', 'kepala sub bagian', 'kepala subbag'],
  kepala_seksi: ['kasi', 'kepala seksi kelurahan'],
  kepala_puskesmas: ['kapus'],
  sub_koordinator: ['subkoordinator'],
  fungsional: ['pejabat fungsional', 'jabatan fungsional'],
  staf: ['pelaksana', 'staf pelaksana'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Position = keyof typeof positions

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const byTitle = new Map(
  Object.entries(positions).flatMap(([code, titles]) =>
    [code, ...titles].map((title) => [plain(title), code as Position] as const),
  ),
)
const longestFirst = [...byTitle.keys()].sort((a, b) => b.length - a.length)

/**
 * The code of a post, given its code or its title: `Kepala Bidang Kebersihan` is `kepala_bidang`.
 * Undefined when no title of the list begins it.
 */
export function positionOf(text: string): Position | undefined {
  const title = plain(text)
  const start = longestFirst.find((known) => title === known || title.startsWith(`${known} `))
  return start === undefined ? undefined : byTitle.get(start)
}
