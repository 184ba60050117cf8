/** County-level regions of Sichuan that were dissolved or renamed since 2012, and what they are now (GB/T 2260). */
const ABOLISHED = [
  ['513425', '会理县', 2021, '会理市', '513402'],
  ['510132', '新津县', 2020, '新津区', '510118'],
  ['510922', '射洪县', 2019, '射洪市', '510981'],
  ['510626', '罗江县', 2017, '罗江区', '510604'],
  ['511028', '隆昌县', 2017, '隆昌市', '511083'],
  ['510124', '郫县', 2016, '郫都区', '510117'],
  ['510724', '安县', 2016, '安州区', '510705'],
  ['510122', '双流县', 2015, '双流区', '510116'],
  ['513229', '马尔康县', 2015, '马尔康市', '513201'],
  ['513321', '康定县', 2015, '康定市', '513301'],
  ['511422', '彭山县', 2014, '彭山区', '511403'],
] as const

export type Abolished = { code: string; name: string; year: number; now: string; nowCode: string }

/** By code or name. */
export function findAbolished(said: string): Abolished | undefined {
  const found = ABOLISHED.find(([code, name]) => code === said || name === said)
  if (found === undefined) return undefined
  const [code, name, year, now, nowCode] = found
  return { code, name, year, now, nowCode }
}
