// What the machine found for this item, each hit to be accepted or overruled with a reason. The machine proposes; nothing here is preset.
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import type { EarlierOverruling } from '@shared/assessment/earlier';
import type { FindingDraft } from '@shared/assessment/model';
import { detectorName } from '@shared/assessment/proposals';
import { analysisTexts } from '@shared/texts/analysis';
import { spoken } from '@shared/texts/analysis-spoken';
import { assessTexts } from '@shared/texts/assess';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { spokenFinding } from '@shared/texts/finding-spoken';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon, ToneChip } from '../../components/status-chip';
import type { HitOf } from './hits';

type Props = {
  readonly findings: readonly FindingDraft[];
  readonly hits: ReadonlyMap<string, HitOf>;
  /** Name of the file, sheet or member in which a finding was seen; null: in none. */
  readonly place: (finding: string) => string | null;
  /** What was overruled when this product was reviewed before. */
  readonly before: (finding: string) => EarlierOverruling | undefined;
  readonly focused: string | null;
  readonly readOnly: boolean;
  readonly onFocus: (id: string) => void;
  readonly onAccept: (id: string) => void;
  readonly onOverrule: (id: string) => void;
  readonly onReason: (id: string, reason: string) => void;
  /** Shown when there is nothing: still looking, found nothing, or no machine looks. */
  readonly empty: string;
};

export function MachineRow({ findings, hits, place, before, empty, ...acts }: Props) {
  if (findings.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'ink3' }}>
        {empty}
      </Typography>
    );
  const places = findings.map(({ id }) => place(id));
  // Of one place nothing need be said: the same words may come from several.
  const several = new Set(places).size > 1;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {findings.map((finding, i) => (
        <MachineFinding
          key={finding.id}
          finding={finding}
          place={several ? (places[i] ?? null) : null}
          heads={places[i] !== places[i - 1]}
          hit={hits.get(finding.id)}
          before={before(finding.id)}
          {...acts}
        />
      ))}
    </Box>
  );
}

type LineProps = Omit<Props, 'findings' | 'hits' | 'place' | 'before' | 'empty'> & {
  readonly finding: FindingDraft;
  /** Where it was seen, when there are several places. */
  readonly place: string | null;
  /** The place stands above this finding, for it and those after it. */
  readonly heads: boolean;
  readonly hit: HitOf | undefined;
  readonly before: EarlierOverruling | undefined;
};

function MachineFinding({ finding, place, heads, hit, before, focused, readOnly, onFocus, onAccept, onOverrule, onReason }: LineProps) {
  const texts = useTexts(assessTexts);
  const words = useTexts(evidenceMeasureTexts);
  const language = useLanguage();
  const isFocused = focused === finding.id;
  const overruled = finding.disposition === 'overruled';
  return (
    <Box
      component="li"
      onFocus={() => onFocus(finding.id)}
      sx={{
        px: 2,
        mx: -2,
        py: '3px',
        borderRadius: '4px',
        bgcolor: isFocused && finding.disposition === null ? 'selected' : 'transparent',
      }}
    >
      {heads && place && (
        <Typography variant="caption" component="div" noWrap title={place} sx={{ color: 'ink2' }}>
          {place}
        </Typography>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 4, typography: 'body2' }}>
        {hit ? (
          <HitWords hit={hit} struck={overruled} whole={isFocused} />
        ) : (
          <Words text={spokenFinding(withoutPlace(finding.text, place), language)} struck={overruled} />
        )}
        <Box sx={{ ml: 'auto', flexShrink: 0, display: 'flex', alignItems: 'center', gap: 2, whiteSpace: 'nowrap' }}>
          {finding.disposition === 'accepted' && (
            <Box component="span" sx={{ display: 'inline-flex', gap: '4px', alignItems: 'center' }}>
              <StatusIcon kind="non-compliant" /> {texts.accepted}
            </Box>
          )}
          {overruled && <ToneChip tone="neutral" plain icon={UndoOutlined} label={texts.overruled} />}
          {!readOnly && finding.disposition !== 'accepted' && (
            <Button size="small" aria-label={texts.acceptOf(spokenFinding(finding.text, language))} onClick={() => onAccept(finding.id)}>
              {texts.accept} {isFocused && <Kbd keys="Y" />}
            </Button>
          )}
          {!readOnly && !overruled && (
            <Button
              size="small"
              aria-label={texts.overruleOf(spokenFinding(finding.text, language))}
              onClick={() => onOverrule(finding.id)}
            >
              {texts.overrule} {isFocused && <Kbd keys="X" />}
            </Button>
          )}
        </Box>
      </Box>
      {before && (
        <Typography variant="caption" component="div" title={words.earlierNote} sx={{ color: 'ink2' }}>
          {words.earlier(before.version === '' ? '' : texts.version(before.version))}
          {before.reason}
        </Typography>
      )}
      {overruled && (
        <OutlinedInput
          fullWidth
          value={finding.reason}
          readOnly={readOnly}
          autoFocus={isFocused && finding.reason === ''}
          error={finding.reason.trim() === ''}
          placeholder={texts.overruleReasonHint}
          inputProps={{ 'aria-label': texts.overruleReason, 'aria-required': true, maxLength: 20_000 }}
          onChange={(event) => onReason(finding.id, event.target.value)}
          sx={{ mt: '4px', mb: '4px' }}
        />
      )}
    </Box>
  );
}

/** What stands above is not said again. */
const withoutPlace = (text: string, place: string | null): string =>
  place !== null && text.startsWith(`${place}：`) ? text.slice(place.length + 1) : text;

const Words = ({ text, struck }: { text: string; struck: boolean }) => (
  <Box component="span" sx={{ flex: 1, minWidth: 0, color: struck ? 'ink3' : 'ink', textDecoration: struck ? 'line-through' : 'none' }}>
    {text}
  </Box>
);

/** What was seen in one line, and below it why it is taken for that: in full where the reviewer is, else as much as a line holds. */
function HitWords({ hit: { column, hit }, struck, whole }: { hit: HitOf; struck: boolean; whole: boolean }) {
  const texts = useTexts(assessTexts);
  const looked = useTexts(analysisTexts);
  const language = useLanguage();
  const shade = struck ? 'ink3' : 'ink';
  const why = `${looked.certainty[hit.certainty]} · ${spoken(hit.why, language)}`;
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', columnGap: 4 }}>
        <Box component="b" title={column} sx={{ ...cut, minWidth: 56, maxWidth: 160, color: shade }}>
          {column}
        </Box>
        <Box component="span" sx={{ flexShrink: 0, minWidth: 96, color: shade }}>
          {detectorName(hit.detector, language)} {texts.cells(hit.cells)}
        </Box>
        {hit.samples[0] && (
          <Box component="span" title={hit.samples[0]} sx={{ ...cut, typography: 'mono', color: 'ink2' }}>
            {hit.samples[0]}
          </Box>
        )}
      </Box>
      <Box title={why} sx={{ typography: 'caption', color: 'ink2', ...(whole ? {} : cut) }}>
        {why}
      </Box>
    </Box>
  );
}
