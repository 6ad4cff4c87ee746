// One standing finding: what was found, how severe and how likely, the level by the edition's matrix, what the files already do about it and
// what is left. Whether that closes an outcome is the assessment room's judgement, shown with its why.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { type JudgementWhy, judgeFinding, levelOf } from '@shared/assessment/levels';
import type { FindingDraft, Grade } from '@shared/assessment/model';
import type { Edition, EditionItem } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { checklistTexts } from '@shared/texts/checklist';
import { spokenFinding } from '@shared/texts/finding-spoken';
import type { ReactNode } from 'react';
import { ChoiceRow } from '../../components/fields';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { WhyPopover } from '../../components/why-popover';
import { LevelMatrix } from './level-matrix';
import { Row } from './row';

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5];
/** Who answers for it (第十八条): written into the paper as the law names them. */
const PARTIES = ['产品开发主体', '运营机构', '市级公共数据服务机构', '数据提供单位'] as const;
/** Where a written reason is what makes the rest acceptable. */
const REASON_COUNTS: readonly JudgementWhy[] = ['REASON_MISSING', 'LOW_WITH_REASON', 'MEDIUM_WITH_COUNTERSIGNATURE'];
const asGrade = (value: string): Grade => GRADES.find((grade) => String(grade) === value) ?? 1;

export type FindingActs = {
  readonly edit: (id: string, change: (finding: FindingDraft) => FindingDraft, merge?: string) => void;
  readonly severity: (id: string, grade: Grade) => void;
  readonly likelihood: (id: string, grade: Grade) => void;
  readonly remove: (id: string) => void;
};

type Props = {
  readonly finding: FindingDraft;
  /** From 1; shown only when there are several. */
  readonly index: number;
  readonly several: boolean;
  /** A person's words are shown when they say more than the reason does. */
  readonly showText: boolean;
  readonly item: EditionItem;
  readonly edition: Edition;
  readonly pending: 'severity' | 'likelihood' | null;
  readonly readOnly: boolean;
  readonly acts: FindingActs;
};

export function FindingBlock(props: Props) {
  const { finding, index, several, showText, readOnly, acts } = props;
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  return (
    <Box role="group" aria-label={texts.findingNumber(index)}>
      {(several || showText) && (
        <Row label={several ? texts.findingNumber(index) : texts.findings}>
          {finding.origin === 'machine' ? (
            <Typography variant="body2">{spokenFinding(finding.text, language)}</Typography>
          ) : (
            <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
              <OutlinedInput
                fullWidth
                multiline
                value={finding.text}
                readOnly={readOnly}
                placeholder={texts.findingText}
                inputProps={{ 'aria-label': texts.findingText, maxLength: 20_000 }}
                onChange={(event) => acts.edit(finding.id, (each) => ({ ...each, text: event.target.value }), `${finding.id} text`)}
              />
              {!readOnly && (
                <Link
                  component="button"
                  type="button"
                  variant="body2"
                  onClick={() => acts.remove(finding.id)}
                  sx={{ whiteSpace: 'nowrap' }}
                >
                  {texts.removeFinding}
                </Link>
              )}
            </Box>
          )}
        </Row>
      )}
      <RiskRow {...props} />
      <ResidualRow {...props} />
    </Box>
  );
}

function Grades({
  label,
  keys,
  active,
  value,
  words,
  readOnly,
  onChange,
}: {
  label: string;
  keys: string;
  active: boolean;
  value: Grade | null;
  words: Record<Grade, string>;
  readOnly: boolean;
  onChange: (grade: Grade) => void;
}) {
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: '4px', typography: 'body2', color: 'ink2' }}>
        {label} <Kbd keys={keys} onFill={active} />
      </Box>
      <ChoiceRow
        label={label}
        size="small"
        disabled={readOnly}
        value={value === null ? null : (String(value) as `${Grade}`)}
        choices={GRADES.map((grade) => ({ value: String(grade) as `${Grade}`, label: words[grade] }))}
        onChange={(next) => onChange(asGrade(next))}
      />
    </Box>
  );
}

