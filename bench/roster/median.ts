export const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN

export const leastOf = (values: readonly number[]): number => Math.min(...values)
