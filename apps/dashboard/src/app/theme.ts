import { createTheme } from '@mui/material/styles'

interface Tokens {
  readonly canvas: string
  readonly surface: string
  readonly ink: string
  readonly ink2: string
  readonly accent: string
  readonly onAccent: string
  readonly tint: string
  readonly data: string
  readonly hatch: string
  readonly warn: string
  readonly late: string
  readonly line: string
  readonly line2: string
  readonly track: string
}

const light: Tokens = {
  canvas: '#F5F7F8',
  surface: '#FFFFFF',
  ink: '#17212B',
  ink2: '#45515E',
  accent: '#0B5B75',
  onAccent: '#FFFFFF',
  tint: '#E2EFF3',
  data: '#2B7A97',
  hatch: '#C46A00',
  warn: '#8A5000',
  late: '#B3261E',
  line: '#DDE3E8',
  line2: '#7C8894',
  track: '#E3E9ED',
}

const dark: Tokens = {
  canvas: '#10161B',
  surface: '#161E25',
  ink: '#E9EEF2',
  ink2: '#B7C2CC',
  accent: '#80C7DE',
  onAccent: '#07222C',
  tint: '#173440',
  data: '#4FA6C4',
  hatch: '#E79A35',
  warn: '#F0B860',
  late: '#FF9D90',
  line: '#29333C',
  line2: '#74828F',
  track: '#27323B',
}

/** Tokens as CSS variables, for own drawings. */
const variables = (tokens: Tokens) => Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]))

function makeTheme(mode: 'light' | 'dark', tokens: Tokens) {
  return createTheme({
    palette: {
      mode,
      primary: { main: tokens.accent, contrastText: tokens.onAccent },
      secondary: { main: tokens.accent, contrastText: tokens.onAccent },
      error: { main: tokens.late },
      warning: { main: tokens.warn },
      background: { default: tokens.canvas, paper: tokens.surface },
      text: { primary: tokens.ink, secondary: tokens.ink2 },
      divider: tokens.line,
    },
    shape: { borderRadius: 6 },
    typography: {
      fontFamily: '"Inter Variable", system-ui, sans-serif',
      fontSize: 14,
      h1: { fontSize: 24, lineHeight: '30px', fontWeight: 650 },
      h2: { fontSize: 15, lineHeight: '20px', fontWeight: 650 },
      h6: { fontSize: 15, fontWeight: 650 },
      body1: { fontSize: 14 },
      body2: { fontSize: 13, lineHeight: '18px' },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          ':root': variables(tokens),
          'a, button, input, [tabindex]': { '&:focus-visible': { outline: `3px solid ${tokens.accent}`, outlineOffset: 2 } },
        },
      },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { styleOverrides: { root: { border: `1px solid ${tokens.line}` } } },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
      MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: tokens.line2 } } },
      MuiTableCell: { styleOverrides: { root: { fontSize: 13, borderColor: tokens.line }, head: { fontWeight: 600, color: tokens.ink2 } } },
      MuiAppBar: { defaultProps: { elevation: 0 }, styleOverrides: { root: { borderBottom: `1px solid ${tokens.line}` } } },
    },
  })
}

export const lightTheme = makeTheme('light', light)
export const darkTheme = makeTheme('dark', dark)
