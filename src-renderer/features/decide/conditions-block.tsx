// Conditions of a pass: later use only, each with whom it binds, who answers for it and until when.
import type { Condition, Decision } from '@shared/assessment/model';
import { decideTexts } from '@shared/texts/decide';
import { useTexts } from '../../components/language';
import { numbered } from '../../components/numbered';
import { Block } from './block';
import { AddLink, DayCell, EditorRow, EditorTable, SelectCell, TextCell } from './editor-table';
import { addCondition, changeCondition, type EditDecision, removeCondition } from './edits';

const TOPICS = [
  'recipient',
  'purpose',
  'frequency',
  'monitoring',
  'deletion',
  're-review',
] as const satisfies readonly Condition['topic'][];
const BINDS = ['recipient', 'developer', 'operator'] as const;

export function ConditionsBlock({ decision, readOnly, edit }: { decision: Decision; readOnly: boolean; edit: EditDecision }) {
  const t = useTexts(decideTexts);
  const { conditionColumns: heads } = t;
  return (
    <Block
      title={t.conditions}
      note={t.conditionsNote}
      id="decision-conditions"
      action={readOnly ? undefined : <AddLink onAdd={() => edit(addCondition)} />}
    >
      <EditorTable
        label={t.conditions}
        heads={[heads.topic, heads.text, heads.binds, heads.owner, heads.due]}
        widths="76px minmax(0, 1fr) 92px minmax(120px, 200px) 150px"
        none={decision.conditions.length === 0 ? t.conditionsNone : null}
      >
        {numbered(decision.conditions).map(({ n, value: condition }) => {
          const change = (part: Partial<Condition>, merge?: string) =>
            edit(changeCondition(n - 1, part), merge && `condition ${n} ${merge}`);
          return (
            <EditorRow key={n} n={n} id={`decision-conditions.${n - 1}`} readOnly={readOnly} onRemove={() => edit(removeCondition(n - 1))}>
              <SelectCell
                label={t.nth(heads.topic, n)}
                value={condition.topic}
                readOnly={readOnly}
                options={TOPICS.map((topic) => ({ value: topic, label: t.topics[topic] }))}
                onChange={(topic) => change({ topic: TOPICS.find((each) => each === topic) ?? condition.topic })}
              />
              <TextCell
                label={t.nth(heads.text, n)}
                value={condition.text}
                readOnly={readOnly}
                onChange={(text) => change({ text }, 'text')}
              />
              <SelectCell
                label={t.nth(heads.binds, n)}
                value={condition.binds ?? ''}
                readOnly={readOnly}
                options={BINDS.map((each) => ({ value: each, label: t.binds[each] }))}
                onChange={(binds) => change({ binds: BINDS.find((each) => each === binds) ?? null })}
              />
              <TextCell
                label={t.nth(heads.owner, n)}
                value={condition.owner}
                readOnly={readOnly}
                onChange={(owner) => change({ owner }, 'owner')}
              />
              <DayCell label={t.nth(heads.due, n)} value={condition.due} readOnly={readOnly} onChange={(due) => change({ due })} />
            </EditorRow>
          );
        })}
      </EditorTable>
    </Block>
  );
}