function RiskRow({ finding, item, edition, pending, readOnly, acts }: Props) {
  const texts = useTexts(assessTexts);
  const words = useTexts(checklistTexts);
  const { severity, likelihood } = finding;
  const level = levelOf(edition, severity, likelihood);
  // An exposure in the files has occurred: its likelihood is not a matter of opinion (第九条第二款).
  const fixed = item.exposure && finding.origin === 'machine' && likelihood === 5;
  return (
    <Row label={texts.risk}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 3, alignItems: 'flex-end' }}>
        <Grades
          label={texts.severity}
          keys="S"
          active={pending === 'severity'}
          value={severity}
          words={words.severity}
          readOnly={readOnly}
          onChange={(grade) => acts.severity(finding.id, grade)}
        />
        {fixed ? (
          <Labelled label={texts.likelihood}>
            <Box
              component="span"
              title={texts.exposureFixed}
              sx={{ display: 'inline-block', minHeight: 26, lineHeight: '26px', fontWeight: 600 }}
            >
              {words.likelihood[5]}
            </Box>
          </Labelled>
        ) : (
          <Grades
            label={texts.likelihood}
            keys="P"
            active={pending === 'likelihood'}
            value={likelihood}
            words={words.likelihood}
            readOnly={readOnly}
            onChange={(grade) => acts.likelihood(finding.id, grade)}
          />
        )}
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          <LevelMatrix edition={edition} severity={severity} likelihood={likelihood} />
          <Box>
            <Typography variant="caption" component="div">
              {texts.level}
            </Typography>
            <Box sx={{ typography: 'body1', fontWeight: 600 }}>{level === null ? texts.levelUnknown : words.level[level]}</Box>
          </Box>
        </Box>
        <Box sx={{ minWidth: 116 }}>
          <Typography variant="caption" component="div" sx={{ mb: '2px' }}>
            {texts.responsible}
          </Typography>
          <Select
            value={finding.responsible}
            readOnly={readOnly}
            displayEmpty
            inputProps={{ 'aria-label': texts.responsible }}
            onChange={(event) => acts.edit(finding.id, (each) => ({ ...each, responsible: event.target.value }))}
            sx={{ minWidth: 116, minHeight: 26, height: 26, fontSize: 12 }}
          >
            {[...new Set([...PARTIES, finding.responsible])]
              .filter((party) => party !== '' || finding.responsible === '')
              .map((party) => (
                <MenuItem key={party} value={party}>
                  {party === '' ? '—' : (texts.parties[party] ?? party)}
                </MenuItem>
              ))}
          </Select>
        </Box>
      </Box>
      {fixed && (
        <Typography variant="caption" component="p" sx={{ m: 0, mt: '4px' }}>
          {texts.exposureFixed}
        </Typography>
      )}
    </Row>
  );
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box>
    <Typography variant="caption" component="div">
      {label}
    </Typography>
    <Box sx={{ typography: 'body2' }}>{children}</Box>
  </Box>
);

function ResidualRow({ finding, item, edition, readOnly, acts }: Props) {
  const texts = useTexts(assessTexts);
  const words = useTexts(checklistTexts);
  const judged = judgeFinding(finding, item, edition);
  const measured = finding.measures.trim() !== '';
  const closes = !judged.acceptable;
  const setAfter = (part: 'severity' | 'likelihood') => (grade: Grade) =>
    acts.edit(finding.id, (each) => ({ ...each, after: { ...each.after, [part]: grade } }));
  return (
    <Row label={texts.residual}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 3, alignItems: 'flex-end' }}>
        <Box sx={{ flex: '1 1 200px', maxWidth: 360 }}>
          <Labelled label={texts.measures}>
            <OutlinedInput
              fullWidth
              value={finding.measures}
              readOnly={readOnly}
              placeholder={texts.measuresNone}
              inputProps={{ 'aria-label': texts.measures, title: texts.measuresHint, maxLength: 20_000 }}
              onChange={(event) => acts.edit(finding.id, (each) => ({ ...each, measures: event.target.value }), `${finding.id} measures`)}
            />
          </Labelled>
        </Box>
        {measured && (
          <>
            <Grades
              label={`${texts.residual} · ${texts.severity}`}
              keys=""
              active={false}
              value={finding.after.severity}
              words={words.severity}
              readOnly={readOnly}
              onChange={setAfter('severity')}
            />
            {finding.likelihood !== 5 && (
              <Grades
                label={`${texts.residual} · ${texts.likelihood}`}
                keys=""
                active={false}
                value={finding.after.likelihood}
                words={words.likelihood}
                readOnly={readOnly}
                onChange={setAfter('likelihood')}
              />
            )}
          </>
        )}
        <Labelled label={texts.residualLevel}>
          {judged.after === null ? (
            texts.levelUnknown
          ) : (
            <>
              <b>{words.level[judged.after]}</b>，
              {item.hardStop !== null || item.acceptance === 'threshold'
                ? words.acceptable.never
                : judged.acceptable
                  ? texts.residualAcceptable
                  : words.acceptable[edition.acceptable[judged.after]]}
            </>
          )}
        </Labelled>
        {judged.after !== null && (
          <Labelled label={texts.consequence}>
            <Box component="span" sx={{ display: 'inline-flex', gap: '5px', alignItems: 'center', flexWrap: 'wrap' }}>
              {closes && <BlockOutlined aria-hidden sx={{ fontSize: 15, color: 'sealText' }} />}
              {closes ? texts.closesPass : texts.closesNothing}
              {closes && <WhyPopover about={texts.closesPass}>{item.hardStop !== null ? texts.whyHard : texts.whyResidual}</WhyPopover>}
            </Box>
          </Labelled>
        )}
      </Box>
      {REASON_COUNTS.includes(judged.why) && (
        <OutlinedInput
          fullWidth
          value={finding.reason}
          readOnly={readOnly}
          placeholder={texts.acceptReason}
          inputProps={{ 'aria-label': texts.acceptReason, maxLength: 20_000 }}
          onChange={(event) => acts.edit(finding.id, (each) => ({ ...each, reason: event.target.value }), `${finding.id} reason`)}
          sx={{ mt: 2 }}
        />
      )}
    </Row>
  );
}
