// What a person looks at for one item, and what the machine found for it: each proposal to be judged, and what was said of the same at the last review.
import { type Earlier, fileOfFinding, findingKey } from '@shared/assessment/earlier';
import { editFinding } from '@shared/assessment/judging';
import type { EditionItem } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { useState } from 'react';
import { useTexts } from '../../components/language';
import type { AssessmentHandle } from '../../session/use-assessment';
import type { Machine } from '../../session/use-machine';
import { toggleLooked } from './edits';
import type { HitOf } from './hits';
import { LookRow } from './look-row';
import { MachineRow } from './machine-row';
import { Fold, Row, useOneColumn } from './row';
import type { ItemActs } from './use-item-acts';

type Props = {
  readonly paper: AssessmentHandle;
  readonly item: EditionItem;
  readonly machine: Machine;
  readonly hits: ReadonlyMap<string, HitOf>;
  readonly earlier: Earlier;
  readonly frozen: boolean;
  readonly acts: ItemActs;
};

export function MachinePart({ paper, item, machine, hits, earlier, frozen, acts }: Props) {
  const texts = useTexts(assessTexts);
  const narrow = useOneColumn();
  const [unfolded, setUnfolded] = useState(false);
  const { save } = paper;
  const { proposed } = acts;
  const judged = (disposition: 'accepted' | 'overruled') => proposed.filter((each) => each.disposition === disposition).length;
  const empty = !item.looks.some((look) => machine.held.has(look))
    ? texts.machineNotLooked
    : machine.state === 'running' || machine.state === 'loading'
      ? texts.machineRunning
      : machine.state === 'incomplete'
        ? texts.machineFailed
        : texts.machineNone;
  return (
    <Fold
      open={!narrow || unfolded}
      summary={texts.machineFold(proposed.length, judged('accepted'), judged('overruled'))}
      onOpen={() => setUnfolded(true)}
    >
      <Row label={texts.lookAt}>
        <LookRow
          item={item}
          looked={acts.answer.looked}
          readOnly={frozen}
          onToggle={(index) => save((draft) => toggleLooked(draft, item.id, index))}
        />
      </Row>
      <Row label={texts.machine}>
        <MachineRow
          findings={proposed}
          hits={hits}
          place={(id) => fileOfFinding(id, machine.files)?.name ?? null}
          before={(id) => earlier.get(findingKey(id, machine.files) ?? '')}
          focused={acts.focused}
          readOnly={frozen}
          empty={empty}
          onFocus={acts.onFocus}
          onAccept={(id) => acts.judge(id, 'accepted')}
          onOverrule={(id) => acts.judge(id, 'overruled')}
          onReason={(id, reason) => save((draft) => editFinding(draft, id, (each) => ({ ...each, reason })), { merge: `${id} reason` })}
        />
      </Row>
    </Fold>
  );
}
