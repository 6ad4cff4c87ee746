// Beside the outcomes: what is still missing, the hard stops, the basis of today, what the verdict stands for; at the foot the way to sign.
import DrawOutlined from '@mui/icons-material/DrawOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { AssessmentDraft } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import { basisEffects, statedBasis } from '@shared/regulation/basis';
import { basisParagraphs } from '@shared/regulation/basis-wording';
import { assessmentTexts } from '@shared/texts/assessment';
import { decideTexts } from '@shared/texts/decide';
import { FoldingPanel } from '../../components/folding-panel';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
import { FactRow, PanelSection, SidePanel } from '../../components/sheet';
import { useSomeFirst } from '../../components/some-first';
import { StatusIcon } from '../../components/status-chip';
import { FONTS, OFFICIAL, WIDTHS } from '../../theme/tokens';
import { BasisNotice } from './basis-notice';
import type { GapRow } from './decision-model';
import type { Blocked, DecisionFacts } from './use-decision';

/** Under this width (also at 200 % zoom) everything stands in one column. */
export const useOneColumn = (): boolean => useMediaQuery(`(max-width:${WIDTHS.oneColumn - 0.05}px)`);

type Props = {
  readonly assessment: AssessmentDraft;
  readonly facts: DecisionFacts;
  readonly open: boolean;
  readonly readOnly: boolean;
  readonly onGap: (gap: GapRow) => void;
  readonly onItem: (item: string) => void;
  readonly onSign: () => void;
};

export function DecidePanel(props: Props) {
  const { facts } = props;
  const t = useTexts(decideTexts);
  const label = t.gapsLeft(facts.model.gaps.length);
  // Where there is room for one column only, the panel folds and the way to sign stays under the work.
  if (useOneColumn()) {
    return (
      <FoldingPanel width={304} label={label} below={WIDTHS.oneColumn}>
        <Sections {...props} />
      </FoldingPanel>
    );
  }
  return (
    <Box
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, bgcolor: 'raised', borderLeft: '1px solid', borderColor: 'hairline' }}
    >
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'hidden auto', '& > aside': { borderLeft: 0, overflow: 'visible' } }}>
        <SidePanel width={304} label={label}>
          <Sections {...props} />
        </SidePanel>
      </Box>
      <SignFoot {...props} />
    </Box>
  );
}

function Sections(props: Props) {
  const { assessment, facts } = props;
  const t = useTexts(decideTexts);
  return (
    <>
      <Gaps {...props} />
      <HardStops {...props} />
      <PanelSection title={t.basis}>
        <BasisNotice basis={facts.context.basis} />
        {facts.context.basis.needsChoice && assessment.decision.basis !== null && <BasisEffect {...props} />}
      </PanelSection>
      <CoverageFacts assessment={assessment} facts={facts} />
      <Box sx={{ px: 5, py: 4 }}>
        <NotChecked items={facts.model.notChecked} heading={t.notCheckedInVerdict} />
      </Box>
    </>
  );
}

function Gaps({ facts, readOnly, onGap }: Props) {
  const t = useTexts(decideTexts);
  const { gaps } = facts.model;
  const { shown, more } = useSomeFirst(gaps, 6);
  if (readOnly) return null;
  return (
    <PanelSection title={gaps.length > 0 ? t.gapsLeft(gaps.length) : facts.blocked.length > 0 ? t.gapsBlocked : t.gapsNone}>
      {shown.map((gap) => (
        <Box key={gap.key} sx={{ display: 'flex', gap: 2, py: '6px', borderBottom: '1px solid', borderColor: 'hairline' }}>
          <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 16, color: 'amberText', mt: '2px' }} />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="h3" component="div">
              {gap.what}
            </Typography>
            <Typography variant="caption" component="div">
              {gap.todo}
            </Typography>
          </Box>
          <Link
            component="button"
            variant="body2"
            data-gap
            aria-label={`${t.jump} ${gap.what}`}
            onClick={() => onGap(gap)}
            sx={{ alignSelf: 'flex-start' }}
          >
            {t.jump}
          </Link>
        </Box>
      ))}
      {more}
      {facts.blocked.map((code) => (
        <Box key={code} sx={{ display: 'flex', gap: 2, py: '6px', borderBottom: '1px solid', borderColor: 'hairline' }}>
          <LockOutlined aria-hidden sx={{ fontSize: 16, color: 'amberText', mt: '2px' }} />
          <Typography variant="body2" sx={{ flex: 1, minWidth: 0 }}>
            {t.blocked[code]}
          </Typography>
        </Box>
      ))}
      {gaps.length > 0 && (
        <Typography variant="caption" component="div" sx={{ mt: 2 }}>
          <Kbd keys="F6" /> {t.nextGap}
        </Typography>
      )}
    </PanelSection>
  );
}

const STOP_ICON = { clear: 'compliant', stops: 'non-compliant', unverified: 'not-verified', unanswered: 'unanswered' } as const;

