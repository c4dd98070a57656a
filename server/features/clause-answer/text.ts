import type { Language } from '#platform/language.ts'

const id = {
  title: 'Diserahkan untuk diputuskan',
  lead: 'Butir-butir ini tidak menentukan sendiri. Sampai dijawab, tidak ada yang ditebak: yang tertulis di sini berlaku, atau harinya tetap terbuka.',
  all: 'Semua surat edaran',
  none: 'Tidak ada butir yang menyerahkan sesuatu.',
  asked: (who: string) => `Ditanyakan kepada ${who}`,
  untilThen: (value: string) => `Sampai dijawab berlaku: ${value}.`,
  open: 'Sampai dijawab, belum dapat ditentukan.',
  answers: 'Jawaban',
  answerOf: (where: string, value: string, since: string) => `${where}: ${value}, ${since}`,
  unanswered: 'Belum ada jawaban.',
  since: (from: string, until: string | null) => (until === null ? `sejak ${from}` : `${from} sampai ${until}`),
  region: 'seluruh daerah',
  kinds: {
    place: 'tempat kerja',
    amount: 'jumlah',
    service: 'keadaan layanan',
    text: 'jam layanan',
    timetable: 'jam kerja',
  },
  answerOne: (what: string) => `Jawab ${what}`,
  answerFor: (clause: string, what: string) => `Jawab ${what} butir ${clause}`,
  forAgency: 'Untuk',
  value: 'Jawaban',
  amountHint: 'Angka orang, atau persen seperti 25%.',
  from: 'Sejak',
  until: 'Sampai dengan (bila hanya sementara)',
  send: 'Catat jawaban',
}

const en: typeof id = {
  title: 'Left to be decided',
  lead: 'These clauses do not say it themselves. Until somebody answers nothing is guessed: what stands here holds, or the day stays open.',
  all: 'All circulars',
  none: 'No clause leaves anything to anybody.',
  asked: (who) => `Asked of ${who}`,
  untilThen: (value) => `Until it is answered: ${value}.`,
  open: 'Until it is answered nobody can say.',
  answers: 'Answers',
  answerOf: (where, value, since) => `${where}: ${value}, ${since}`,
  unanswered: 'There is no answer yet.',
  since: (from, until) => (until === null ? `since ${from}` : `${from} to ${until}`),
  region: 'the whole region',
  kinds: {
    place: 'place',
    amount: 'amount',
    service: 'state of the service',
    text: 'hours of the service',
    timetable: 'timetable',
  },
  answerOne: (what) => `Answer: ${what}`,
  answerFor: (clause, what) => `Answer clause ${clause}: ${what}`,
  forAgency: 'For',
  value: 'Answer',
  amountHint: 'A number of people, or a share such as 25%.',
  from: 'From',
  until: 'Until (where it is for a while)',
  send: 'Record the answer',
}

export const text: Readonly<Record<Language, typeof id>> = { id, en }
export type Text = typeof id
