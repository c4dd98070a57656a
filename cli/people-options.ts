import type { Options } from './command.ts'
import { dayGiven, stretchGiven } from './given.ts'

export const stretchOptions: Options = {
  from: {
    takes: 'one',
    value: 'DATE',
    check: (given) => dayGiven(given, 'from'),
    help: { id: 'hari pertama, 2021-07-19', en: 'first day, 2021-07-19' },
  },
  to: {
    takes: 'one',
    value: 'DATE',
    check: stretchGiven,
    help: { id: 'hari terakhir; tanpa ini satu hari', en: 'last day; default one day' },
  },
}

export const peopleOptions: Options = {
  employee: {
    takes: 'several',
    value: 'ID...',
    help: { id: 'hanya pegawai ini; dapat diulang', en: 'only these employees; repeatable' },
  },
  unit: {
    takes: 'several',
    value: 'ID...',
    help: {
      id: 'hanya unit ini beserta yang di bawahnya; dapat diulang',
      en: 'only these units and what lies below them; repeatable',
    },
  },
}

export const strictOption: Options = {
  strict: {
    takes: 'flag',
    help: {
      id: 'kode keluar 1 bila ada yang bertabrakan atau belum dapat ditentukan',
      en: 'exit 1 where rules collide or something is undetermined',
    },
  },
}
