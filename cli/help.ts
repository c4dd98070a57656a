import type { Bilingual } from '@piket/domain/messages/problem.ts'
import type { Command } from './command.ts'

const both = ({ id, en }: Bilingual, indent: string): string[] => [`${indent}${id}`, `${indent}${en}`]

const exitCodes: Bilingual = {
  id: 'Kode keluar: 0 selesai; 1 selesai, jawabannya buruk; 2 salah pakai; 3 masukan tidak terbaca; 4 ditolak; 70 galat dalam Piket.',
  en: 'Exit codes: 0 done; 1 done, and the answer is negative; 2 wrong usage; 3 input does not parse or validate; 4 refused; 70 internal error.',
}

/** What `piket --help` says: Indonesian, then English. */
export const generalHelp = (commands: readonly Command[]): string =>
  [
    'Piket: dari surat edaran yang ditandatangani ke jawaban bagi setiap pegawai pagi ini.',
    'Piket: from the circular that was signed to the answer each employee needs this morning.',
    '',
    ...commands.flatMap(({ usage, summary }) => [`  piket ${usage}`, ...both(summary, '      ')]),
    '',
    'piket PERINTAH --help menjelaskan satu perintah. / piket COMMAND --help explains one command.',
    ...both(exitCodes, ''),
    '',
  ].join('\n')

/** What `piket COMMAND --help` says. */
export const commandHelp = ({ usage, summary, notes, options }: Command): string =>
  [
    `piket ${usage}`,
    '',
    ...both(summary, ''),
    ...notes.flatMap((note) => ['', ...both(note, '')]),
    '',
    ...Object.entries(options).flatMap(([name, { value, help }]) => [
      `  --${name}${value === undefined ? '' : ` ${value}`}`,
      ...both(help, '      '),
    ]),
    '',
    ...both(exitCodes, ''),
    '',
  ].join('\n')
