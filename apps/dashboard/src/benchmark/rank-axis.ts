/** Where a rank stands between the ends of the axis, in per cent. */
export const shareOf = (rank: number, places: number): number => 3 + ((rank - 1) / Math.max(places - 1, 1)) * 94

/** Columns of a row: name, chart, share. On a phone the name stands above. */
export const rankColumns = { display: 'grid', gridTemplateColumns: { xs: '1fr 48px', sm: 'minmax(0, 220px) 1fr 56px' }, columnGap: 1, alignItems: 'center' }
