import { createTheme } from '@mui/material/styles'
import { LETTERS, untilInter } from './letters'
import { print } from './print'

/** The colours of the house, by what they are for: light and dark. */
const colours = {
  canvas: ['#F5F7F8', '#10161B'],
  surface: ['#FFFFFF', '#161E25'],
  sunken: ['#EAEEF1', '#0B1014'],
  ink: ['#17212B', '#E9EEF2'],
  ink2: ['#45515E', '#B7C2CC'],
  ink3: ['#5A6672', '#98A5B1'],
  accent: ['#0B5B75', '#80C7DE'],
  accentHover: ['#084A60', '#9AD4E7'],
  onAccent: ['#FFFFFF', '#07222C'],
  data: ['#2B7A97', '#4FA6C4'],
  hatch: ['#C46A00', '#E79A35'],
  warn: ['#8A5000', '#F0B860'],
  late: ['#B3261E', '#FF9D90'],
  violet: ['#64399B', '#C6ABF2'],
  line: ['#DDE3E8', '#29333C'],
  line2: ['#7C8894', '#74828F'],
  track: ['#E3E9ED', '#27323B'],
  tintAccent: ['#E2EFF3', '#173440'],
  tintWarn: ['#FBF1DF', '#352A12'],
  tintLate: ['#FBEBE8', '#3B1F1C'],
  tintViolet: ['#F1EAF8', '#2C2240'],
} as const

type Tokens = Readonly<Record<keyof typeof colours, string>>

const tokensOf = (mode: 0 | 1) => Object.fromEntries(Object.entries(colours).map(([name, pair]) => [name, pair[mode]])) as Tokens

/** Tokens as CSS variables, for own drawings. */
const variables = (tokens: Tokens) => Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]))

/** Where fingers point: what can be touched is 44 px high. */
const touch = '@media (pointer: coarse), (max-width: 699.95px)'

function makeTheme(mode: 'light' | 'dark', tokens: Tokens) {
  const ring = { outline: `3px solid ${tokens.accent}`, outlineOffset: 2 }
  return createTheme({
    palette: {
      mode,
      primary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.onAccent },
      secondary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.onAccent },
      info: { main: tokens.accent },
      error: { main: tokens.late },
      warning: { main: tokens.warn },
      background: { default: tokens.canvas, paper: tokens.surface },
      text: { primary: tokens.ink, secondary: tokens.ink2 },
      divider: tokens.line,
    },
    breakpoints: { values: { xs: 0, sm: 700, md: 1000, lg: 1100, xl: 1440 } },
    shape: { borderRadius: 6 },
    typography: {
      fontFamily: LETTERS,
      fontSize: 14,
      h1: { fontSize: 24, lineHeight: '30px', fontWeight: 650 },
      h2: { fontSize: 15, lineHeight: '20px', fontWeight: 650 },
      h6: { fontSize: 20, lineHeight: '26px', fontWeight: 650 },
      body1: { fontSize: 14, lineHeight: '20px' },
      body2: { fontSize: 13, lineHeight: '18px' },
      button: { textTransform: 'none', fontWeight: 600, fontSize: 14 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          '@font-face': untilInter,
          ':root': variables(tokens),
          'table, svg, input': { fontVariantNumeric: 'tabular-nums' },
          // Tables keep their words whole: they scroll.
          '@media (max-width: 699.95px)': { body: { overflowWrap: 'anywhere' }, table: { overflowWrap: 'normal' } },
          'a:focus-visible, button:focus-visible, [tabindex]:focus-visible': ring,
          '@media (prefers-reduced-motion: reduce)': { '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
          ...print,
        },
      },
      MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 34, [touch]: { minHeight: 44 } } } },
      MuiIconButton: { styleOverrides: { root: { [touch]: { minWidth: 44, minHeight: 44 } } } },
      MuiAlert: {
        styleOverrides: {
          root: {
            color: tokens.ink,
            alignItems: 'center',
            flexWrap: 'wrap',
            '&.MuiAlert-colorInfo': { backgroundColor: tokens.tintAccent },
            '&.MuiAlert-colorWarning': { backgroundColor: tokens.tintWarn },
            '&.MuiAlert-colorError': { backgroundColor: tokens.tintLate },
          },
          message: { flex: '1 1 200px' },
          action: { padding: 0, marginRight: 0, gap: 8, alignItems: 'center' },
        },
      },
      MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { fontFamily: 'inherit', '&:focus-visible': ring } } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiDialog: { styleOverrides: { paper: { borderRadius: 10, boxShadow: '0 8px 32px rgb(0 0 0 / 0.3)' } } },
      MuiMenu: { styleOverrides: { paper: { border: `1px solid ${tokens.line}`, boxShadow: '0 4px 16px rgb(0 0 0 / 0.2)' } } },
      MuiCard: { styleOverrides: { root: { border: `1px solid ${tokens.line}` } } },
      MuiLink: { styleOverrides: { root: { textDecorationColor: 'currentcolor' } } },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
      MuiFormHelperText: { styleOverrides: { root: { fontSize: 12, '&.Mui-disabled': { color: tokens.ink3 } } } },
      MuiFormLabel: { styleOverrides: { root: { '&.Mui-disabled': { color: tokens.ink3 } } } },
      MuiOutlinedInput: { styleOverrides: { root: { [touch]: { minHeight: 44 } }, notchedOutline: { borderColor: tokens.line2 } } },
      MuiTableCell: {
        styleOverrides: {
          root: { fontSize: 13, lineHeight: '18px', borderColor: tokens.line, '@media (max-width: 699.95px)': { paddingLeft: 6, paddingRight: 6 } },
          head: { fontWeight: 600, color: tokens.ink2 },
        },
      },
      MuiToggleButton: {
        styleOverrides: {
          root: {
            textTransform: 'none',
            borderColor: tokens.line2,
            color: tokens.ink,
            padding: '4px 12px',
            [touch]: { minHeight: 44 },
            '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: tokens.tintAccent, color: tokens.ink },
          },
        },
      },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: 12 } } },
    },
  })
}

export const lightTheme = makeTheme('light', tokensOf(0))
export const darkTheme = makeTheme('dark', tokensOf(1))
