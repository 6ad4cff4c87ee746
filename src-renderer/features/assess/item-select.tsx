// The tree in one column: a select above the question, closed to one line.
import Box from '@mui/material/Box';
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { itemLabelIn } from '@shared/assessment/wording';
import type { EditionItem, Section } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { checklistTexts } from '@shared/texts/checklist';
import { GroupMark } from '../../components/group-mark';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import { statusKind } from './item-tree';
import type { TreeGroup } from './tree';

type Props = {
  readonly groups: readonly TreeGroup<Section>[];
  readonly items: ReadonlyMap<string, EditionItem>;
  readonly current: string;
  readonly onOpen: (item: string) => void;
};

export function ItemSelect({ groups, items, current, onOpen }: Props) {
  const texts = useTexts(assessTexts);
  const words = useTexts(checklistTexts);
  const language = useLanguage();
  const lines = groups.flatMap((group) => [
    <ListSubheader key={group.section} sx={{ lineHeight: '28px' }}>
      {words.section[group.section]} {group.answered} / {group.rows.length}
    </ListSubheader>,
    ...group.rows.map((row) => (
      <MenuItem key={row.id} value={row.id}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
          <GroupMark mark={texts.marks[group.section]} />
          <StatusIcon kind={statusKind(row.standing)} label={texts.standing[row.standing]} />
          <b>{itemLabelIn(row.id, language)}</b>
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {items.get(row.id)?.title[language]}
          </Box>
        </Box>
      </MenuItem>
    )),
  ]);
  return (
    <Select
      fullWidth
      value={current}
      onChange={(event) => onOpen(event.target.value)}
      inputProps={{ 'aria-label': texts.chooseItem }}
      sx={{ mb: 3 }}
    >
      {lines}
    </Select>
  );
}
