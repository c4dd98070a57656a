/** Rosters as JSON: sets of days are written `days:` and the set in hexadecimal, since JSON knows no large integers. */

const mark = 'days:'

/** JSON text of anything that holds sets of days. */
export const masksToJson = (value: unknown): string =>
  JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? `${mark}${field.toString(16)}` : field))

/** The same, as plain values. */
export const masksToPlain = (value: unknown): unknown => JSON.parse(masksToJson(value))

/** Plain values read back, sets of days included. */
export function masksFromPlain(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? BigInt(`0x${value.slice(mark.length)}`) : value
  if (Array.isArray(value)) return value.map(masksFromPlain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, masksFromPlain(field)]))
}
