// MUI's theme built from the tokens: palette keys `desk`, `raised`, `hairline`, `ink3` ... work in `sx` as colours (`color: 'ink3'`). The
// components' defaults are set here once, so that features never restyle a button.
import { createTheme, type Theme } from '@mui/material/styles';
import { DARK, FONTS, LIGHT, RADIUS, SIZES, type Tokens } from './tokens';

type Flat = {
  desk: string;
  paper: string;
  raised: string;
  sunken: string;
  ink: string;
  ink2: string;
  ink3: string;
  hairline: string;
  strong: string;
  control: string;
  teal: string;
  tealTint: string;
  ring: string;
  selected: string;
  sealText: string;
  sealTint: string;
  sealFill: string;
  amberText: string;
  amberTint: string;
  proofText: string;
  proofTint: string;
};

declare module '@mui/material/styles' {
  interface Palette extends Flat {}
  interface PaletteOptions extends Flat {}
  interface TypographyVariants {
    law: React.CSSProperties;
    mono: React.CSSProperties;
    official: React.CSSProperties;
  }
  interface TypographyVariantsOptions {
    law?: React.CSSProperties;
    mono?: React.CSSProperties;
    official?: React.CSSProperties;
  }
}
declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    law: true;
    mono: true;
    official: true;
  }
}

const flat = (t: Tokens): Flat => ({
  desk: t.desk,
  paper: t.paper,
  raised: t.raised,
  sunken: t.sunken,
  ink: t.ink,
  ink2: t.ink2,
  ink3: t.ink3,
  hairline: t.hairline,
  strong: t.strong,
  control: t.control,
  teal: t.teal,
  tealTint: t.tealTint,
  ring: t.ring,
  selected: t.selected,
  sealText: t.seal.text,
  sealTint: t.seal.tint,
  sealFill: t.seal.fill,
  amberText: t.amber.text,
  amberTint: t.amber.tint,
  proofText: t.proof.text,
  proofTint: t.proof.tint,
});

const line = (size: number, height: number, weight = 400) => ({
  fontSize: size,
  lineHeight: `${height}px`,
  fontWeight: weight,
  letterSpacing: 0,
});

