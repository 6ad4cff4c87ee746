// Class sizes as bars, from 0, with the line that the sharing mode draws; the same numbers as a table; and the rows that lie below, by number only.
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useId, useState } from 'react';
import { useTexts } from '../../components/language';
import { TableHeads } from '../../components/table-heads';
import { useWidth } from '../../components/use-width';
import { type Below, belowOf, type Risk, shareText, sizeText, ticksTo } from './arithmetic';
import { ChartOrTable, type Shown } from './chart-or-table';

export function ClassSizes({ risk, onExport }: { risk: Risk; onExport: () => void }) {
  const texts = useTexts(evidenceMeasureTexts);
  const words = useTexts(evidenceTexts);
  const [shown, setShown] = useState<Shown>('chart');
  const below = belowOf(risk);
  const listed = risk.rowsBelow ?? null;
  return (
    <Box component="section" aria-label={texts.classSizes}>
      <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 3, flexWrap: 'wrap', mb: 2 }}>
        <Typography variant="h3">{texts.classSizes}</Typography>
        <Typography variant="caption" component="span" sx={{ flex: 1 }}>
          {texts.classFacts(risk.quasi.length, risk.classes, risk.k)}
        </Typography>
        <ChartOrTable shown={shown} onChange={setShown} />
      </Box>
      {shown === 'chart' ? <Bars risk={risk} below={below} /> : <BarTable risk={risk} below={below} />}
      <Typography variant="body2" sx={{ color: 'ink2', mt: 2 }}>
        {below !== null &&
          (below.classes > 0
            ? texts.belowSentence(below.classes, below.least, below.records, shareText(below.records, risk.rows))
            : texts.noneBelow(below.least))}
      </Typography>
      <Typography variant="caption" component="p" sx={{ m: 0 }}>
        {words.measuresOnly}
      </Typography>
      {listed !== null && listed.rows > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1, mt: 2 }}>
          <Button size="small" startIcon={<FileDownloadOutlined sx={{ fontSize: 16 }} />} onClick={onExport}>
            {texts.exportRows}
          </Button>
          <Typography variant="caption" component="span" sx={{ flex: 1, minWidth: 200 }}>
            {texts.rowsListed(listed.rows, listed.unlisted)}
            <br />
            {texts.rowsHidden}
          </Typography>
        </Box>
      )}
    </Box>
  );
}

type ShownProps = { readonly risk: Risk; readonly below: Below | null };
const isBelow = (to: number | null, below: Below | null): boolean => below !== null && to !== null && to < below.least;

/** In CSS pixels: drawn as wide as its place. */
const MOST = 560;
const LEAST = 280;
const AREA = { left: 52, right: 8, top: 54, bottom: 42 } as const;
const PLOT = 186;
/** Bars closer than this name their sizes in two rows, or the names would run into each other. */
const CLOSE = 48;
const SECOND_ROW = 14;

/** Roughly, in units of the drawing: Chinese is as wide as it is high, the rest about half. */
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2fff' ? 12.5 : 6.5), 0);

