import { expect, test } from 'vitest'
import { undeterminedWords } from './undetermined-words.ts'

test.each([
  [
    'birth_date not known; possible: office or home',
    'tanggal lahir belum dicatat; mungkin kantor atau rumah',
    'the date of birth is not recorded; possibly office or home',
  ],
  [
    'attribute pregnant, attribute unwell not known; possible: home or rotate',
    'ada keterangan pribadi yang belum tercatat; mungkin rumah atau bergantian',
    'personal particulars are not on record yet; possibly home or in turns',
  ],
  ['no zone is recorded', 'zona belum dicatat', 'the zone is not recorded'],
  [
    '2 rows of table ceiling fit zone=red',
    '2 baris tabel ceiling cocok dengan zone=red',
    '2 rows of table ceiling fit zone=red',
  ],
  [
    'clause c2 leaves it to opd_head',
    'butir c2 menyerahkannya kepada kepala perangkat daerah',
    'clause c2 leaves it to heads of agencies',
  ],
  [
    'table ceiling says quarter, which is no share or number of people',
    'tabel ceiling menyebut quarter, yang bukan bagian atau jumlah orang',
    'table ceiling says quarter, which is no share or number of people',
  ],
  [
    'the answer to clause c1 says rumahh, which is no place',
    'jawaban atas butir c1 menyebut rumahh, yang bukan tempat kerja',
    'the answer to clause c1 says rumahh, which is no place',
  ],
  ['kepala menentukan siapa yang datang', 'kepala menentukan siapa yang datang', 'kepala menentukan siapa yang datang'],
])('%s', (reason, id, en) => {
  expect(undeterminedWords(reason)).toEqual({ id, en })
})
