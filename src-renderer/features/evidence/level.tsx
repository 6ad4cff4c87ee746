// The level of GB/T 42460 with its arithmetic line by line. A direct identifier ends it at level 1, in ink, and what follows is for reference; without
// a sharing mode there is no level. Attackers and other modes stand beside it and decide nothing.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import { commonTexts } from '@shared/texts/common';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import type { ReactNode } from 'react';
import { useTexts } from '../../components/language';
import { ToneChip } from '../../components/status-chip';
import { type ArithmeticLine, arithmeticOf, belowOf, decimalText, levelWithoutDirect, otherModes, type Risk } from './arithmetic';
import { directColumns } from './looks';

type Props = {
  readonly look: AnalysisFile;
  readonly risk: Risk;
  /** The edition's overall threshold. */
  readonly limit: number;
  readonly judge: ReactNode;
};

export function LevelPane({ look, risk, limit, judge }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const { list } = useTexts(commonTexts);
  const { level } = risk;
  const key = level === 1 || level === 2 || level === 3 || level === 4 ? (String(level) as '1' | '2' | '3' | '4') : 'none';
  const why = key === '1' ? texts.levelWhy['1'](list(directColumns(look))) : texts.levelWhy[key];
  return (
    <Box component="section" aria-label={texts.levelTitle[key]}>
      <Box sx={{ display: 'flex', gap: 4, alignItems: 'flex-start' }}>
        <LevelBadge level={level} large />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h3" component="h3">
            {texts.levelTitle[key]}
          </Typography>
          <Typography variant="caption" component="p" sx={{ m: 0 }}>
            {why}
          </Typography>
        </Box>
      </Box>
      {judge}
      {(level === 1 || level === 2 || level === 3) && <Arithmetic risk={risk} limit={limit} />}
      {risk.sharingMode !== null && risk.quasi.length > 0 && <OtherModes risk={risk} limit={limit} />}
      {risk.k !== null && risk.quasi.length > 0 && <Attackers risk={risk} />}
    </Box>
  );
}

/** Level 1 is solid ink, the others framed: the number is read, not its colour. */
function LevelBadge({ level, large = false }: { level: number | null; large?: boolean }) {
  const texts = useTexts(evidenceMeasureTexts);
  const solid = level === 1;
  return (
    <Box
      component="span"
      sx={{
        px: large ? '10px' : '8px',
        py: large ? '3px' : 0,
        border: '1.5px solid',
        borderColor: 'ink',
        borderRadius: '5px',
        bgcolor: solid ? 'ink' : 'transparent',
        color: solid ? 'paper' : 'ink',
        fontWeight: 700,
        fontSize: large ? 17 : 14,
        lineHeight: large ? '26px' : '22px',
        whiteSpace: 'nowrap',
        flexShrink: 0,
      }}
    >
      {level === null ? '—' : texts.level(level)}
    </Box>
  );
}

const SMALL = { typography: 'caption', color: 'ink3' } as const;
const Subscripted = ({ text }: { text: string }) => {
  const [base = '', sub] = text.split('_');
  return (
    <>
      {base}
      {sub !== undefined && <sub style={{ fontSize: '0.75em', lineHeight: 0 }}>{sub.slice(0, 1)}</sub>}
      {sub?.slice(1)}
    </>
  );
};
/** Splits at each underscore: R_c × pr, Σθ_j / 12. */
const Formula = ({ text }: { text: string }) => (
  <>
    {text.split(/(?<=_\S)/u).map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one formula never move
      <Subscripted key={index} text={part} />
    ))}
  </>
);

