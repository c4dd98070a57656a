import { type Language, plural } from '#platform/language.ts'

const id = {
  title: 'Tugas',
  lead: 'Beri tugas kepada satu orang atau beberapa orang. Laporan harian mereka menjawabnya.',
  give: 'Beri tugas',
  receivers: 'Kepada',
  nobody: 'Belum ada bawahan yang tercatat.',
  task: 'Tugas',
  due: 'Tenggat',
  how: 'Cara menyampaikan',
  channels: {
    piket: 'Lewat Piket saja',
    whatsapp: 'Kirim juga lewat WhatsApp (Piket menyiapkan pesannya)',
    phone: 'Sudah disampaikan lewat telepon',
  },
  note: 'Catatan telepon',
  noteHint: 'Hanya untuk tugas lewat telepon: kapan dan bagaimana disampaikan.',
  save: 'Beri tugas',
  given: 'Tugas sudah diberikan.',
  openTitle: (count: number) => `${count} tugas belum dijawab`,
  nothingOpen: 'Semua tugas sudah dijawab.',
  answeredTitle: 'Baru dijawab',
  dueBy: (day: string) => `tenggat ${day}`,
  overdue: 'lewat tenggat',
  from: (name: string) => `dari ${name}`,
  said: (note: string) => `Lewat telepon: ${note}`,
  answered: 'Dijawab laporan',
  sendWhatsapp: 'Kirim lewat WhatsApp',
  sendTo: (name: string) => `Kirim lewat WhatsApp kepada ${name}`,
  noNumber: 'Nomor ponsel belum tercatat',
  withdraw: 'Tarik',
  withdrawOne: (task: string, name: string) => `Tarik tugas ${task} untuk ${name}`,
  message: (task: string, day: string) =>
    `Tugas: ${task}\nTenggat: ${day}.\nJawab lewat laporan harian di Piket. Terima kasih.`,
}

export type Text = typeof id

const en: Text = {
  title: 'Tasks',
  lead: 'Give a task to one person or several. Their daily report answers it.',
  give: 'Give a task',
  receivers: 'To',
  nobody: 'Nobody on record answers to you.',
  task: 'Task',
  due: 'Due',
  how: 'How it is told',
  channels: {
    piket: 'In Piket only',
    whatsapp: 'By WhatsApp too (Piket makes the message ready)',
    phone: 'Was told by telephone',
  },
  note: 'Note of the call',
  noteHint: 'Only for tasks told by telephone: when and how it was said.',
  save: 'Give task',
  given: 'The task is given.',
  openTitle: (count) => `${count} open ${plural(count, 'task')}`,
  nothingOpen: 'Every task is answered.',
  answeredTitle: 'Answered of late',
  dueBy: (day) => `due ${day}`,
  overdue: 'overdue',
  from: (name) => `from ${name}`,
  said: (note) => `By telephone: ${note}`,
  answered: 'Answered by a report',
  sendWhatsapp: 'Send by WhatsApp',
  sendTo: (name) => `Send by WhatsApp to ${name}`,
  noNumber: 'No mobile number on record',
  withdraw: 'Withdraw',
  withdrawOne: (task, name) => `Withdraw the task ${task} of ${name}`,
  message: (task, day) => `Task: ${task}\nDue: ${day}.\nAnswer in the daily report in Piket. Thank you.`,
}

export const text: Readonly<Record<Language, Text>> = { id, en }
