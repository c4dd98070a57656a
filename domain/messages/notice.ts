/** What notices say: that something waits in Piket, and until when. Why, and about whom else, is told there only. */
import type { Bilingual } from './problem.ts'

export const noticeKinds = ['recall', 'return_missing'] as const
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

const said: Readonly<Record<NoticeKind, (until: Bilingual) => NoticeWords>> = {
  recall: (until) => ({
    title: { id: 'Anda dipanggil ke kantor', en: 'You are called to the office' },
    body: {
      id: `Hadir paling lambat pukul ${until.id}. Buka Piket untuk menjawab.`,
      en: `Be there by ${until.en}. Open Piket to answer.`,
    },
  }),
  return_missing: (until) => ({
    title: { id: 'Pernyataan harian belum masuk', en: 'The daily statement is missing' },
    body: {
      id: `Batasnya pukul ${until.id}. Buka Piket untuk mengirimnya.`,
      en: `It was due by ${until.en}. Open Piket to send it.`,
    },
  }),
}
