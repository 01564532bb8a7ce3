/**
 * How every page prints: on A4, without what one clicks; bars, marks and legends with their colours; wide tables whole, their
 * heads on each page; no row, chart or heading torn apart.
 */
export const print = {
  '@page': { size: 'A4', margin: '12mm' },
  '@media print': {
    '*': { printColorAdjust: 'exact', WebkitPrintColorAdjust: 'exact' },
    'html, body': { background: '#fff' },
    // A name or figure that opens something is read on paper too.
    'button:not([data-printed]), .MuiButton-root': { display: 'none !important' },
    // What scrolls on a screen has its whole width on paper.
    '[role=group]': { overflow: 'visible !important' },
    'main table': { minWidth: '0 !important', fontSize: 10 },
    'main th, main td': { fontSize: 'inherit', padding: '3px 4px', whiteSpace: 'normal', overflowWrap: 'break-word', hyphens: 'auto' },
    'main thead': { display: 'table-header-group' },
    'main tr, main li, main svg': { breakInside: 'avoid' },
    'h1, h2, h3, tbody > tr:first-of-type': { breakAfter: 'avoid' },
  },
} as const

/** A page whose table or drawing is wide prints on its side. */
export const sideways = { '@page': { size: 'A4 landscape' } } as const
