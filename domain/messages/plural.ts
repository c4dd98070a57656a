/** The English noun after a number. Indonesian has one word for one and for many. */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many)
