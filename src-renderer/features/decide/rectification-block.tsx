// Rectification items of a return: what to mend, for which finding or gap, when it counts as mended (the item's own pass rule), until when.
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Ground } from '@shared/assessment/grounds';
import type { AssessmentDraft, Rectification } from '@shared/assessment/model';
import type { Outcomes } from '@shared/assessment/outcomes';
import { itemLabelIn, materialName } from '@shared/assessment/wording';
import { type Edition, itemOf } from '@shared/checklist/edition';
import { decideTexts } from '@shared/texts/decide';
import { useLanguage, useTexts } from '../../components/language';
import { numbered } from '../../components/numbered';
import { useSession } from '../../session/session-context';
import { Block } from './block';
import { uncovered } from './decision-model';
import { AddLink, DayCell, EditorRow, EditorTable, SelectCell, TextCell } from './editor-table';
import { addRectification, changeRectification, type EditDecision, removeRectification, usualDue } from './edits';

type Props = {
  readonly assessment: AssessmentDraft;
  readonly edition: Edition;
  readonly grounds: Outcomes['grounds'];
  readonly readOnly: boolean;
  readonly edit: EditDecision;
};

export function RectificationBlock({ assessment, edition, grounds, readOnly, edit }: Props) {
  const t = useTexts(decideTexts);
  const { now } = useSession();
  const words = useGroundWords(assessment, edition);
  const { rectification } = assessment.decision;
  const { open } = uncovered(grounds, rectification);
  const heads = t.rectificationColumns;
  const due = () => usualDue(now());
  const addForAll = () => edit(addRectification(...open.map((ground) => ({ text: words.mend(ground), finding: ground.tie, due: due() }))));
  const addOne = () => edit(addRectification({ text: '', finding: open[0]?.tie ?? '', due: due() }));
  const ties = [...new Map(grounds.map((ground) => [ground.tie, { value: ground.tie, label: words.name(ground) }])).values()];
  return (
    <Block
      title={t.rectification}
      note={t.rectificationNote}
      id="decision-rectification"
      action={
        readOnly ? undefined : (
          <AddLink onAdd={addOne}>
            {open.length > 0 && (
              <Link component="button" variant="body2" onClick={addForAll}>
                {t.addForAll(open.length)}
              </Link>
            )}
          </AddLink>
        )
      }
    >
      <EditorTable
        label={t.rectification}
        heads={[heads.text, heads.tie, heads.done, heads.due]}
        widths="minmax(0, 1.5fr) minmax(120px, 200px) minmax(0, 1fr) 138px"
        none={rectification.length === 0 ? t.rectificationNone : null}
      >
        {numbered(rectification).map(({ n, value: item }) => {
          const change = (part: Partial<Rectification>, merge?: string) =>
            edit(changeRectification(n - 1, part), merge && `rectification ${n} ${merge}`);
          const ground = grounds.find((each) => each.tie === item.finding || each.item === item.finding);
          return (
            <EditorRow
              key={n}
              n={n}
              id={`decision-rectification.${n - 1}`}
              readOnly={readOnly}
              onRemove={() => edit(removeRectification(n - 1))}
            >
              <TextCell label={t.nth(heads.text, n)} value={item.text} readOnly={readOnly} onChange={(text) => change({ text }, 'text')} />
              <SelectCell
                label={t.nth(heads.tie, n)}
                value={ground?.tie ?? item.finding}
                readOnly={readOnly}
                options={ties}
                onChange={(finding) => change({ finding })}
              />
              <Typography variant="caption" component="span" sx={{ color: 'ink2' }}>
                {ground === undefined ? '' : words.done(ground)}
              </Typography>
              <DayCell label={t.nth(heads.due, n)} value={item.due} readOnly={readOnly} onChange={(day) => change({ due: day })} />
            </EditorRow>
          );
        })}
      </EditorTable>
    </Block>
  );
}

/** A ground's name in the list, a first wording for its rectification, and the rule by which it counts as mended. */
function useGroundWords(assessment: AssessmentDraft, edition: Edition) {
  const t = useTexts(decideTexts);
  const language = useLanguage();
  const title = (ground: Ground) => itemOf(edition, ground.item)?.title[language] ?? ground.item;
  const finding = (ground: Ground) => assessment.findings.find(({ id }) => id === ground.finding)?.text ?? title(ground);
  const material = (ground: Ground) => (ground.material === null ? '' : materialName(ground.material, edition, language));
  return {
    name: (ground: Ground): string => {
      const label = itemLabelIn(ground.item, language);
      if (ground.kind === 'finding') return t.tieFinding(label, finding(ground));
      return ground.kind === 'material' ? t.tieMaterial(label, material(ground)) : t.tieItem(label, title(ground));
    },
    mend: (ground: Ground): string => {
      if (ground.kind === 'finding') return t.mend(finding(ground));
      return ground.kind === 'material' ? t.supply(material(ground)) : t.lookAgain(title(ground));
    },
    done: (ground: Ground): string => itemOf(edition, ground.item)?.passRule[language] ?? '',
  };
}