export function buildTheme(mode: 'light' | 'dark'): Theme {
  const t = mode === 'dark' ? DARK : LIGHT;
  return createTheme({
    spacing: 4,
    shape: { borderRadius: RADIUS.control },
    palette: {
      mode,
      ...flat(t),
      background: { default: t.desk, paper: t.paper },
      text: { primary: t.ink, secondary: t.ink2, disabled: t.ink3 },
      divider: t.hairline,
      primary: { main: t.teal, dark: t.tealHover, light: t.ring, contrastText: t.onTeal },
      error: { main: t.seal.fill, contrastText: t.seal.onFill },
      warning: { main: t.amber.fill, contrastText: t.amber.onFill },
      success: { main: t.proof.fill, contrastText: t.proof.onFill },
      info: { main: t.teal, contrastText: t.onTeal },
    },
    typography: {
      fontFamily: FONTS.sans,
      h1: line(20, 28, 600),
      h2: line(15, 24, 600),
      h3: line(13, 20, 600),
      body1: line(14, 22),
      body2: line(13, 20),
      caption: { ...line(12, 16), color: t.ink3 },
      button: { ...line(13, 20, 500), textTransform: 'none' },
      law: { ...line(14, 26), fontFamily: FONTS.serif },
      mono: { ...line(12, 18), fontFamily: FONTS.mono },
      official: { ...line(24, 34, 700), fontFamily: FONTS.serif },
    },
    transitions: {
      duration: { shortest: 120, shorter: 120, short: 120, standard: 120, complex: 120, enteringScreen: 120, leavingScreen: 120 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          html: { height: '100%' },
          // A Chinese font draws ’ and “ ” a full em wide; English takes them from whichever Latin font the system has.
          '@font-face': {
            fontFamily: 'Latin quotes',
            src: "local('DejaVu Sans'), local('Liberation Sans'), local('Segoe UI'), local('Arial')",
            unicodeRange: 'U+2018-2019, U+201C-201D',
          },
          'html:lang(en)': { '--quotes': '"Latin quotes"' },
          body: { height: '100%', overflow: 'hidden', fontVariantNumeric: 'tabular-nums', ...line(13, 20) },
          '#root': { height: '100%' },
          '*': { scrollbarWidth: 'thin', scrollbarColor: `${t.strong} transparent` },
          '::selection': { background: t.ring },
          '@media (prefers-reduced-motion: reduce)': { '*': { transition: 'none !important', animation: 'none !important' } },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        // A browser gives buttons a font of their own; ours speak in the desk's.
        styleOverrides: { root: { fontFamily: 'inherit', '&:focus-visible': { outline: `2px solid ${t.teal}`, outlineOffset: 1 } } },
      },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'medium', variant: 'outlined', color: 'inherit' },
        styleOverrides: {
          // A word on a button is never cut: a row of buttons wraps instead.
          root: {
            minWidth: 0,
            flexShrink: 0,
            whiteSpace: 'nowrap',
            borderRadius: RADIUS.control,
            minHeight: SIZES.control,
            padding: '4px 12px',
            gap: 6,
          },
          startIcon: { margin: '0 0 0 -2px' },
          endIcon: { margin: '0 -2px 0 0' },
          sizeSmall: { minHeight: SIZES.controlSmall, padding: '2px 9px', fontSize: 12 },
          outlined: { borderColor: t.control, color: t.ink, backgroundColor: t.paper, '&:hover': { backgroundColor: t.raised } },
          text: { color: t.teal, '&:hover': { backgroundColor: t.tealTint } },
          // On red a teal ring cannot be seen.
          colorError: { '&:focus-visible': { outline: `2px solid ${t.ink}` } },
        },
      },
      MuiIconButton: { styleOverrides: { root: { borderRadius: RADIUS.control, color: t.ink2, padding: 6 } } },
      MuiTooltip: {
        defaultProps: { enterDelay: 300, disableInteractive: false },
        styleOverrides: {
          tooltip: { backgroundColor: t.ink, color: t.paper, fontSize: 12, lineHeight: '18px', borderRadius: RADIUS.chip, maxWidth: 420 },
        },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          root: {
            borderRadius: RADIUS.control,
            backgroundColor: t.paper,
            minHeight: SIZES.control,
            fontSize: 13,
            '& .MuiOutlinedInput-notchedOutline': { borderColor: t.control },
            '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: t.ink2 },
            '&.Mui-focused': { boxShadow: `0 0 0 2px ${t.ring}` },
            '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 1, borderColor: t.teal },
            '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: t.seal.text },
          },
          input: { padding: '5px 10px', height: 'auto', lineHeight: '20px', '&::placeholder': { color: t.ink3, opacity: 1 } },
          multiline: { padding: '1px 0' },
        },
      },
      MuiInputAdornment: { styleOverrides: { positionStart: { marginRight: 0 }, positionEnd: { marginLeft: 4 } } },
      MuiFormLabel: {
        styleOverrides: { root: { color: t.ink2, fontSize: 13, lineHeight: '20px', '&.Mui-error': { color: t.seal.text } } },
      },
      MuiFormHelperText: {
        styleOverrides: {
          root: { margin: '2px 0 0', fontSize: 12, lineHeight: '16px', color: t.ink3, '&.Mui-error': { color: t.seal.text } },
        },
      },
      MuiLink: {
        defaultProps: { underline: 'none' },
        styleOverrides: {
          root: {
            color: t.teal,
            fontWeight: 500,
            '&:hover': { color: t.tealHover, textDecoration: 'underline' },
            '&:focus-visible': { outline: `2px solid ${t.teal}`, outlineOffset: 2 },
          },
        },
      },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiMenu: {
        styleOverrides: {
          paper: { border: `1px solid ${t.strong}`, boxShadow: '0 8px 28px rgba(16,32,44,.16)', borderRadius: RADIUS.sheet },
        },
      },
      MuiMenuItem: { styleOverrides: { root: { minHeight: SIZES.control, fontSize: 13 } } },
      MuiDialog: {
        styleOverrides: {
          paper: { border: `1px solid ${t.strong}`, boxShadow: '0 8px 28px rgba(16,32,44,.16)', borderRadius: RADIUS.sheet },
        },
      },
      MuiBackdrop: { styleOverrides: { root: { backgroundColor: 'rgba(16,32,44,.32)' }, invisible: { backgroundColor: 'transparent' } } },
      MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: t.control } } },
      MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: t.control } } },
      MuiToggleButton: {
        styleOverrides: {
          root: {
            padding: '3px 12px',
            minHeight: SIZES.control,
            borderColor: t.control,
            color: t.ink,
            fontSize: 13,
            lineHeight: '20px',
            textTransform: 'none',
            '&.Mui-selected': { backgroundColor: t.teal, color: t.onTeal, fontWeight: 600, '&:hover': { backgroundColor: t.tealHover } },
          },
          sizeSmall: { minHeight: SIZES.controlSmall, padding: '1px 8px', fontSize: 12 },
        },
      },
      MuiTab: {
        styleOverrides: {
          root: {
            textTransform: 'none',
            minHeight: 40,
            minWidth: 0,
            padding: '8px 14px',
            fontSize: 13,
            color: t.ink2,
            '&.Mui-selected': { fontWeight: 600 },
          },
        },
      },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: t.hairline, padding: '6px 8px', fontSize: 13, lineHeight: '20px', whiteSpace: 'nowrap' },
          head: { color: t.ink2, fontWeight: 500, borderColor: t.strong, backgroundColor: 'transparent' },
        },
      },
    },
  });
}
