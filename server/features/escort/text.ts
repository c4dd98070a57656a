import { type Language, plural } from '#platform/language.ts'

const span = (from: string, until: string) => `${from.replace(':', '.')}–${until.replace(':', '.')}`

const id = {
  title: 'Pendampingan',
  heading: (day: string) => `Pendampingan ${day}`,
  summary: (all: number, missing: number) =>
    `${all} kegiatan desa yang disetujui · ${missing === 0 ? 'semua ada timnya' : `${missing} belum ada timnya`}`,
  alsoAsked: 'Tim Anda juga diminta pada hari lain',
  teams: 'Tim pendamping',
  earlier: 'Hari sebelumnya',
  later: 'Hari berikutnya',
  today: 'Hari ini',
  calendar: 'Kalender kegiatan',
  none: 'Tidak ada kegiatan di desa yang sudah disetujui Satgas pada hari ini.',
  noProposal: 'Usulan tidak dapat dihitung',
  proposal: (count: number) => `Usulan: ${count} penugasan`,
  hours: span,
  kinds: {
    village: 'tim desa setempat',
    district: 'tim kecamatan',
    joint: 'tim gabungan',
  },
  exact:
    'Terbukti terbaik: tidak ada susunan lain yang mendampingi lebih banyak kegiatan, atau sebanyak ini dengan biaya perjalanan lebih kecil.',
  mayEscortMore: (escorted: number, most: number) =>
    `Belum terbukti terbaik: ${escorted} kegiatan didampingi; paling banyak ${most} yang mungkin.`,
  mayCostLess: (cost: number, least: number) =>
    `Belum terbukti terbaik: biaya perjalanannya ${cost}; bukan mustahil turun sampai ${least}.`,
  travel: (minutes: number, own: number, other: number, joint: number) =>
    `Batas antarkecamatan tidak ada dalam data: setiap kecamatan lain dihitung sama jauh, ${minutes} menit di jalan. Biaya: desa sendiri 0, kecamatan sendiri ${own}, kecamatan lain ${other}, tim gabungan ${joint}.`,
  propose: 'Kirim usulan ke tim',
  basis: 'Dasar pendampingan',
  closed: 'Kegiatan ini tidak lagi didampingi: dibatalkan, ditunda, ditolak, atau harus dikoordinasikan lagi.',
  notAsked: 'Belum ada tim yang diminta.',
  answers: {
    accept: 'Bersedia',
    hand_on: 'Serahkan ke tim lain',
    attend: 'Tim hadir',
    miss: 'Tim tidak hadir',
  },
  answerOf: (answer: string, team: string) => `${answer}: ${team}`,
  reasons: { hand_on: 'Mengapa tim tidak bisa', miss: 'Yang diketahui' },
  onBehalf: 'Anda bukan anggotanya: catat di sini apa yang disampaikan tim, misalnya lewat telepon.',
  unescorted: {
    'none-in-reach': 'Tanpa pendamping: tidak ada tim yang menjangkau desa ini.',
    'all-unavailable': 'Tanpa pendamping: semua tim yang menjangkau berhalangan.',
    'all-elsewhere': 'Tanpa pendamping: semua tim yang menjangkau ada di kegiatan lain pada jam itu.',
    'all-full': 'Tanpa pendamping: semua tim yang menjangkau sudah penuh hari itu.',
    mixed: 'Tanpa pendamping: tim yang menjangkau berhalangan, penuh, atau di tempat lain.',
  },
  byHand: 'Pilih tim sendiri',
  team: 'Tim',
  assign: 'Minta tim ini',
}

export type Text = typeof id

const en: Text = {
  title: 'Escorts',
  heading: (day) => `Escorts of ${day}`,
  summary: (all, missing) =>
    `${plural(all, 'cleared village activity', 'cleared village activities')} · ${missing === 0 ? 'each has a team' : `${missing} without a team`}`,
  alsoAsked: 'Your team is asked along on other days, too',
  teams: 'Escort teams',
  earlier: 'Day before',
  later: 'Day after',
  today: 'Today',
  calendar: 'Calendar of activities',
  none: 'No activity in a village has been cleared by the task force for this day.',
  noProposal: 'No proposal can be made',
  proposal: (count) => `Proposal: ${plural(count, 'escort')}`,
  hours: span,
  kinds: { village: 'team of the village', district: 'district team', joint: 'joint team' },
  exact: 'Proven best: no other plan escorts more activities, or as many at less cost of travel.',
  mayEscortMore: (escorted, most) =>
    `Not proven best: it escorts ${escorted}; ${plural(most, 'activity', 'activities')} at most may be possible.`,
  mayCostLess: (cost, least) => `Not proven best: its travel costs ${cost}; as little as ${least} may be possible.`,
  travel: (minutes, own, other, joint) =>
    `The data hold no borders of districts: every other district counts as equally far, ${minutes} minutes on the way. Costs: own village 0, own district ${own}, another district ${other}, joint team ${joint}.`,
  propose: 'Send the proposal to the teams',
  basis: 'What escorts rest on',
  closed: 'This activity is not escorted any more: cancelled, postponed, refused, or to be coordinated again.',
  notAsked: 'No team has been asked.',
  answers: { accept: 'We come', hand_on: 'Hand on', attend: 'The team is there', miss: 'The team did not come' },
  answerOf: (answer, team) => `${answer}: ${team}`,
  reasons: { hand_on: 'Why the team cannot', miss: 'What is known of it' },
  onBehalf: 'You are not in this team: note here what it said, by telephone for example.',
  unescorted: {
    'none-in-reach': 'Without escort: no team reaches this village.',
    'all-unavailable': 'Without escort: every team in reach is away.',
    'all-elsewhere': 'Without escort: every team in reach is at another activity then.',
    'all-full': 'Without escort: every team in reach is full on that day.',
    mixed: 'Without escort: the teams in reach are away, full, or elsewhere.',
  },
  byHand: 'Choose a team by hand',
  team: 'Team',
  assign: 'Ask this team',
}

export const text: Readonly<Record<Language, Text>> = { id, en }
