// Beside the question: the product, agreed against delivered, what the machine saw for this item and did not look at, and which answers were
// taken over.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { AnalysisFile } from '@shared/analysis/result';
import type { AssessmentDraft, FindingDraft } from '@shared/assessment/model';
import { detectorName } from '@shared/assessment/proposals';
import type { CalendarDay } from '@shared/basics/units';
import type { Edition } from '@shared/checklist/edition';
import { analysisTexts } from '@shared/texts/analysis';
import { spoken } from '@shared/texts/analysis-spoken';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { registerTexts } from '@shared/texts/register';
import { ageInDays, dayOf } from '../../components/ages';
import { formatBytes } from '../../components/bytes-text';
import { HashText } from '../../components/hash-text';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
import { FactRow, PanelSection } from '../../components/sheet';
import { StatusIcon } from '../../components/status-chip';
import type { HitOf } from './hits';
import { ScopeSteps, ScopeTable } from './scope-table';

export type ContextProps = {
  readonly assessment: AssessmentDraft;
  readonly edition: Edition;
  /** Id of the item that is open. */
  readonly item: string;
  readonly files: readonly AnalysisFile[];
  readonly notChecked: readonly string[];
  readonly findings: readonly FindingDraft[];
  readonly hits: ReadonlyMap<string, HitOf>;
  readonly today: CalendarDay;
  readonly onRegistration: () => void;
  readonly onItem: (item: string) => void;
  readonly onAnalysis: () => void;
};

export function ContextPane(props: ContextProps) {
  const { assessment, edition, item, files, notChecked, findings, hits, today, onRegistration, onItem, onAnalysis } = props;
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  // The scopes that contain one another are what risk 1 is about; at other items the item's own analysis comes first.
  const isAboutScope = item.startsWith('r1-');
  const steps = <ScopeSteps registration={assessment.registration} edition={edition} onItem={onItem} />;
  return (
    <>
      <ProductSection assessment={assessment} onRegistration={onRegistration} />
      <PanelSection title={texts.scope} action={<Typography variant="caption">{assessment.registration.agreement.id}</Typography>}>
        <ScopeTable files={files} agreement={assessment.registration.agreement} />
        {isAboutScope && steps}
      </PanelSection>
      <PanelSection
        title={texts.itemAnalysis}
        action={
          <Link component="button" type="button" variant="body2" onClick={onAnalysis} sx={{ display: 'inline-flex', gap: '4px' }}>
            {texts.allAnalysis} <Kbd keys="A" />
          </Link>
        }
      >
        <HitBars findings={findings} hits={hits} />
        <Box sx={{ mt: 3 }}>
          <NotChecked items={notChecked.map((line) => spoken(line, language))} />
        </Box>
      </PanelSection>
      {!isAboutScope && <PanelSection title={texts.registeredScopes}>{steps}</PanelSection>}
      <InheritedSection assessment={assessment} today={today} />
    </>
  );
}

function ProductSection({ assessment, onRegistration }: Pick<ContextProps, 'assessment' | 'onRegistration'>) {
  const texts = useTexts(assessTexts);
  const words = useTexts(registerTexts);
  const common = useTexts(commonTexts);
  const { product, developer, agreement, coverage, files } = assessment.registration;
  const delivered = files.filter((file) => file.role === 'delivered');
  const bytes = delivered.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <PanelSection
      title={texts.product}
      action={
        <Link component="button" type="button" variant="body2" onClick={onRegistration}>
          {texts.toRegistration}
        </Link>
      }
    >
      <FactRow name={texts.name}>
        {product.name} {product.version && texts.version(product.version)}
      </FactRow>
      <FactRow name={texts.developer}>{developer.name || common.dash}</FactRow>
      <FactRow name={texts.sharingMode}>
        {agreement.sharingMode ? `${common.sharingModes[agreement.sharingMode]}　${words.sharingTau[agreement.sharingMode]}` : common.dash}
      </FactRow>
      <FactRow name={texts.coverage}>
        {coverage.kind ? words.coverageKinds[coverage.kind] : common.dash}
        {coverage.frequency && `，${coverage.frequency}`}
      </FactRow>
      <FactRow name={texts.files}>
        {texts.filesSum(delivered.length, formatBytes(bytes))}{' '}
        {delivered.length === 1 && delivered[0] && <HashText hex={delivered[0].sha256} copy={false} />}
      </FactRow>
    </PanelSection>
  );
}

function HitBars({ findings, hits }: Pick<ContextProps, 'findings' | 'hits'>) {
  const texts = useTexts(assessTexts);
  const looked = useTexts(analysisTexts);
  const language = useLanguage();
  const known = findings.flatMap((finding) => {
    const hit = hits.get(finding.id);
    return hit ? [{ id: finding.id, ...hit }] : [];
  });
  if (known.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'ink3' }}>
        {findings.length === 0 ? texts.itemAnalysisNone : texts.itemAnalysisFindings(findings.length)}
      </Typography>
    );
  const most = Math.max(...known.map(({ hit }) => hit.cells));
  return (
    <>
      {known.map(({ id, column, hit }) => (
        <Box key={id} sx={{ display: 'flex', gap: 3, py: '6px', borderBottom: '1px solid', borderColor: 'hairline' }}>
          <Typography variant="body2" component="span" noWrap title={column} sx={{ width: 64, flexShrink: 0 }}>
            {column}
          </Typography>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
              <Box
                aria-hidden
                sx={{
                  height: 8,
                  width: `${Math.max(6, Math.round((hit.cells / most) * 100))}%`,
                  maxWidth: '55%',
                  color: 'teal',
                  background: 'repeating-linear-gradient(135deg, currentColor 0 3px, transparent 3px 6px)',
                }}
              />
              <Typography variant="body2" component="span">
                {texts.cells(hit.cells)}
              </Typography>
            </Box>
            <Typography variant="caption">
              {looked.certainty[hit.certainty]} · {detectorName(hit.detector, language)}
            </Typography>
          </Box>
        </Box>
      ))}
    </>
  );
}

function InheritedSection({ assessment, today }: Pick<ContextProps, 'assessment' | 'today'>) {
  const texts = useTexts(assessTexts);
  const count = Object.values(assessment.answers).filter((answer) => answer.inheritedFrom !== null).length;
  const parts = (['authorisation', 'developer', 'agreement'] as const).flatMap((part) => {
    const origin = assessment.registration.inherited[part];
    return origin ? [{ part, ...origin }] : [];
  });
  return (
    <PanelSection title={texts.inheritedAnswers} action={<Typography variant="caption">{texts.inheritedCount(count)}</Typography>}>
      {parts.length === 0 && (
        <Typography variant="body2" sx={{ color: 'ink3' }}>
          {texts.inheritedNone}
        </Typography>
      )}
      {parts.map(({ part, answeredAt }) => (
        <Box
          key={part}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            py: '4px',
            borderBottom: '1px solid',
            borderColor: 'hairline',
            typography: 'body2',
          }}
        >
          <StatusIcon kind="inherited" />
          <span>{texts.parts[part]}</span>
          <Box component="span" sx={{ ml: 'auto' }}>
            {dayOf(answeredAt)}
          </Box>
          <Typography variant="caption" component="span" sx={{ minWidth: 56, textAlign: 'right' }}>
            {texts.daysAgo(ageInDays(answeredAt, today))}
          </Typography>
        </Box>
      ))}
    </PanelSection>
  );
}
