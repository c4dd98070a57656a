/**
 * JSON with sorted keys and no white space: the same value, the same bytes. Signed and hashed by servers and phones
 * alike, so it uses nothing that a phone of 2020 lacks.
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = value as Readonly<Record<string, unknown>>
  let text = ''
  // Every check-in passes here twice: a loop leaves half the garbage of a chain of arrays.
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key]
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(field)}`
  }
  return `{${text}}`
}
