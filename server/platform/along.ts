/** What a question takes along from page to page: as known when, and which proposal is tried. */
const kept = ['simulasi', 'per'] as const

/** The parameters that go along from an address, as they stand in it. */
export function takenAlong(address: string): readonly (readonly [string, string])[] {
  const asked = new URLSearchParams(address.split('?')[1])
  return kept.flatMap((name) => {
    const value = asked.get(name)
    return value === null ? [] : [[name, value] as const]
  })
}

/** The day an address asks about. */
export const dayOfAddress = (address: string): string | null =>
  new URLSearchParams(address.split('?')[1]).get('tanggal')

/** The query of a link: what it asks, then what goes along from the address of the page. `?tanggal=2021-07-21&per=...` */
export function along(address: string, asks: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asks)) if (value != null) query.set(name, `${value}`)
  for (const [name, value] of takenAlong(address)) if (!query.has(name)) query.set(name, value)
  // A colon may stand in a query, and times read better with it.
  return query.size === 0 ? '' : `?${query}`.replaceAll('%3A', ':')
}
