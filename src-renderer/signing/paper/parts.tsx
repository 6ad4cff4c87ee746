// The pieces that the three pages of the signing window are made of: text as text, digests in full, ruled tables. The paper keeps its own
// colours in both themes, and needs no theme around it, so that a test can lay it out and read every word back.
import { styled } from '@mui/material/styles';
import { Fragment, type ReactNode } from 'react';
import { FONTS, LIGHT, OFFICIAL } from '../../theme/tokens';
import { grouped, visibleParts } from '../visible-text';

const RULE = '#55534D';
const SOFT = '#CFCBC0';
/** Behind the headings of groups of rows. */
const BAND = '#F1EEE6';
/** Grey on official paper, 5.9:1. */
export const GREY = '#5D5B55';

const Hidden = styled('span')({
  background: LIGHT.seal.fill,
  color: LIGHT.seal.onFill,
  borderRadius: 2,
  padding: '0 2px',
  fontFamily: FONTS.mono,
  fontSize: '0.86em',
  unicodeBidi: 'isolate',
});

/** Any text from outside. Hidden characters stand in red; line feeds stay; its direction cannot leak into what stands beside it. */
export function Shown({ text }: { text: string }) {
  const parts = visibleParts(text);
  return (
    <bdi style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {parts.map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed text never move
        part.kind === 'hidden' ? <Hidden key={index}>{part.text}</Hidden> : <Fragment key={index}>{part.text}</Fragment>,
      )}
    </bdi>
  );
}

const Mono = styled('span')({ fontFamily: FONTS.mono, fontSize: 11, lineHeight: '16px', display: 'inline-block' });

/** A digest in full, groups of eight. */
export const Digest = ({ hex }: { hex: string }) => <Mono>{grouped(hex)}</Mono>;

export const Grey = styled('span')({ color: GREY });
export const Line = styled('div')({ minHeight: 22 });

export const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  border: `1px solid ${RULE}`,
  tableLayout: 'fixed',
  fontSize: 13,
  lineHeight: '22px',
  '& th, & td': { border: `1px solid ${RULE}`, padding: '6px 12px', textAlign: 'left', verticalAlign: 'middle', overflowWrap: 'anywhere' },
  '& th': { fontWeight: 600, textAlign: 'center' },
});

/** Rows ruled lightly inside a strong frame: files, answers. */
export const Rows = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  border: `1px solid ${RULE}`,
  tableLayout: 'fixed',
  fontSize: 13,
  lineHeight: '20px',
  '& td': { borderTop: `1px solid ${SOFT}`, padding: '3px 12px', verticalAlign: 'top', overflowWrap: 'anywhere' },
  '& th': { background: BAND, borderTop: `1px solid ${RULE}`, padding: '3px 12px', textAlign: 'left', fontWeight: 600 },
});

export const Title = styled('h1')({ margin: 0, fontSize: 24, lineHeight: '34px', fontWeight: 700, textAlign: 'center', letterSpacing: 2 });
export const Under = styled('p')({ margin: '0 0 10px', textAlign: 'center', fontSize: 14, lineHeight: '24px' });
const HeadingLine = styled('h2')({ margin: '18px 0 6px', fontSize: 15, lineHeight: '24px', fontWeight: 700 });

export const Heading = ({ children, note }: { children: ReactNode; note?: ReactNode }) => (
  <HeadingLine>
    {children}
    {note !== undefined && <span style={{ fontWeight: 400, fontSize: 12, color: GREY, marginLeft: 12 }}>{note}</span>}
  </HeadingLine>
);

export const Row = ({ label, children, head = 112 }: { label: string; children: ReactNode; head?: number }) => (
  <tr>
    <th scope="row" style={{ width: head }}>
      {label}
    </th>
    <td>{children}</td>
  </tr>
);

export const PageNumber = ({ n }: { n: number }) => <p style={{ textAlign: 'center', margin: '16px 0 0', fontSize: 13 }}>— {n} —</p>;

export const PAPER_STYLE = { background: OFFICIAL.paper, color: OFFICIAL.ink, fontFamily: FONTS.serif } as const;

const Each = styled('span')({
  border: `1px solid ${SOFT}`,
  borderRadius: 2,
  padding: '0 4px',
  marginRight: 4,
  display: 'inline-block',
  lineHeight: '18px',
});

type Names = Readonly<Record<string, string | undefined>>;
type AsItStandsProps = { value: unknown; names: Names; yes: string; no: string };

/** Values that have no row of their own, as they stand: nothing that is signed may be left out of sight. A known member is named in words. */
export function AsItStands({ value, names, yes, no }: AsItStandsProps) {
  if (value === null || value === undefined) return <Grey>—</Grey>;
  if (typeof value === 'boolean') return <>{value ? yes : no}</>;
  if (typeof value === 'number') return <>{String(value)}</>;
  if (typeof value === 'string') {
    if (/^[0-9a-f]{64}$/.test(value)) return <Digest hex={value} />;
    return value === '' ? <Grey>—</Grey> : <Shown text={value} />;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return <Grey>—</Grey>;
  // Each element in a box of its own: a separator could be part of an element.
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)) {
    return (
      <>
        {entries.map(([key, inner]) => (
          <Each key={key}>
            <AsItStands value={inner} names={names} yes={yes} no={no} />
          </Each>
        ))}
      </>
    );
  }
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {entries.map(([key, inner]) => (
        <li key={key} style={{ display: 'grid', gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)', columnGap: 10 }}>
          <Grey>{Array.isArray(value) ? `${Number(key) + 1}.` : Object.hasOwn(names, key) ? names[key] : <Shown text={key} />}</Grey>
          <div>
            <AsItStands value={inner} names={names} yes={yes} no={no} />
          </div>
        </li>
      ))}
    </ul>
  );
}
