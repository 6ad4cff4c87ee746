// The header and footer of assessing: progress and the way to the outcomes above, moving and saving below.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { AssessmentDraft } from '@shared/assessment/model';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { Segments } from '../../components/segments';
import { FooterBar } from '../../components/sheet';
import { SavedLine } from '../../session/saved-line';
import type { AssessmentHandle } from '../../session/use-assessment';
import { segmentKind } from './item-tree';
import { useOneColumn } from './row';
import { answeredCount, itemCount, type TreeGroup } from './tree';

type HeaderProps = {
  readonly assessment: AssessmentDraft;
  readonly groups: readonly TreeGroup<string>[];
  readonly onDecide: () => void;
  readonly onPane: () => void;
};

export function AssessHeader({ assessment, groups, onDecide, onPane }: HeaderProps) {
  const texts = useTexts(assessTexts);
  const common = useTexts(commonTexts);
  const narrow = useOneColumn();
  const wide = useMediaQuery('(min-width:1400px)');
  const { product } = assessment.registration;
  const done = answeredCount(groups);
  const total = itemCount(groups);
  const chips = [
    ...(product.version && !narrow ? [texts.version(product.version)] : []),
    ...(product.form && !narrow ? [common.forms[product.form]] : []),
    ...(assessment.round > 1 ? [texts.round(assessment.round)] : []),
  ];
  return (
    <PageHeader
      title={product.name || texts.title}
      chips={chips}
      actions={
        <>
          <Box component="span" sx={{ typography: 'body2', color: 'ink2', whiteSpace: 'nowrap' }}>
            {texts.answered(done, total)}
          </Box>
          {wide && (
            <Segments parts={groups.flatMap((group) => group.rows.map(segmentKind))} label={texts.answered(done, total)} width={170} />
          )}
          {narrow && (
            <Button onClick={onPane} aria-label={texts.openContext}>
              {texts.context} <Kbd keys="]" />
            </Button>
          )}
          <Button
            variant={done === total ? 'contained' : 'outlined'}
            color={done === total ? 'primary' : 'inherit'}
            title={done === total ? texts.allAnswered : texts.toDecideOpen(total - done)}
            onClick={onDecide}
          >
            {texts.toDecide} {!narrow && <Kbd keys="Ctrl+Enter" onFill={done === total} />}
          </Button>
        </>
      }
    />
  );
}

type FooterProps = {
  readonly paper: AssessmentHandle;
  readonly frozen: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  /** Null when every item is answered. */
  readonly onNextOpen: (() => void) | null;
};

export function AssessFooter({ paper, frozen, onPrevious, onNext, onNextOpen }: FooterProps) {
  const texts = useTexts(assessTexts);
  return (
    <FooterBar>
      <Button onClick={onPrevious}>
        {texts.previous} <Kbd keys="K" />
      </Button>
      <Button onClick={onNext}>
        {texts.next} <Kbd keys="J" />
      </Button>
      <Button disabled={onNextOpen === null} onClick={() => onNextOpen?.()}>
        {texts.nextOpen} <Kbd keys="N" />
      </Button>
      {onNextOpen === null && (
        <Box component="span" role="status" sx={{ typography: 'body2', color: 'teal' }}>
          {texts.allAnswered}
        </Box>
      )}
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 4 }}>
        <SavedLine paper={paper} />
        {!frozen && paper.canUndo && (
          <Link
            component="button"
            type="button"
            variant="body2"
            onClick={paper.undo}
            sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px' }}
          >
            {texts.undo} <Kbd keys="Ctrl+Z" />
          </Link>
        )}
      </Box>
    </FooterBar>
  );
}
