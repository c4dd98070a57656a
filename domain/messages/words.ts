/** The words of the language in Indonesian and English: what a clerk reads instead of a key. */
import type { Bilingual } from './problem.ts'

/** Words by key. A key without words is shown as it is written, with spaces. */
export type Vocabulary = Readonly<Record<string, Bilingual>>

const words = (id: string, en: string): Bilingual => ({ id, en })

/** The words for a key; the key itself, readable, when the vocabulary does not hold it. */
export function wordFor(vocabulary: Vocabulary, key: string): Bilingual {
  const readable = key.replaceAll('_', ' ')
  return vocabulary[key] ?? words(readable, readable)
}

export const placeWords = {
  office: words('kantor', 'office'),
  home: words('rumah', 'home'),
  rotate: words('bergantian', 'in turns'),
  other_office: words('kantor lain', 'another office'),
  field: words('lapangan', 'field'),
  off: words('libur', 'day off'),
  leave: words('cuti', 'leave'),
  travel: words('dinas luar', 'official travel'),
  education: words('tugas belajar', 'study'),
  conflict: words('bertabrakan', 'conflict'),
  undetermined: words('belum dapat ditentukan', 'undetermined'),
} satisfies Vocabulary

export const forceWords = {
  must: words('wajib', 'must'),
  should: words('dianjurkan', 'should'),
  may: words('boleh', 'may'),
  default: words('biasa', 'usual'),
} satisfies Vocabulary

export const weekdayWords = {
  monday: words('Senin', 'Monday'),
  tuesday: words('Selasa', 'Tuesday'),
  wednesday: words('Rabu', 'Wednesday'),
  thursday: words('Kamis', 'Thursday'),
  friday: words('Jumat', 'Friday'),
  saturday: words('Sabtu', 'Saturday'),
  sunday: words('Minggu', 'Sunday'),
} satisfies Vocabulary

export const dayKindWords = {
  workday: words('hari kerja', 'working days'),
  weekend: words('akhir pekan', 'weekends'),
  holiday: words('hari libur', 'public holidays'),
  joint_leave: words('cuti bersama', 'joint leave'),
} satisfies Vocabulary

export const employmentWords = {
  pns: words('PNS', 'civil servants (PNS)'),
  cpns: words('CPNS', 'candidate civil servants (CPNS)'),
  pppk: words('PPPK', 'contract civil servants (PPPK)'),
  pppk_part_time: words('PPPK paruh waktu', 'part-time PPPK'),
  ptt: words('PTT', 'temporary staff (PTT)'),
  tkd: words('tenaga kontrak daerah', 'regional contract staff (TKD)'),
  honorary: words('honorer', 'honorary staff'),
} satisfies Vocabulary

export const jobWords = {
  structural: words('pejabat struktural', 'structural officials'),
  functional: words('pejabat fungsional', 'functional officials'),
  executor: words('pelaksana', 'executors'),
} satisfies Vocabulary

export const positionWords = {
  sekda: words('sekretaris daerah', 'regional secretary'),
  asisten: words('asisten', 'assistants'),
  staf_ahli: words('staf ahli', 'expert staff'),
  opd_head: words('kepala perangkat daerah', 'heads of agencies'),
  kepala_dinas: words('kepala dinas', 'heads of dinas'),
  kepala_badan: words('kepala badan', 'heads of badan'),
  inspektur: words('inspektur', 'inspector'),
  kepala_satpolpp: words('kepala Satpol PP', 'head of Satpol PP'),
  direktur_rsud: words('direktur RSUD', 'hospital directors'),
  sekretaris_dprd: words('sekretaris DPRD', 'secretary of the council'),
  camat: words('camat', 'district heads (camat)'),
  sekretaris_camat: words('sekretaris camat', 'district secretaries'),
  lurah: words('lurah', 'ward heads (lurah)'),
  kepala_bagian: words('kepala bagian', 'heads of bagian'),
  kepala_uptd: words('kepala UPTD', 'heads of UPTD'),
  sekretaris_opd: words('sekretaris dinas atau badan', 'secretaries of agencies'),
  kepala_bidang: words('kepala bidang', 'heads of bidang'),
  kepala_subbagian: words('kepala subbagian', 'heads of subbagian'),
  kepala_seksi: words('kepala seksi', 'heads of seksi'),
  kepala_puskesmas: words('kepala puskesmas', 'heads of health centres'),
  sub_koordinator: words('subkoordinator', 'sub-coordinators'),
  fungsional: words('pejabat fungsional', 'functional officials'),
  staf: words('staf', 'staff'),
} satisfies Vocabulary