function Arithmetic({ risk, limit }: { risk: Risk; limit: number }) {
  const texts = useTexts(evidenceMeasureTexts);
  const lines = arithmeticOf(risk);
  const least = belowOf(risk)?.least ?? 0;
  const { rows } = texts;
  const name = (line: ArithmeticLine): string => {
    switch (line.id) {
      case 'Ra':
        return rows.Ra(least);
      case 'pr':
        return risk.sharingMode === 'public' ? `${rows.pr}（${rows.prPublic}）` : rows.pr;
      case 'R':
        return line.amber ? rows.over : rows.R;
      default:
        return rows[line.id];
    }
  };
  const reference = risk.level === 1;
  const without = levelWithoutDirect(risk, limit);
  return (
    <Box component="section" aria-label={texts.arithmetic} sx={{ mt: 3, pt: 3, borderTop: '1px solid', borderColor: 'strong' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 2, mb: 1 }}>
        <Typography variant="h3" component="h3">
          {reference ? texts.withoutDirect : texts.arithmetic}
        </Typography>
        {reference && (
          <Typography variant="caption" component="span">
            {texts.reference}
          </Typography>
        )}
        <ToneChip tone="neutral" label={texts.secondhand} />
      </Box>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', typography: 'body2', '& td': { py: '3px', px: '2px' } }}>
        <tbody>
          {lines.map((line) => (
            <Box
              component="tr"
              key={line.id}
              sx={{
                bgcolor: line.amber ? 'amberTint' : 'transparent',
                color: line.id === 'recordMean' ? 'ink3' : 'ink',
                borderBottom: '1px solid',
                borderColor: 'hairline',
              }}
            >
              <Box component="td" sx={{ ...SMALL, width: 46 }}>
                <Formula text={line.clause} />
              </Box>
              <td>{name(line)}</td>
              <Box component="td" sx={{ fontFamily: 'serif', color: 'ink2', whiteSpace: 'nowrap' }}>
                <Formula text={line.formula} />
              </Box>
              <Box
                component="td"
                sx={{ textAlign: 'right', fontWeight: line.id === 'recordMean' ? 400 : 600, color: line.amber ? 'amberText' : 'inherit' }}
              >
                {line.id === 'theta' ? `${rows.worst} ${line.value}` : line.value}
              </Box>
            </Box>
          ))}
        </tbody>
      </Box>
      {without !== null && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 2, typography: 'body1' }}>
          {texts.compare(decimalText(risk.R), without === 3, String(limit))}
          {reference && without === 2 ? texts.stillOnly : texts.ends[without === 2 ? '2' : '3']}
          <LevelBadge level={without} />
        </Box>
      )}
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
        {texts.rows.decides}
        <br />
        {texts.health}
      </Typography>
    </Box>
  );
}

/** A small table beside the level, which decides nothing. The last cell of a row is its number. */
function BesideTable({ title, children, note }: { title: string; children: ReactNode; note?: string }) {
  return (
    <Box component="section" aria-label={title} sx={{ mt: 3, pt: 3, borderTop: '1px solid', borderColor: 'strong' }}>
      <Typography variant="caption" component="h3" sx={{ m: 0 }}>
        {title}
      </Typography>
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          typography: 'body2',
          '& td': { py: '2px', px: '2px' },
          '& td:last-child': { textAlign: 'right' },
        }}
      >
        <tbody>{children}</tbody>
      </Box>
      {note !== undefined && (
        <Typography variant="caption" component="p" sx={{ m: 0, mt: 1 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}

function OtherModes({ risk, limit }: { risk: Risk; limit: number }) {
  const texts = useTexts(evidenceMeasureTexts);
  const modes = useTexts(commonTexts).sharingModes;
  return (
    <BesideTable title={texts.otherModes}>
      {otherModes(risk, limit).map((each) => (
        <tr key={each.mode}>
          <td>{modes[each.mode]}</td>
          <td>τ 1/{each.least}</td>
          <td>{texts.over(each.over)}</td>
          <td>R {decimalText(each.R)}</td>
          <Box component="td" sx={{ fontWeight: 600 }}>
            {texts.level(each.level)}
          </Box>
        </tr>
      ))}
    </BesideTable>
  );
}

function Attackers({ risk }: { risk: Risk }) {
  const texts = useTexts(evidenceMeasureTexts);
  const lines = [
    [texts.prosecutor, texts.prosecutorAbout, risk.Rb],
    [texts.journalist, texts.journalistAbout, risk.Rb],
    [texts.marketer, texts.marketerAbout, risk.recordMean],
  ] as const;
  return (
    <BesideTable title={texts.attackers} note={texts.foreign}>
      {lines.map(([who, about, value]) => (
        <tr key={who}>
          <Box component="td" sx={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
            {who}
          </Box>
          <Box component="td" sx={SMALL}>
            {about}
          </Box>
          <td>{decimalText(value)}</td>
        </tr>
      ))}
    </BesideTable>
  );
}
