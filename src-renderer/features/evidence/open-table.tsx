// One table of the open file from its columns down: what may be asked of it, the map of its columns, the hits, what its carrier holds besides, and what
// was measured on it.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { MeasureQuestion } from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import { mainTable } from '@shared/analysis/roles';
import type { Earlier } from '@shared/assessment/earlier';
import type { FindingDraft, Registration } from '@shared/assessment/model';
import type { Edition } from '@shared/checklist/edition';
import type { AnalysisView } from '@shared/contract/views';
import { spoken } from '@shared/texts/analysis-spoken';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../components/language';
import { NotChecked } from '../../components/not-checked';
import { ColumnMap } from './column-map';
import { ContentTable } from './content-table';
import { PartlyNote } from './file-look';
import { Hits } from './hits';
import { InferenceTables } from './inference-tables';
import type { JudgeActs } from './judge';
import type { HitRow } from './looks';
import { Measures } from './measures';
import { MembershipSentence } from './membership-figures';
import { isQuarantined } from './quarantine-band';
import { QuestionForm } from './question-form';
import { ownPart, rolesOf } from './question-model';
import { ScopeFound } from './scope-found';

/** A text has one column of lines: nothing to draw side by side, and no records to measure. */
export const isTable = (look: AnalysisFile | null): boolean => look !== null && look.rows !== null && (look.columns?.length ?? 0) > 0;

type Props = {
  readonly look: AnalysisFile;
  readonly view: AnalysisView;
  /** Comparison material is measured, and nothing in it is anybody's finding. */
  readonly delivered: boolean;
  readonly registration: Registration;
  readonly edition: Edition | null;
  readonly findings: readonly FindingDraft[];
  readonly earlier: Earlier;
  readonly rows: readonly HitRow[];
  readonly row: HitRow | null;
  readonly form: boolean;
  readonly acts: JudgeActs;
  readonly onTable: (name: string) => void;
  readonly onSelect: (id: string) => void;
  readonly onCurve: () => void;
  readonly onTakeIn: () => void;
  readonly onAsk: (question: MeasureQuestion) => void;
  /** Of classes that are too small, or of those with one value of a column. */
  readonly onExportRows: (column: string | null) => void;
};

export function OpenTable(props: Props) {
  const texts = useTexts(evidenceTexts);
  const words = useTexts(evidenceMeasureTexts);
  const { look, view, delivered, registration, findings, row, acts } = props;
  const { sharingMode } = registration.agreement;
  const language = useLanguage();
  const missed = view.notChecked.map((line) => spoken(line, language));
  const table = isTable(look);
  const tables = view.files.filter(isTable);
  const main = mainTable(view.files);
  const [every, setEvery] = useState<boolean | null>(null);
  const everyTable = every ?? (ownPart(look, view.question) === null && view.question.table === null && look.name === main?.name);
  /** The form and the page show the columns of the table that is asked about. */
  const choosePart = (part: string | null) => {
    setEvery(part === null);
    const next = part === null ? main : tables.find((each) => each.part === part);
    if (next && next.name !== look.name) props.onTable(next.name);
  };
  return (
    <>
      <Box sx={{ px: 5, pb: 4 }}>
        <PartlyNote look={look} />
        {props.form && (
          <QuestionForm
            key={`${look.sha256} ${look.name}`}
            table={look}
            tables={tables}
            part={everyTable ? null : (look.part ?? null)}
            onPart={choosePart}
            question={view.question}
            sharingMode={sharingMode}
            comparison={registration.files.filter(({ role }) => role === 'comparison')}
            onTakeIn={props.onTakeIn}
            onAsk={props.onAsk}
          />
        )}
        {(look.columns?.length ?? 0) > 0 ? (
          <>
            {table && <ColumnMap look={look} roles={delivered ? rolesOf(look, view.question) : []} selected={row?.column ?? null} />}
            {look.membership && (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 5, rowGap: 2, mt: 3 }}>
                <Typography component="p" sx={{ m: 0, flex: '1 1 320px', maxWidth: 640, typography: 'law', fontSize: 16 }}>
                  <MembershipSentence membership={look.membership} size={20} />
                </Typography>
                <Button variant="contained" color="primary" onClick={props.onCurve}>
                  {words.openMembership}
                </Button>
              </Box>
            )}
            {delivered && (
              <Hits
                rows={props.rows}
                lines={look.rows === null ? texts.type.text : null}
                earlier={props.earlier}
                selected={row?.id ?? null}
                onSelect={props.onSelect}
                acts={acts}
              />
            )}
          </>
        ) : isQuarantined(view) ? null : (
          <Typography variant="body2" sx={{ color: 'ink3', mt: 3 }}>
            {texts.noColumns}
          </Typography>
        )}
        {delivered && look.scope && (
          <Box sx={{ mt: 4 }}>
            <ScopeFound look={look} edition={props.edition} findings={findings} acts={acts} />
          </Box>
        )}
        <ContentTable look={look} findings={findings} acts={acts} />
        <InferenceTables look={look} edition={props.edition} findings={findings} acts={acts} />
      </Box>
      {delivered && table ? (
        <Measures
          look={look}
          edition={props.edition}
          findings={findings}
          notChecked={missed}
          acts={acts}
          hasMode={sharingMode !== null}
          onExportRows={props.onExportRows}
        />
      ) : (
        <Box sx={{ px: 5, py: 4, borderTop: '1px solid', borderColor: 'strong' }}>
          <NotChecked items={missed} />
        </Box>
      )}
    </>
  );
}
