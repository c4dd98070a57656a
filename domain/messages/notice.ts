/** What notices say: that something waits in Piket, and until when. Why, and about whom else, is told there only. */
import type { Bilingual } from './problem.ts'

/** Kinds of which one notice speaks for all that has come: what waits for somebody stands on one page. */
export const gatheredKinds = [
  'permit_to_decide',
  'permit_answered',
  'correction_to_decide',
  'correction_answered',
  'objection_to_decide',
  'objection_answered',
  'activity_to_coordinate',
  'activity_to_clear',
  'activity_answered',
  'finding_made',
  'case_opened',
  'case_to_answer',
  'case_answered',
  'escort_to_answer',
  'meeting_called',
  'follow_up_owed',
  'complaint_received',
  'circular_due',
] as const
export type GatheredKind = (typeof gatheredKinds)[number]

export const noticeKinds = ['recall', 'recall_cancelled', 'return_missing', ...gatheredKinds] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface NoticeWords {
  readonly title: Bilingual
  readonly body: Bilingual
}

/**
 * The words of a notice.
 * @param until the time by which it is of use, as a clock says it: `10.30 WIB`
 */
export const noticeWords = (kind: NoticeKind, until: Bilingual): NoticeWords => said[kind](until)

// An outcome is not said either: a screen beside others would tell of a permit that was refused.
const answered = { id: 'Buka Piket untuk membacanya.', en: 'Open Piket to read it.' }
const toDecide = { id: 'Buka Piket untuk memutuskannya.', en: 'Open Piket to decide.' }
const toAnswer = { id: 'Buka Piket untuk menjawabnya.', en: 'Open Piket to answer.' }

const said: Readonly<Record<NoticeKind, (until: Bilingual) => NoticeWords>> = {
  recall: (until) => ({
    title: { id: 'Anda dipanggil ke kantor', en: 'You are called to the office' },
    body: {
      id: `Hadir paling lambat pukul ${until.id}. Buka Piket untuk menjawab.`,
      en: `Be there by ${until.en}. Open Piket to answer.`,
    },
  }),
  recall_cancelled: () => ({
    title: { id: 'Panggilan ke kantor dibatalkan', en: 'The recall to the office is cancelled' },
    body: {
      id: 'Anda tidak perlu datang lagi. Buka Piket untuk membaca alasannya.',
      en: 'You need not come any more. Open Piket to read why.',
    },
  }),
  return_missing: (until) => ({
    title: { id: 'Pernyataan harian belum masuk', en: 'The daily statement is missing' },
    body: {
      id: `Batasnya pukul ${until.id}. Buka Piket untuk mengirimnya.`,
      en: `It was due by ${until.en}. Open Piket to send it.`,
    },
  }),
  permit_to_decide: () => ({
    title: { id: 'Permohonan izin masuk', en: 'A permit is asked for' },
    body: toDecide,
  }),
  permit_answered: () => ({
    title: { id: 'Ada kabar tentang izin Anda', en: 'There is news of your permit' },
    body: answered,
  }),
  correction_to_decide: () => ({
    title: { id: 'Koreksi kehadiran masuk', en: 'A correction is asked for' },
    body: toDecide,
  }),
  correction_answered: () => ({
    title: { id: 'Koreksi kehadiran Anda dijawab', en: 'Your correction is answered' },
    body: answered,
  }),
  objection_to_decide: () => ({
    title: { id: 'Keberatan masuk', en: 'An objection has come' },
    body: toAnswer,
  }),
  objection_answered: () => ({
    title: { id: 'Keberatan Anda dijawab', en: 'Your objection is answered' },
    body: answered,
  }),
  activity_to_coordinate: () => ({
    title: { id: 'Kegiatan harus dikoordinasikan lagi', en: 'An activity must be coordinated again' },
    body: {
      id: 'Aturan baru mengenai kegiatan yang sudah terjadwal. Buka Piket untuk mengajukannya kepada Satgas.',
      en: 'A new rule concerns an activity on the calendar. Open Piket to ask the task force.',
    },
  }),
  activity_to_clear: () => ({
    title: { id: 'Kegiatan diajukan kepada Satgas', en: 'An activity is put to the task force' },
    body: toAnswer,
  }),
  activity_answered: () => ({
    title: { id: 'Satgas menjawab kegiatan Anda', en: 'The task force has answered on your activity' },
    body: answered,
  }),
  finding_made: () => ({
    title: { id: 'Ada temuan tentang kegiatan', en: 'Something was found about an activity' },
    body: answered,
  }),
  case_opened: () => ({
    title: { id: 'Anda diminta menjelaskan sesuatu', en: 'You are asked to explain something' },
    body: toAnswer,
  }),
  case_to_answer: () => ({
    title: { id: 'Ada kasus yang menunggu Anda', en: 'A case waits for you' },
    body: toAnswer,
  }),
  case_answered: () => ({
    title: { id: 'Ada kabar tentang kasus Anda', en: 'There is news of your case' },
    body: answered,
  }),
  complaint_received: () => ({
    title: { id: 'Ada pengaduan warga', en: 'Somebody of the public complains' },
    body: toAnswer,
  }),
  circular_due: () => ({
    title: { id: 'Ada surat yang perlu ditinjau', en: 'A document is to be reviewed' },
    body: { id: 'Buka Piket untuk melihat yang mana dan mengapa.', en: 'Open Piket to see which one, and why.' },
  }),
  escort_to_answer: () => ({
    title: { id: 'Tim Anda diminta mendampingi kegiatan', en: 'Your team is asked along with an activity' },
    body: toAnswer,
  }),
  meeting_called: () => ({
    title: { id: 'Ada kabar tentang rapat Anda', en: 'There is news of a meeting of yours' },
    body: answered,
  }),
  follow_up_owed: () => ({
    title: { id: 'Rapat meminta tindak lanjut Anda', en: 'A meeting asks something of you' },
    body: toAnswer,
  }),
}
