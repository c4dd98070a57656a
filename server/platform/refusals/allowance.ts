/** Nos about the bands of a region's allowance. */
import type { RefusalWords } from './words.ts'

export const allowanceRefusals = {
  'band-without-regulation': {
    status: 422,
    meaning: {
      id: 'Jenjang hanya dicatat dengan nama dan peraturan yang menetapkannya.',
      en: 'A band is kept only with its name and the regulation that sets it.',
    },
    fix: {
      id: 'Isi keduanya, misalnya "Perbup 12/2026 pasal 9".',
      en: 'Fill in both, such as "Perbup 12/2026 art. 9".',
    },
  },
  'band-overlap': {
    status: 409,
    meaning: {
      id: 'Jenjang ini berimpit dengan jenjang lain dari jenis yang sama: satu hari akan terhitung dua kali.',
      en: 'This band overlaps another one of the same kind: one day would be counted twice.',
    },
    fix: {
      id: 'Ubah batasnya, atau cabut dahulu jenjang yang lama.',
      en: 'Change its limits, or withdraw the other band first.',
    },
  },
  'band-upside-down': {
    status: 422,
    meaning: { id: 'Batas atas jenjang lebih rendah dari batas bawahnya.', en: 'The band ends below its beginning.' },
    fix: {
      id: 'Isi batas atas yang sama atau lebih tinggi, atau kosongkan bila tidak ada batas atas.',
      en: 'Give an end that is the same or higher, or leave it empty where there is none.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
