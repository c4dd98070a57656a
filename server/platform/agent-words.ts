/** What a browser calls itself, in words its owner recognises: `Chrome, Android`. */

const browsers = [
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux|CrOS/, 'Linux'],
] as const

/** Browser and system; undefined when neither is known. */
export function agentWords(agent: string | null): string | undefined {
  const named = [browsers, systems].flatMap((list) => list.find(([mark]) => mark.test(agent ?? ''))?.[1] ?? [])
  return named.length === 0 ? undefined : named.join(', ')
}
