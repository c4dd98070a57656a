/** Words for what documents keep without evaluating it: figures, measures, observations. */
import { officeWords, positionWords, type Vocabulary } from './words.ts'

const words = (id: string, en: string) => ({ id, en })

/** What a figure, a measure or an observation is about. */
export const factWords = {
  covid_cases: words('Kasus COVID-19', 'COVID-19 cases'),
  covid_positive: words('Pasien positif COVID-19', 'COVID-19 positive patients'),
  covid_newest_cases_treated: words('Kasus terbaru yang dirawat', 'Newest cases under treatment'),
  covid_positive_residents: words('Warga positif COVID-19', 'COVID-19 positive residents'),
  covid_positive_at_hospital: words('Pasien positif di rumah sakit', 'Positive patients at the hospital'),
  case_trend_rising: words('Kasus naik', 'Cases are rising'),
  considerable_spread: words('Penularan cukup besar', 'Considerable spread'),
  extraordinary_event_declared: words('Kejadian luar biasa ditetapkan', 'Emergency declared'),
  inspection: words('Sidak', 'Inspection'),
  service_trip_to_a_village_without_coordination: words(
    'Layanan ke desa tanpa koordinasi',
    'Service trip to a village without coordination',
  ),
  earlier_rule: words('Aturan sebelumnya', 'Earlier rule'),
  present: words('Peserta rapat', 'Participants of the meeting'),
  ppkm_pilot: words('Percontohan PPKM', 'PPKM pilot sites'),
  behaviour_change_ambassadors: words('Duta perubahan perilaku', 'Behaviour-change ambassadors'),
  vaccination_coverage: words('Cakupan vaksinasi', 'Vaccination coverage'),
} satisfies Vocabulary

/** What a proposal rests on, and what it would take out of an earlier rule or put in. */
export const schemeWords = {
  coordination_and_evaluation: words('koordinasi dan evaluasi', 'coordination and evaluation'),
  data_and_consultation_with_some_opd_heads: words(
    'data dan masukan beberapa kepala perangkat daerah',
    'data and consultation with some heads of agencies',
  ),
  echelons_ii_to_iv_always_at_office: words(
    'eselon II sampai IV selalu di kantor',
    'echelons II to IV always at the office',
  ),
  report_who_is_where: words('laporan siapa di mana', 'a report of who is where'),
  age_and_health: words('umur dan kesehatan', 'age and health'),
} satisfies Vocabulary

/** Fields of such an entry, and the parts of a sum. */
export const factFieldWords = {
  region: words('daerah', 'region'),
  unit: words('unit', 'unit'),
  unit_note: words('unit', 'unit'),
  from: words('sejak', 'from'),
  until: words('sampai', 'until'),
  on: words('pada', 'on'),
  as_of: words('per', 'as of'),
  by: words('oleh', 'by'),
  as: words('sebagai', 'as'),
  at: words('di', 'at'),
  context: words('keterangan', 'remark'),
  note: words('catatan', 'note'),
  label_id: words('sebutan', 'called'),
  cite: words('sumber', 'source'),
  agency: words('perangkat daerah', 'agency'),
  why: words('alasan', 'why'),
  warned_by: words('diingatkan oleh', 'warned by'),
  outcome: words('sikap satgas', 'outcome'),
  year: words('tahun', 'year'),
  text: words('isi', 'text'),
  by_video: words('melalui video', 'by video'),
  sites: words('tempat', 'sites'),
  escorted_by: words('didampingi', 'escorted by'),
  chosen: words('dipilih sebagai', 'chosen as'),
  award: words('penghargaan', 'award'),
  goal: words('sasaran', 'goal'),
  recovered: words('sembuh', 'recovered'),
  dead: words('meninggal', 'died'),
  in_care: words('dirawat', 'in care'),
} satisfies Vocabulary

/** Values of such fields that are keys, not text. */
export const factValueWords = {
  ...officeWords,
  ...positionWords,
  // Here one person holds the post.
  kepala_dinas: words('kepala dinas', 'head of a dinas'),
  kepala_badan: words('kepala badan', 'head of a badan'),
  press: words('tambahan dari berita, bukan isi surat', 'added by the news report, not said by the document'),
  true: words('ya', 'yes'),
  joint_satgas: words('satgas gabungan', 'joint task force'),
  satgas_kukar: words('satgas Kutai Kartanegara', 'task force of Kutai Kartanegara'),
  head: words('kepala dinas', 'the head'),
  acting_secretary: words('pelaksana tugas sekretaris', 'the acting secretary'),
  not_tolerated: words('tidak ditoleransi', 'not tolerated'),
  related_opd: words('perangkat daerah terkait', 'the agency concerned'),
  role_models: words('teladan', 'role models'),
  matches_target_groups: words('sesuai kelompok sasaran', 'as the target groups require'),
  market: words('pasar', 'market'),
  cafe: words('kafe', 'café'),
  restaurant: words('rumah makan', 'restaurant'),
  place_of_worship: words('tempat ibadah', 'place of worship'),
  opd: words('perangkat daerah', 'agency'),
  household: words('rumah tangga', 'household'),
  rt: words('rukun tetangga', 'neighbourhood'),
  desa: words('desa', 'village'),
  kelurahan: words('kelurahan', 'ward'),
  kecamatan: words('kecamatan', 'district'),
  chair: words('ketua rapat', 'chair'),
  representative: words('perwakilan', 'representative'),
  police: words('kepolisian', 'police'),
  military_district: words('komando distrik militer', 'military district'),
  sekretariat_daerah: words('Sekretariat Daerah', 'regional secretariat'),
  bpbd: words('BPBD', 'disaster agency (BPBD)'),
  satpolpp: words('Satpol PP', 'Satpol PP'),
  dinkes: words('Dinas Kesehatan', 'health office'),
} satisfies Vocabulary
