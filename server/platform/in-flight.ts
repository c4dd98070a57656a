/**
 * Makes one making of many: who asks for what is being made already waits for the same.
 * @returns a function that makes what a key of an owner names, or joins who makes it
 */
export function inFlight<Owner extends object, Result>(): (
  owner: Owner,
  key: string,
  make: () => Promise<Result>,
) => Promise<Result> {
  const underWay = new WeakMap<Owner, Map<string, Promise<Result>>>()
  return (owner, key, make) => {
    const own = underWay.get(owner) ?? new Map<string, Promise<Result>>()
    underWay.set(owner, own)
    const joined = own.get(key)
    if (joined) return joined
    const made = make().finally(() => own.delete(key))
    own.set(key, made)
    return made
  }
}
