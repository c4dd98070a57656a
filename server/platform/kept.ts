/** Answers kept for whoever asks the same again: the last that were asked for. */

/**
 * Begins to keep answers, so many at most. What is a promise is shared while it is under way; one that fails is not kept.
 * @param isPassing whether what a promise came to may be otherwise the next time; it is not kept then
 * @returns asks for an answer by all that it follows from; it is made where none is kept
 */
export function keeping<Answer>(
  most: number,
  isPassing: (outcome: Awaited<Answer>) => boolean = () => false,
): (key: string, make: () => Answer) => Answer {
  const kept = new Map<string, Answer>()
  return (key, make) => {
    const answer = kept.has(key) ? (kept.get(key) as Answer) : make()
    const isNew = !kept.has(key)
    kept.delete(key)
    kept.set(key, answer)
    const forget = () => {
      if (kept.get(key) === answer) kept.delete(key)
    }
    if (isNew && answer instanceof Promise) answer.then((outcome) => isPassing(outcome) && forget(), forget)
    for (const old of [...kept.keys()].slice(0, -most)) kept.delete(old)
    return answer
  }
}
