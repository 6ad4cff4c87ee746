// The curve of membership inference, to be read at its low end: the part up to 1 % false alarms is shaded, the band is the 95 % interval point by
// point, and a rate that too few non-members carry gets no point.
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { isResolved, MEMBERSHIP_TARGETS } from '@shared/analysis/membership/points';
import { commonTexts } from '@shared/texts/common';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useTexts } from '../../components/language';
import { useWidth } from '../../components/use-width';
import { drawn, LINEAR_TICKS, LOG_FLOOR, LOG_TICKS, type Membership, percent, placeOn, type Scale, withBand } from './roc-model';

/** In CSS pixels: drawn as wide as its place. */
const MOST = 820;
const LEAST = 320;
/** Narrower than this, a point is told by its figures alone: what they are stands beside the chart. */
const WORDED = 620;
const AREA = { left: 84, right: 16, top: 16, bottom: 60 } as const;

export function RocChart({ membership, scale }: { membership: Membership; scale: Scale }) {
  const texts = useTexts(evidenceMeasureTexts);
  const { clauses, labelled } = useTexts(commonTexts);
  const { palette } = useTheme();
  const [place, width] = useWidth<SVGSVGElement>(LEAST, MOST);
  const height = Math.round(Math.min(520, Math.max(380, width * 0.69)));
  const right = width - AREA.right;
  const base = height - AREA.bottom;
  const worded = width >= WORDED;
  const x = (fpr: number) => AREA.left + placeOn(scale, fpr) * (right - AREA.left);
  const y = (tpr: number) => base - placeOn(scale, tpr) * (base - AREA.top);
  const curve = drawn(withBand(membership), scale);
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map(([fpr, tpr], index) => `${index === 0 ? 'M' : 'L'}${x(fpr).toFixed(1)} ${y(tpr).toFixed(1)}`).join('');
  const band = `${path(curve.map(({ point, high }) => [point[0], high]))}${path(
    curve.map(({ point, low }) => [point[0], low] as const).toReversed(),
  ).replace('M', 'L')}Z`;
  const ticks = scale === 'log' ? LOG_TICKS : LINEAR_TICKS;
  const text = { fontSize: 12, fill: palette.ink2 } as const;
  const { interval95, tprAtFpr, nonMembers } = membership;
  const marks = MEMBERSHIP_TARGETS.filter(({ target }) => isResolved(target, nonMembers));
  const from = scale === 'log' ? LOG_FLOOR : 0;
  return (
    <Box
      component="svg"
      ref={place}
      role="img"
      aria-label={labelled(
        texts.rocLabel,
        clauses(marks.map(({ target }) => texts.at(percent(Number(target)), percent(tprAtFpr[target])))),
      )}
      viewBox={`0 0 ${width} ${height}`}
      sx={{ width: '100%', maxWidth: MOST, height, display: 'block', fontVariantNumeric: 'tabular-nums' }}
    >
      <rect x={x(from)} y={AREA.top} width={x(0.01) - x(from)} height={base - AREA.top} fill={palette.tealTint} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={AREA.top} y2={base} stroke={palette.hairline} />
          <line x1={AREA.left} x2={right} y1={y(tick)} y2={y(tick)} stroke={palette.hairline} />
          <text x={x(tick)} y={base + 18} textAnchor="middle" {...text}>
            {percent(tick)}
          </text>
          <text x={AREA.left - 8} y={y(tick) + 4} textAnchor="end" {...text}>
            {percent(tick)}
          </text>
        </g>
      ))}
      <rect x={AREA.left} y={AREA.top} width={right - AREA.left} height={base - AREA.top} fill="none" stroke={palette.strong} />
      <line x1={x(from)} y1={y(from)} x2={x(1)} y2={y(1)} stroke={palette.ink2} strokeDasharray="5 4" />
      <text x={right - 8} y={y(scale === 'log' ? (worded ? 0.045 : 0.012) : 0.3)} textAnchor="end" {...text}>
        {texts.chance}
      </text>
      <path d={band} fill={palette.ring} opacity={0.45} />
      <path d={path(curve.map(({ point }) => point))} fill="none" stroke={palette.teal} strokeWidth={2} strokeLinejoin="round" />
      {scale === 'log' && (
        <text x={AREA.left + 10} y={AREA.top + 20} fontSize={13} fontWeight={600} fill={palette.teal}>
          {worded ? texts.lowEnd : `≤ ${percent(0.01)}`}
        </text>
      )}
      {marks.map(({ target }, index) => {
        const [low, high] = interval95.tprAtFpr[target];
        const at = Number(target);
        const found = tprAtFpr[target];
        // Below the second point where it fits over the axis, so that the two do not stand over each other.
        const left = index === 0;
        const above = left || y(low) + 50 > base;
        const shown = scale === 'log';
        const side = { x: left ? x(at) - 14 : x(at) + 14, textAnchor: left ? 'end' : 'start' } as const;
        // Readable also where the curve or its band runs behind.
        const halo = { paintOrder: 'stroke', stroke: palette.tealTint, strokeWidth: 4, strokeLinejoin: 'round' } as const;
        return (
          <g key={target}>
            <line x1={x(at)} x2={x(at)} y1={y(low)} y2={y(high)} stroke={palette.ink} strokeWidth={1.5} />
            <line x1={x(at) - 6} x2={x(at) + 6} y1={y(low)} y2={y(low)} stroke={palette.ink} strokeWidth={1.5} />
            <line x1={x(at) - 6} x2={x(at) + 6} y1={y(high)} y2={y(high)} stroke={palette.ink} strokeWidth={1.5} />
            <circle cx={x(at)} cy={y(found)} r={5} fill={palette.paper} stroke={palette.ink} strokeWidth={2} />
            {shown && (
              <g>
                <text y={above ? y(high) - 26 : y(low) + 26} {...side} {...halo} fontSize={12} fontWeight={600} fill={palette.ink}>
                  {worded ? texts.at(percent(at), percent(found)) : percent(found)}
                </text>
                <text y={above ? y(high) - 9 : y(low) + 43} {...side} {...halo} {...text}>
                  {worded ? texts.interval(percent(low), percent(high)) : `${percent(low)}–${percent(high)}`}
                </text>
              </g>
            )}
          </g>
        );
      })}
      <text x={(AREA.left + right) / 2} y={height - 14} textAnchor="middle" {...text}>
        {texts.fpr}
        {scale === 'log' && `　${texts.logScale}`}
      </text>
      <text transform={`translate(20 ${(AREA.top + base) / 2}) rotate(-90)`} textAnchor="middle" {...text}>
        {texts.tpr}
        {scale === 'log' && `　${texts.logScale}`}
      </text>
    </Box>
  );
}