/** A post as one person holds it. */
export const holderWords = {
  ...positionWords,
  opd_head: words('kepala perangkat daerah', 'head of the agency'),
  kepala_dinas: words('kepala dinas', 'head of the dinas'),
  kepala_badan: words('kepala badan', 'head of the badan'),
  direktur_rsud: words('direktur RSUD', 'hospital director'),
  camat: words('camat', 'district head (camat)'),
  sekretaris_camat: words('sekretaris camat', 'district secretary'),
  lurah: words('lurah', 'ward head (lurah)'),
  kepala_bagian: words('kepala bagian', 'head of the bagian'),
  kepala_uptd: words('kepala UPTD', 'head of the UPTD'),
  sekretaris_opd: words('sekretaris dinas atau badan', 'secretary of the agency'),
  kepala_bidang: words('kepala bidang', 'head of the bidang'),
  kepala_subbagian: words('kepala subbagian', 'head of the subbagian'),
  kepala_seksi: words('kepala seksi', 'head of the seksi'),
  sub_koordinator: words('subkoordinator', 'sub-coordinator'),
  kepala_puskesmas: words('kepala puskesmas', 'head of the health centre'),
} satisfies Vocabulary

export const classWords = {
  rsud: words('rumah sakit daerah', 'regional hospitals'),
  puskesmas: words('seluruh puskesmas', 'all health centres'),
  klinik: words('seluruh klinik', 'all clinics'),
  fktp: words('fasilitas kesehatan tingkat pertama', 'first-level health facilities'),
  kelurahan: words('seluruh kelurahan', 'all wards'),
  kecamatan: words('seluruh kecamatan', 'all districts'),
  school: words('seluruh sekolah', 'all schools'),
  security: words('satuan pengamanan', 'security units'),
} satisfies Vocabulary

export const attributeWords = {
  pregnant: words('sedang hamil', 'pregnant'),
  nursing: words('menyusui', 'nursing'),
  at_risk_health: words('berisiko kesehatan', 'at risk by health'),
  unwell: words('kurang sehat', 'unwell'),
  isolating: words('isolasi', 'isolating'),
  disability: words('penyandang disabilitas', 'with a disability'),
  vaccinated: words('sudah divaksin', 'vaccinated'),
  lives_with_at_risk: words('serumah dengan orang berisiko', 'living with somebody at risk'),
  road_cut_off: words('akses jalan terputus', 'cut off by road'),
  still_travelling: words('masih di perjalanan', 'still travelling'),
  lives_outside_region: words('tinggal di luar daerah', 'living outside the region'),
  discipline_in_progress: words('dalam proses disiplin', 'in a discipline case'),
  special_assignment: words('bertugas khusus', 'on special assignment'),
  works_shifts: words('bekerja dengan sif', 'working in shifts'),
} satisfies Vocabulary

/** What a duty asks, as it follows "wajib" or "must". */
export const dutyWords = {
  work_report: words('menyampaikan laporan pekerjaan', 'report on their work'),
  keep_phone_on: words('tidak mematikan ponsel', 'keep the phone on'),
  come_when_called: words('hadir di kantor bila dipanggil', 'come to the office when called'),
  follow_channels: words('mengikuti perkembangan', 'follow the announcements'),
  give_instructions: words('memberi arahan dan tugas', 'give instructions'),
  keep_distance: words('menjaga jarak', 'keep their distance'),
  own_tasks_as_the_leader_directs: words(
    'menjalankan tugas menurut arahan pimpinan',
    'do their own tasks as the leader directs',
  ),
  keep_work_productive_safe_and_services_undisturbed: words(
    'memastikan kerja tetap produktif, aman, dan layanan tidak terganggu',
    'keep work productive and safe and services undisturbed',
  ),
  coordinate_and_explain_activity: words(
    'mengoordinasikan setiap kegiatan dan dapat menjelaskannya',
    'coordinate every activity and be able to explain it',
  ),
  coordinate_activity: words('mengoordinasikan setiap kegiatan', 'coordinate every activity'),
  send_escort_team: words('mengutus tim pendamping', 'send a team to accompany'),
  inspect_offices: words('melakukan sidak ke kantor', 'inspect offices'),
  health_protocol: words('mematuhi protokol kesehatan', 'keep the health protocol'),
  supervise_both_groups: words('memantau yang di kantor dan yang di rumah', 'watch over both groups'),
  report: words('melaporkan', 'report'),
  assigned_work: words('mengerjakan tugas yang diberikan', 'do the work assigned'),
  ensure_and_report: words('memastikan dan melaporkan', 'make sure and report'),
  keep_all_activities_duties_and_agenda_going: words(
    'menjaga seluruh kegiatan, kewajiban dan agenda tetap berjalan',
    'keep all activities, duties and the agenda going',
  ),
  keep_to_the_home_and_office_rule: words(
    'mematuhi aturan kerja dari rumah dan kantor',
    'keep to the rule on home and office work',
  ),
  answer_for_home_work: words('bertanggung jawab atas pelaksanaan kerja dari rumah', 'answer for the home work'),
  health_check: words('menjalani pemeriksaan kesehatan', 'have a health check'),
  answer_calls: words('menjawab panggilan', 'answer calls'),
  wear_mask: words('memakai masker', 'wear a mask'),
  check_in: words('melakukan presensi', 'check in'),
  save_energy: words('menghemat energi', 'save energy'),
} satisfies Vocabulary

