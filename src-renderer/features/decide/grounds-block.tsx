// Grounds of a rejection: which point cannot be accepted, and why mending would not help.
import type { Decision } from '@shared/assessment/model';
import { decideTexts } from '@shared/texts/decide';
import { useTexts } from '../../components/language';
import { numbered } from '../../components/numbered';
import { Block } from './block';
import { AddLink, EditorRow, EditorTable, TextCell } from './editor-table';
import { addGround, changeGround, type EditDecision, removeGround } from './edits';

export function GroundsBlock({ decision, readOnly, edit }: { decision: Decision; readOnly: boolean; edit: EditDecision }) {
  const t = useTexts(decideTexts);
  return (
    <Block title={t.grounds} id="decision-grounds" action={readOnly ? undefined : <AddLink onAdd={() => edit(addGround)} />}>
      <EditorTable
        label={t.grounds}
        heads={[t.groundsNote]}
        widths="minmax(0, 1fr)"
        none={decision.grounds.length === 0 ? t.groundsNone : null}
      >
        {numbered(decision.grounds).map(({ n, value: ground }) => (
          <EditorRow key={n} n={n} id={`decision-grounds.${n - 1}`} readOnly={readOnly} onRemove={() => edit(removeGround(n - 1))}>
            <TextCell
              label={t.ground(n)}
              value={ground}
              readOnly={readOnly}
              onChange={(text) => edit(changeGround(n - 1, text), `ground ${n}`)}
            />
          </EditorRow>
        ))}
      </EditorTable>
    </Block>
  );
}
