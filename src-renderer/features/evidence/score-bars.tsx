// Scores of members and of others as two outlines over one axis: where they part, membership shows.
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useId } from 'react';
import { useTexts } from '../../components/language';
import { useWidth } from '../../components/use-width';
import type { Membership } from './roc-model';

/** In CSS pixels: drawn as wide as its place. */
const MOST = 820;
const LEAST = 320;
const HEIGHT = 170;
const AREA = { left: 84, right: 16, top: 8, bottom: 42 } as const;
const base = HEIGHT - AREA.bottom;
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

export function ScoreBars({ membership }: { membership: Membership }) {
  const texts = useTexts(evidenceMeasureTexts);
  const { palette } = useTheme();
  const { labelled, list } = useTexts(commonTexts);
  const [place, width] = useWidth<SVGSVGElement>(LEAST, MOST);
  const hatch = useId();
  const { scores, members, nonMembers } = membership;
  if (!scores) return null;
  const bars = scores.members.length;
  // Shares of each group, so that a smaller group is not a lower hill.
  const share = (counts: readonly number[], all: number) => counts.map((count) => count / Math.max(1, all));
  const inside = share(scores.members, members);
  const outside = share(scores.others, nonMembers);
  const top = Math.max(...inside, ...outside, Number.MIN_VALUE);
  const x = (bar: number) => AREA.left + (bar / bars) * (width - AREA.left - AREA.right);
  const y = (value: number) => base - (value / top) * (base - AREA.top);
  const outline = (values: readonly number[]) =>
    `M${x(0)} ${base}${values.map((value, bar) => `L${x(bar).toFixed(1)} ${y(value).toFixed(1)}L${x(bar + 1).toFixed(1)} ${y(value).toFixed(1)}`).join('')}L${x(bars)} ${base}Z`;
  const text = { fontSize: 12, fill: palette.ink2 } as const;
  return (
    <Box component="section" aria-label={texts.scores} sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 4, maxWidth: MOST }}>
        <Typography variant="h3" component="h3" sx={{ flex: 1 }}>
          {texts.scores}
        </Typography>
        <Key fill={`url(#${CSS.escape(hatch)})`} stroke={palette.teal} words={texts.members(members)} />
        <Key fill={palette.sunken} stroke={palette.control} words={texts.others(nonMembers)} />
      </Box>
      <Box
        component="svg"
        ref={place}
        role="img"
        aria-label={labelled(texts.scores, list([texts.members(members), texts.others(nonMembers)]))}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        sx={{ width: '100%', maxWidth: MOST, height: HEIGHT, display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2.5" height="6" fill={palette.ring} />
          </pattern>
        </defs>
        <path d={outline(outside)} fill={palette.sunken} stroke={palette.control} />
        <path d={outline(inside)} fill={`url(#${CSS.escape(hatch)})`} stroke={palette.teal} strokeWidth={1.5} />
        <line x1={AREA.left} x2={width - AREA.right} y1={base} y2={base} stroke={palette.strong} />
        {TICKS.map((tick) => (
          <text key={tick} x={x(tick * bars)} y={base + 18} textAnchor="middle" {...text}>
            {String(Number((scores.from + tick * (scores.to - scores.from)).toPrecision(3)))}
          </text>
        ))}
        <text x={(AREA.left + width - AREA.right) / 2} y={HEIGHT - 6} textAnchor="middle" {...text}>
          {texts.scoreAxis}
        </text>
      </Box>
    </Box>
  );
}

const Key = ({ fill, stroke, words }: { fill: string; stroke: string; words: string }) => (
  <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px', typography: 'caption', color: 'ink2' }}>
    <svg aria-hidden="true" width={17} height={12}>
      <rect x={0.5} y={0.5} width={16} height={11} fill={fill} stroke={stroke} />
    </svg>
    {words}
  </Box>
);