function HardStops({ facts, onItem }: Props) {
  const t = useTexts(decideTexts);
  const language = useLanguage();
  const standing = facts.model.hardStops.filter(({ state }) => state !== 'clear');
  const clear = facts.model.hardStops.length - standing.length;
  return (
    <PanelSection title={t.hardStops}>
      {clear > 0 && (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', py: '2px' }}>
          <StatusIcon kind="compliant" />
          <Typography variant="body2">{standing.length === 0 ? t.hardStopsAllClear(clear) : t.hardStopsRestClear(clear)}</Typography>
        </Box>
      )}
      {standing.map(({ item, state }) => (
        <Box key={item.id} sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', py: '2px' }}>
          <Box sx={{ pt: '2px' }}>
            <StatusIcon kind={STOP_ICON[state]} label={t.hardState[state]} />
          </Box>
          <Typography variant="body2" sx={{ flex: 1, minWidth: 0 }}>
            {item.title[language]}（
            <Link component="button" variant="body2" onClick={() => onItem(item.id)} aria-label={t.goTo(itemLabelIn(item.id, language))}>
              {itemLabelIn(item.id, language)}
            </Link>
            ）
          </Typography>
        </Box>
      ))}
    </PanelSection>
  );
}

/** What the chosen basis changes, and how the verdict will read: the same words that main prints. */
function BasisEffect({ assessment, facts }: Props) {
  const t = useTexts(decideTexts);
  const { basis, inputs } = facts.context;
  const choice = assessment.decision.basis;
  const stated = statedBasis(basis, choice, inputs);
  const effects = basisEffects(choice);
  const signers = facts.model.signatures.count;
  const n = ['successor', 'method', 'internal'].indexOf(choice ?? '') + 1;
  const rows: [string, string][] = [
    [t.changeRows.number, effects.series],
    [t.changeRows.title, effects.title === 'verdict' ? t.titleVerdict : t.titleInternal],
    [t.changeRows.certificate, effects.certificate ? t.certificateYes : t.certificateNo],
    [t.changeRows.signers, t.signaturesNeeded(signers)],
    [t.changeRows.trade, effects.tradable ? t.tradeYes : t.tradeNo],
  ];
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="h3">{t.changes(n)}</Typography>
      {rows.map(([name, value]) => (
        <FactRow key={name} name={name} width={88}>
          {value}
        </FactRow>
      ))}
      {stated.ok && (
        <>
          <Typography variant="h3" sx={{ mt: 2 }}>
            {t.willRead}
          </Typography>
          <Box
            sx={{
              bgcolor: OFFICIAL.paper,
              color: OFFICIAL.ink,
              border: '1px solid',
              borderColor: 'strong',
              p: 3,
              mt: 1,
              fontFamily: FONTS.serif,
              fontSize: 13,
              lineHeight: '22px',
            }}
          >
            {basisParagraphs(stated.value, inputs, 'zh').map((paragraph) => (
              <Box component="p" lang="zh-CN" key={paragraph} sx={{ m: 0, textIndent: '2em' }}>
                {paragraph}
              </Box>
            ))}
          </Box>
          <Typography variant="caption" component="p" sx={{ mt: 2 }}>
            {t.chosenByReviewer}
          </Typography>
        </>
      )}
    </Box>
  );
}

function CoverageFacts({ assessment, facts }: Pick<Props, 'assessment' | 'facts'>) {
  const t = useTexts(decideTexts);
  const words = useTexts(assessmentTexts);
  const { coverage } = assessment.registration;
  const { validUntil, signatures } = facts.model;
  return (
    <PanelSection title={t.coverage}>
      <FactRow name={t.coverageRow}>{coverage.kind === null ? '—' : t.coverageKinds[coverage.kind]}</FactRow>
      <FactRow name={t.validUntil}>
        {validUntil === null ? (
          t.noValidUntil
        ) : (
          <>
            {validUntil.day}{' '}
            <Box component="span" sx={{ color: 'ink3' }}>
              {words.validUntil[validUntil.because]}
            </Box>
          </>
        )}
      </FactRow>
      <FactRow name={t.signatures}>
        {t.signaturesNeeded(signatures.count)}
        {signatures.count > 1 && (
          <Typography variant="caption" component="div">
            {signatures.reasons.map((reason) => words.signatures[reason]).join('，')} {t.signaturesWaiting}
          </Typography>
        )}
      </FactRow>
      {assessment.round > 1 && <FactRow name={t.round}>{t.roundNth(assessment.round)}</FactRow>}
    </PanelSection>
  );
}

export function SignFoot({ facts, open, readOnly, onSign }: Pick<Props, 'facts' | 'open' | 'readOnly' | 'onSign'>) {
  const t = useTexts(decideTexts);
  const { gaps } = facts.model;
  const ready = gaps.length === 0 && facts.blocked.length === 0 && !open && !readOnly;
  const [first]: readonly Blocked[] = facts.blocked;
  const says = open
    ? t.windowOpenAbout
    : gaps.length > 0
      ? t.afterGaps(gaps.length)
      : first !== undefined
        ? t.blocked[first]
        : t.openSigningAbout;
  return (
    <Box sx={{ px: 5, py: 3, borderTop: '1px solid', borderColor: 'strong', width: '100%', maxWidth: useOneColumn() ? 'none' : 304 }}>
      <Button
        fullWidth
        variant={ready ? 'contained' : 'outlined'}
        {...(ready ? { color: 'primary' as const } : {})}
        disabled={!ready}
        onClick={onSign}
        startIcon={<DrawOutlined />}
        aria-describedby="sign-says"
      >
        {open ? t.windowOpen : t.openSigning} <Kbd keys="Ctrl+Enter" onFill={ready} />
      </Button>
      <Typography id="sign-says" variant="caption" component="p" sx={{ mt: 2, mb: 0 }}>
        {says}
      </Typography>
    </Box>
  );
}