export const actWords = {
  travel_out_of_region: words('bepergian ke luar daerah', 'travel out of the region'),
  leave: words('mengambil cuti', 'take leave'),
  outdoor_work: words('bekerja di luar ruangan', 'work outdoors'),
  official_car_use: words('memakai kendaraan dinas', 'use official vehicles'),
  homecoming: words('mudik', 'travel home for the holidays'),
  gathering: words('mengadakan pertemuan', 'hold gatherings'),
} satisfies Vocabulary

/** Reasons of leave, as a ban names them that it does not reach. */
export const leaveWords = {
  annual: words('cuti tahunan', 'annual leave'),
  sick: words('cuti sakit', 'sick leave'),
  maternity: words('cuti melahirkan', 'maternity leave'),
  urgent: words('cuti alasan penting', 'urgent leave'),
  official_travel: words('dinas luar', 'official travel'),
  education: words('tugas belajar', 'study'),
  other: words('cuti lain', 'other leave'),
} satisfies Vocabulary

/** How presence is taken beside the tap. */
export const presenceWords = {
  photo: words('foto', 'photo'),
  location: words('lokasi', 'location'),
  none: words('tanpa bukti', 'no proof'),
} satisfies Vocabulary

export const recipientWords = {
  leader: words('pimpinan', 'the leader'),
  direct_superior: words('atasan langsung', 'the direct superior'),
  bkpsdm: words('BKPSDM', 'the personnel agency (BKPSDM)'),
  satgas: words('satgas', 'the task force'),
  opd_head: words('kepala perangkat daerah', 'the head of the agency'),
  bagian_organisasi: words('Bagian Organisasi', 'the organisation bureau'),
  bagian_hukum: words('Bagian Hukum', 'the legal bureau'),
  sekretariat_daerah: words('Sekretariat Daerah', 'the regional secretariat'),
  disdukcapil: words('Disdukcapil', 'the civil registry'),
  dinkes: words('Dinas Kesehatan', 'the health office'),
} satisfies Vocabulary

/** Who answers open questions; one of them only in demonstrations. */
export const bureauWords = {
  ...recipientWords,
  'demo-bureau': words('biro peragaan', 'the demonstration bureau'),
} satisfies Vocabulary

export const channelWords = {
  online: words('daring', 'online'),
  whatsapp: words('WhatsApp', 'WhatsApp'),
  phone: words('telepon', 'phone'),
  whatsapp_group: words('grup WhatsApp', 'WhatsApp group'),
  social_media: words('media sosial', 'social media'),
} satisfies Vocabulary

export const serviceWords = {
  open: words('buka', 'open'),
  limited: words('terbatas', 'limited'),
  closed: words('tutup', 'closed'),
  undetermined: words('belum ditentukan', 'undetermined'),
  not_decided: words('belum ditentukan', 'not decided'),
} satisfies Vocabulary

export const protocolWords = {
  health: words('protokol kesehatan', 'health protocol'),
} satisfies Vocabulary

export const purposeWords = {
  meeting: words('rapat', 'meetings'),
  important_gathering: words('pertemuan penting', 'important gatherings'),
  urgent_service: words('layanan mendesak', 'urgent service'),
} satisfies Vocabulary

export const spanWords = {
  region: words('seluruh daerah', 'the whole region'),
  agency: words('setiap perangkat daerah', 'each agency'),
  sub_unit: words('setiap subunit', 'each sub-unit'),
  team: words('setiap regu', 'each team'),
  room: words('setiap ruangan', 'each room'),
  shift: words('setiap sif', 'each shift'),
  workplace: words('setiap tempat kerja', 'each workplace'),
} satisfies Vocabulary

export const baseWords = {
  assigned: words('pegawai yang ditempatkan', 'staff assigned'),
  eligible: words('pegawai yang dapat bertugas', 'eligible staff'),
  present: words('pegawai yang hadir', 'staff present'),
} satisfies Vocabulary

export const roundingWords = {
  down: words('dibulatkan ke bawah', 'rounded down'),
  up: words('dibulatkan ke atas', 'rounded up'),
  nearest: words('dibulatkan ke yang terdekat', 'rounded to the nearest'),
} satisfies Vocabulary

