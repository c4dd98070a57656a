import type { Period } from '../calendar/day.ts'

/**
 * Leaves out what a newer record of the same thing sets aside on every day of a window.
 * @param records those of one thing together, the newest last
 */
export function latest<T extends Period>(
  records: readonly T[],
  key: (record: T) => string,
  window: { readonly from: string; readonly until: string },
): T[] {
  const kept: T[] = []
  for (let end = records.length - 1; end >= 0; end--) {
    const record = records[end] as T
    const newer = kept.at(-1)
    if (newer && key(newer) === key(record) && coveredByKept(kept, record, key, window)) continue
    kept.push(record)
  }
  return kept.reverse()
}

function coveredByKept<T extends Period>(
  kept: readonly T[],
  record: T,
  key: (record: T) => string,
  window: { readonly from: string; readonly until: string },
): boolean {
  const first = record.from !== null && record.from > window.from ? record.from : window.from
  const last = record.until !== null && record.until < window.until ? record.until : window.until
  for (let place = kept.length - 1; place >= 0; place--) {
    const newer = kept[place] as T
    if (key(newer) !== key(record)) return false
    if ((newer.from === null || newer.from <= first) && (newer.until === null || newer.until >= last)) return true
  }
  return false
}
