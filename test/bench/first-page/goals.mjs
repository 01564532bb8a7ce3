/** What the first page may take, over a slow line on a slow machine. */
export const goals = [
  { name: 'figures painted (s)', of: ({ painted }) => painted, digits: 2 },
  { name: 'a tapped link answers (s)', of: ({ answered }) => answered, most: 2.5, digits: 2 },
  { name: 'layout shift', of: ({ shift }) => shift, most: 0.05, digits: 3 },
  { name: 'requests', of: ({ requests }) => requests, most: 25, digits: 0 },
  { name: 'kB until the figures are painted', of: ({ first }) => first / 1000, most: 220, digits: 0 },
  { name: 'kB of script and style, without the map', of: ({ code }) => code / 1000, most: 350, digits: 0 },
  { name: 'kB of all, with fonts, map and answers', of: ({ all }) => all / 1000, digits: 0 },
]

/** One row for each figure: the middle one of several visits, the smallest and the largest, and the goal. */
export function tableOf(visits) {
  const rows = goals.map(({ name, of, most, digits }) => {
    const sorted = visits.map(of).sort((a, b) => a - b)
    const [low, middle, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((figure) => figure.toFixed(digits))
    const goal = most === undefined ? '' : `${middle <= most ? 'reached' : '**missed**'}: at most ${most}`
    return `| ${name} | ${middle} (${low}–${high}) | ${goal} |`
  })
  return ['| | median (least–greatest) | goal |', '| --- | --- | --- |', ...rows].join('\n')
}