export const letterWords = {
  surat_tugas: words('surat tugas', 'letter of assignment'),
  surat_perintah: words('surat perintah', 'letter of order'),
  izin_ppk: words('izin PPK', 'permit of the personnel authority'),
} satisfies Vocabulary

export const kindWords = {
  law: words('undang-undang', 'law'),
  instruction: words('instruksi', 'instruction'),
  circular: words('surat edaran', 'circular'),
  letter: words('surat', 'letter'),
  announcement: words('pengumuman', 'announcement'),
  proposal: words('usulan', 'proposal'),
} satisfies Vocabulary

/** What a document rests on: another document, or how it came about. */
export const basisWords = {
  ...kindWords,
  meeting: words('rapat', 'meeting'),
  evaluation: words('evaluasi', 'evaluation'),
} satisfies Vocabulary

export const statusWords = {
  draft: words('konsep', 'draft'),
  proposed: words('usulan', 'proposal'),
  in_force: words('berlaku', 'in force'),
  suspended: words('ditangguhkan', 'suspended'),
  revoked: words('dicabut', 'revoked'),
  expired: words('berakhir', 'ended'),
} satisfies Vocabulary

/** How a document stands on a day. */
export const standingWords = {
  ...statusWords,
  upcoming: words('akan berlaku', 'will apply'),
  pending: words('menunggu penetapan', 'waits for a declaration'),
  replaced: words('diganti', 'replaced'),
  undated: words('masa berlaku belum diketahui', 'period not known'),
} satisfies Vocabulary

export const officeWords = {
  bupati: words('Bupati', 'Regent'),
  wakil_bupati: words('Wakil Bupati', 'Deputy Regent'),
  wali_kota: words('Wali Kota', 'Mayor'),
  gubernur: words('Gubernur', 'Governor'),
  sekda: words('Sekretaris Daerah', 'Regional Secretary'),
  satgas: words('satgas', 'the task force'),
  satgas_member: words('anggota satgas', 'member of the task force'),
  satgas_spokesperson: words('juru bicara satgas', 'spokesperson of the task force'),
} satisfies Vocabulary

export const relationWords = {
  implements: words('melaksanakan', 'implements'),
  adopts: words('mengambil alih', 'adopts'),
  declines: words('mengesampingkan', 'declines'),
  stricter: words('lebih ketat dari', 'is stricter than'),
  looser: words('lebih longgar dari', 'is looser than'),
  follows: words('mengikuti', 'follows'),
  extends: words('memperpanjang', 'extends'),
  amends: words('mengubah', 'amends'),
  replaces: words('mengganti', 'replaces'),
  revokes: words('mencabut', 'revokes'),
  corrects: words('meralat', 'corrects'),
  would_amend: words('akan mengubah', 'would amend'),
} satisfies Vocabulary

/** What an authority declares: a clause or a period can hang on it. */
export const eventWords = {
  ppkm: words('PPKM', 'PPKM'),
  ppkm_mikro: words('PPKM mikro', 'micro PPKM'),
  ramadan: words('Ramadan', 'Ramadan'),
  ramadan_begins: words('awal Ramadan', 'the start of Ramadan'),
  cluster_found: words('klaster ditemukan', 'a cluster found'),
  ramadan_ends: words('akhir Ramadan', 'the end of Ramadan'),
  flood: words('banjir', 'a flood'),
  air_index_unhealthy: words('indeks udara tidak sehat', 'unhealthy air'),
  flood_over: words('banjir berakhir', 'the flood being over'),
  haze: words('kabut asap', 'haze'),
  unrest: words('unjuk rasa', 'unrest'),
  crowd_near_office: words('kerumunan di dekat kantor', 'a crowd near the office'),
  road_closed: words('penutupan jalan', 'a road closure'),
  air_index_hazardous: words('indeks udara berbahaya', 'hazardous air'),
} satisfies Vocabulary

/** Of what an event is declared. */
export const eventPlaceWords = {
  region: words('di daerah', 'in the region'),
  workplace: words('di tempat kerjanya', 'at their workplace'),
  unit: words('di unitnya', 'in their unit'),
  person: words('bagi orangnya', 'of the person'),
} satisfies Vocabulary

/** What an open question holds back. */
export const blockWords = {
  none: words('', ''),
  public_page: words('menahan halaman publik', 'holds back the public page'),
  roster: words('menahan jadwal', 'holds back the roster'),
  publication: words('menahan pengumuman', 'holds back publication'),
} satisfies Vocabulary

export const clauseKindWords = {
  placement: words('penempatan', 'placement'),
  quota: words('kuota', 'quota'),
  pattern: words('pola', 'pattern'),
  duty: words('kewajiban', 'duty'),
  ban: words('larangan', 'ban'),
  hours: words('jam kerja', 'hours'),
  service: words('layanan', 'service'),
} satisfies Vocabulary