function Bars({ risk, below }: ShownProps) {
  const texts = useTexts(evidenceMeasureTexts);
  const modes = useTexts(commonTexts).sharingModes;
  const { palette } = useTheme();
  const { clauses } = useTexts(commonTexts);
  const [place, width] = useWidth<SVGSVGElement>(LEAST, MOST);
  const hatch = useId();
  const bars = risk.classSizes;
  const ticks = ticksTo(Math.max(0, ...bars.map(({ classes }) => classes)));
  const top = ticks.at(-1) ?? 1;
  const step = (width - AREA.left - AREA.right) / Math.max(1, bars.length);
  const rows = step < CLOSE ? 2 : 1;
  const height = AREA.top + PLOT + AREA.bottom + (rows - 1) * SECOND_ROW;
  const base = AREA.top + PLOT;
  const y = (classes: number) => base - (classes / top) * (base - AREA.top);
  const cut = below === null ? 0 : bars.filter(({ to }) => isBelow(to, below)).length;
  const line = AREA.left + cut * step;
  const threshold = below === null || risk.sharingMode === null ? '' : texts.threshold(below.least, modes[risk.sharingMode]);
  // The line's own words stand right of it, or left where only there is room; what lies below it left of it where there is room beside the axis' name.
  const turned = line + 7 + widthOf(threshold) > width && line - 7 > width - line;
  const whole = below === null ? '' : texts.below(below.classes, below.records);
  const fits = !turned && line - 50 > widthOf(whole);
  // The sentence below the chart tells the records, too.
  const cramped = !fits && widthOf(whole) > (turned ? line : width - line) - 7;
  const belowText = below !== null && cramped ? texts.belowShort(below.classes) : whole;
  const text = { fontSize: 11, fill: palette.ink2 } as const;
  return (
    <Box
      component="svg"
      ref={place}
      role="img"
      aria-label={clauses(bars.map((bar) => texts.barOf(sizeText(bar), bar.classes, bar.records)))}
      viewBox={`0 0 ${width} ${height}`}
      sx={{ width: '100%', maxWidth: MOST, height, display: 'block', fontFamily: 'inherit', fontVariantNumeric: 'tabular-nums' }}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill={palette.amberTint} />
          <rect width="2.5" height="6" fill={palette.amberText} />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={AREA.left} x2={width - AREA.right} y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? palette.strong : palette.hairline} />
          <text x={AREA.left - 8} y={y(tick) + 4} textAnchor="end" {...text}>
            {tick.toLocaleString('en-US')}
          </text>
        </g>
      ))}
      <text x={0} y={16} {...text}>
        {texts.classes}
      </text>
      {bars.map((bar, index) => {
        const low = isBelow(bar.to, below);
        const x = AREA.left + index * step;
        // A class that is there is seen, however many others there are.
        const height = bar.classes === 0 ? 0 : Math.max(3, base - y(bar.classes));
        return (
          <g key={bar.from}>
            <rect
              x={x + 4}
              y={base - height}
              width={step - 8}
              height={height}
              fill={low ? `url(#${CSS.escape(hatch)})` : palette.ring}
              stroke={low ? palette.amberText : 'none'}
            />
            <text
              x={x + step / 2}
              y={base - height - 6}
              textAnchor="middle"
              fontSize={11}
              fontWeight={low && bar.classes > 0 ? 600 : 400}
              fill={low && bar.classes > 0 ? palette.amberText : palette.ink}
            >
              {bar.classes.toLocaleString('en-US')}
            </text>
            <text x={x + step / 2} y={base + 16 + (index % rows) * SECOND_ROW} textAnchor="middle" {...text}>
              {sizeText(bar)}
            </text>
          </g>
        );
      })}
      {below !== null && risk.sharingMode !== null && (
        <>
          <line x1={line} x2={line} y1={10} y2={base + 5} stroke={palette.ink} strokeWidth={2} />
          <text
            x={turned ? line - 7 : line + 7}
            y={20}
            textAnchor={turned ? 'end' : 'start'}
            fontSize={12}
            fontWeight={600}
            fill={palette.ink}
          >
            {threshold}
          </text>
          <text
            x={fits || turned ? line - 7 : line + 7}
            y={fits ? 20 : 36}
            textAnchor={fits || turned ? 'end' : 'start'}
            fontSize={12}
            fontWeight={600}
            fill={below.classes > 0 ? palette.amberText : palette.ink2}
          >
            {belowText}
          </text>
        </>
      )}
      <text x={width - AREA.right} y={height - 6} textAnchor="end" {...text}>
        {texts.size}
      </text>
    </Box>
  );
}

function BarTable({ risk, below }: ShownProps) {
  const texts = useTexts(evidenceMeasureTexts);
  return (
    <Table size="small" aria-label={texts.classSizes}>
      <TableHeads words={[texts.size]} numbers={[texts.classes, texts.records]} />
      <TableBody>
        {risk.classSizes.map((bar) => (
          <TableRow key={bar.from} sx={isBelow(bar.to, below) && bar.classes > 0 ? { bgcolor: 'amberTint' } : {}}>
            <TableCell>{sizeText(bar)}</TableCell>
            <TableCell align="right">{bar.classes.toLocaleString('en-US')}</TableCell>
            <TableCell align="right">{bar.records.toLocaleString('en-US')}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
