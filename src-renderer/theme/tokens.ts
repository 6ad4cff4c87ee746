// The desk's colours, type and measures in one table. Each ink was chosen for its contrast on paper (4.5:1 at least, captions included);
// change a value only together with the test that measures it. Nothing else in the pages names a colour.

export type Tone = { readonly text: string; readonly tint: string; readonly fill: string; readonly onFill: string };

export type Tokens = {
  readonly desk: string;
  readonly paper: string;
  readonly raised: string;
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  /** Captions: readable on paper and on the desk. */
  readonly ink3: string;
  readonly hairline: string;
  readonly strong: string;
  /** Border of a control: 3:1 at least. */
  readonly control: string;
  readonly teal: string;
  readonly onTeal: string;
  readonly tealHover: string;
  readonly tealTint: string;
  readonly ring: string;
  readonly selected: string;
  readonly seal: Tone;
  readonly amber: Tone;
  readonly proof: Tone;
};

export const LIGHT: Tokens = {
  desk: '#E6EBEE',
  paper: '#FCFDFD',
  raised: '#F2F5F7',
  sunken: '#E9EEF1',
  ink: '#18232D',
  ink2: '#435261',
  ink3: '#586774',
  hairline: '#D8DFE4',
  strong: '#B3BFC8',
  control: '#7E8C98',
  teal: '#135A73',
  onTeal: '#FFFFFF',
  tealHover: '#0D4558',
  tealTint: '#E1EEF2',
  ring: '#8DB8C6',
  selected: '#E6F0F4',
  seal: { text: '#AE2A1F', tint: '#FAEBE8', fill: '#AE2A1F', onFill: '#FFFFFF' },
  amber: { text: '#80540A', tint: '#FAF1DD', fill: '#80540A', onFill: '#FFFFFF' },
  proof: { text: '#1E6A46', tint: '#E5F2EA', fill: '#1E6A46', onFill: '#FFFFFF' },
};

export const DARK: Tokens = {
  desk: '#0D1318',
  paper: '#151D24',
  raised: '#1A242C',
  sunken: '#222E37',
  ink: '#E3E9ED',
  ink2: '#AEBAC4',
  ink3: '#8D9BA7',
  hairline: '#28343D',
  strong: '#43525E',
  control: '#6B7B88',
  teal: '#74BDD3',
  onTeal: '#06212B',
  tealHover: '#94D0E2',
  tealTint: '#17343F',
  ring: '#3C7387',
  selected: '#173038',
  seal: { text: '#F2998E', tint: '#391E1C', fill: '#C23A2D', onFill: '#FFFFFF' },
  amber: { text: '#E3B864', tint: '#322811', fill: '#E3B864', onFill: '#1A1407' },
  proof: { text: '#7FCBA2', tint: '#14301F', fill: '#7FCBA2', onFill: '#06210F' },
};

/** Paper stays paper: the same in the dark. The cover of the lock screen likewise. */
export const OFFICIAL = { paper: '#FFFEFB', ink: '#1B1B1B', cover: '#17404E', spine: '#102F3A', label: '#F3F0E7' } as const;

export const FONTS = {
  /** `--quotes` puts a Latin font first for quotation marks while the page speaks English. */
  sans: 'var(--quotes, "Noto Sans SC Variable"),"Noto Sans SC Variable","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif',
  serif: '"Noto Serif SC Variable","Noto Serif CJK SC","Source Han Serif SC",serif',
  mono: '"Noto Sans Mono","DejaVu Sans Mono","Noto Sans SC Variable",monospace',
} as const;

/** CSS pixels. */
export const SIZES = {
  rail: 72,
  railNarrow: 48,
  header: 44,
  status: 28,
  band: 26,
  row: 32,
  rowCompact: 26,
  rowDesk: 35,
  control: 32,
  controlSmall: 26,
  answer: 44,
  answerLow: 38,
  chip: 20,
} as const;

export const RADIUS = { chip: 4, control: 5, sheet: 6, official: 2 } as const;

/** Below this width there is one column; below the second the right pane becomes a drawer. */
export const WIDTHS = { oneColumn: 960, drawer: 1320 } as const;
