/** The list of message codes as a document. `tsx --tsconfig server/tsconfig.json server/testing/codes.ts` writes it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codes } from '@piket/domain/messages/codes.ts'
import { installation } from '#platform/installation.ts'
import { type Language, languages } from '#platform/language.ts'
import { refusals } from '#platform/refusal.ts'

/** Where the list is kept. */
export const codesFile = join(installation(), 'docs/codes.md')

const text = {
  id: {
    title: 'Kode pesan',
    lead: 'Kode tidak pernah dipakai ulang. `PKT-nnn` menyangkut surat, berkas data dan baris perintah: 0 pemakaian, 1–4 naskah yang salah, 5–6 yang perlu dilihat, 7 penolakan, 8 tabel, 9 jadwal. Kata berbahasa Inggris adalah penolakan lewat HTTP, sebagai `application/problem+json`. Piket yang berjalan menjelaskan setiap kode di `/masalah/KODE`.',
    code: 'Kode',
    refusal: 'Penolakan',
    meaning: 'Arti',
    fix: 'Yang dilakukan',
  },
  en: {
    title: 'Message codes',
    lead: 'A code is never used again. `PKT-nnn` is about documents, data files and the command line: 0 usage, 1–4 a text that is wrong, 5–6 what deserves a look, 7 refusals, 8 tables, 9 rosters. English words are refusals over HTTP, as `application/problem+json`. A running Piket explains each code at `/masalah/CODE`.',
    code: 'Code',
    refusal: 'Refusal',
    meaning: 'Meaning',
    fix: 'What to do',
  },
}

/** The list as text, Indonesian first. */
export const codesText = (): string => `${languages.map(partIn).join('\n\n')}\n`

function partIn(language: Language): string {
  const t = text[language]
  const line = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [
    `# ${t.title}`,
    '',
    t.lead,
    '',
    line(t.code, t.meaning, t.fix),
    '|---|---|---|',
    ...Object.entries(codes).map(([code, { meaning, fix }]) => line(code, meaning[language], fix[language])),
    '',
    line(t.refusal, 'Status', t.meaning, t.fix),
    '|---|---|---|---|',
    ...Object.entries(refusals).map(([code, { status, meaning, fix }]) =>
      line(`\`${code}\``, status, meaning[language], fix[language]),
    ),
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) await writeFile(codesFile, codesText())
