/** What the phone keeps of one person: a small database of the browser, where each write is whole or not at all. */

const stores = ['keys', 'facts', 'outbox'] as const
type Store = (typeof stores)[number]

export interface PhoneStore {
  get<T>(store: Store, key: string): Promise<T | undefined>
  all<T>(store: Store): Promise<T[]>
  /** Writes to several stores at once. `undefined` removes. */
  put(...entries: readonly (readonly [store: Store, key: string, value: unknown])[]): Promise<void>
}

/** Opens what belongs to one person of one region. Somebody else on the same phone has a database of their own. */
export function openStore(region: string, person: string): Promise<PhoneStore> {
  const opening = indexedDB.open(`piket-${region}-${person}`, 1)
  opening.onupgradeneeded = () => {
    for (const store of stores) opening.result.createObjectStore(store)
  }
  return done(opening).then((database) => ({
    get: (store, key) => done(database.transaction(store).objectStore(store).get(key)),
    all: (store) => done(database.transaction(store).objectStore(store).getAll()),
    put(...entries) {
      const transaction = database.transaction(new Set(entries.map(([store]) => store)), 'readwrite', {
        // Kept through a battery that falls out: the check-in is told to be saved only then.
        durability: 'strict',
      })
      for (const [store, key, value] of entries) {
        const objects = transaction.objectStore(store)
        if (value === undefined) objects.delete(key)
        else objects.put(value, key)
      }
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
    },
  }))
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
