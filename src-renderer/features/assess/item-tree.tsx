// The tree of six groups beside the question: done groups fold, each item shows how it stands, and a legend names the shapes.
import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { itemLabelIn } from '@shared/assessment/wording';
import { parseInstant, shanghaiDay } from '@shared/basics/time';
import type { CalendarDay } from '@shared/basics/units';
import { type EditionItem, itemLabel, type Section } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { checklistTexts } from '@shared/texts/checklist';
import { useEffect, useRef, useState } from 'react';
import { ageInDays } from '../../components/ages';
import { GroupMark } from '../../components/group-mark';
import { useLanguage, useTexts } from '../../components/language';
import { type SegmentKind, Segments } from '../../components/segments';
import { StatusIcon, type StatusKind } from '../../components/status-chip';
import { isFolded, type Standing, type TreeGroup, type TreeRow } from './tree';

const LEGEND: readonly Standing[] = ['compliant', 'non-compliant', 'not-applicable', 'not-verified', 'machine', 'open'];
export const statusKind = (standing: Standing): StatusKind => (standing === 'open' ? 'unanswered' : standing);
export const segmentKind = (row: TreeRow): SegmentKind =>
  row.standing === 'open' || row.standing === 'machine' ? 'unanswered' : row.inheritedAt !== null ? 'inherited' : row.standing;

type Props = {
  readonly groups: readonly TreeGroup<Section>[];
  readonly items: ReadonlyMap<string, EditionItem>;
  readonly current: string;
  readonly today: CalendarDay;
  readonly onOpen: (item: string) => void;
};

export function ItemTree({ groups, items, current, today, onOpen }: Props) {
  const texts = useTexts(assessTexts);
  const [chosen, setChosen] = useState<Partial<Record<Section, boolean>>>({});
  return (
    <Box component="nav" aria-label={texts.tree} sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ flex: 1, overflow: 'auto', py: 3 }}>
        {groups.map((group) => {
          const folded = isFolded(group, current, chosen[group.section]);
          return (
            <Box key={group.section} sx={{ mb: '6px' }}>
              <GroupHead
                group={group}
                today={today}
                folded={folded}
                onToggle={() => setChosen((before) => ({ ...before, [group.section]: !folded }))}
              />
              {!folded && (
                <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: '3px' }}>
                  {group.rows.map((row) => (
                    <ItemLine key={row.id} row={row} item={items.get(row.id)} current={row.id === current} onOpen={() => onOpen(row.id)} />
                  ))}
                </Box>
              )}
            </Box>
          );
        })}
      </Box>
      <Box
        aria-label={texts.legend}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(3, 1fr)',
          gap: '4px',
          px: 4,
          py: 3,
          borderTop: '1px solid',
          borderColor: 'hairline',
        }}
      >
        {LEGEND.map((standing) => (
          <Box key={standing} sx={{ display: 'flex', alignItems: 'center', gap: '5px', typography: 'caption', whiteSpace: 'nowrap' }}>
            <StatusIcon kind={statusKind(standing)} size={14} />
            {texts.standing[standing]}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function GroupHead({
  group,
  today,
  folded,
  onToggle,
}: {
  group: TreeGroup<Section>;
  today: CalendarDay;
  folded: boolean;
  onToggle: () => void;
}) {
  const texts = useTexts(assessTexts);
  const words = useTexts(checklistTexts);
  const name = words.section[group.section];
  const count = `${group.answered} / ${group.rows.length}`;
  const oldest = Math.max(0, ...group.rows.map((row) => (row.inheritedAt === null ? 0 : ageInDays(row.inheritedAt, today))));
  return (
    <Box sx={{ px: 4 }}>
      <ButtonBase
        onClick={onToggle}
        aria-expanded={!folded}
        aria-label={`${folded ? texts.openGroup(name) : texts.foldGroup(name)} ${count}`}
        sx={{ width: '100%', display: 'flex', gap: 2, py: '2px', textAlign: 'left', borderRadius: '4px' }}
      >
        <GroupMark mark={texts.marks[group.section]} />
        <Typography variant="h3" component="span" noWrap sx={{ flex: 1 }}>
          {name}
        </Typography>
        {group.hard && (
          <Box
            component="span"
            sx={{
              color: 'sealText',
              border: '1px solid',
              borderColor: 'sealText',
              borderRadius: '4px',
              px: '5px',
              typography: 'caption',
              fontWeight: 600,
            }}
          >
            <Box component="span" sx={{ color: 'sealText' }}>
              {texts.hard}
            </Box>
          </Box>
        )}
        <Typography variant="body2" component="span" sx={{ color: 'ink2' }}>
          {count}
        </Typography>
        <ExpandMoreOutlined aria-hidden sx={{ fontSize: 16, color: 'ink2', transform: folded ? 'none' : 'rotate(180deg)' }} />
      </ButtonBase>
      <Box sx={{ pl: 7, pt: '2px' }}>
        <Segments parts={group.rows.map(segmentKind)} label={`${name} ${count}`} />
        {folded && group.inherited > 0 && <Typography variant="caption">{texts.groupInherited(group.inherited, oldest)}</Typography>}
      </Box>
    </Box>
  );
}

function ItemLine({ row, item, current, onOpen }: { row: TreeRow; item: EditionItem | undefined; current: boolean; onOpen: () => void }) {
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  const number = itemLabel(row.id).split('-')[1] ?? '';
  const title = item?.title[language] ?? row.id;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const inheritedDay = row.inheritedAt === null ? null : parseInstant(row.inheritedAt);
  return (
    <Box component="li" ref={line}>
      <ButtonBase
        onClick={onOpen}
        aria-current={current ? 'true' : undefined}
        aria-label={`${itemLabelIn(row.id, language)} ${title}，${texts.standing[row.standing]}`}
        sx={{
          width: '100%',
          height: 24,
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 4,
          textAlign: 'left',
          boxShadow: current ? 'inset 3px 0 0 currentColor' : 'none',
          color: current ? 'teal' : 'ink2',
          bgcolor: current ? 'paper' : 'transparent',
          borderBlock: '1px solid',
          borderColor: current ? 'hairline' : 'transparent',
          '&:hover': { bgcolor: current ? 'paper' : 'sunken' },
        }}
      >
        <StatusIcon kind={statusKind(row.standing)} />
        <Box component="span" sx={{ width: 16, textAlign: 'right', color: 'ink3', typography: 'body2', flexShrink: 0 }}>
          {number}
        </Box>
        <Typography
          variant="body2"
          component="span"
          noWrap
          title={title}
          sx={{ flex: 1, color: current ? 'ink' : 'ink2', fontWeight: current ? 600 : 400 }}
        >
          {title}
        </Typography>
        {inheritedDay !== null && (
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '2px', color: 'teal', fontSize: 12 }}>
            <StatusIcon kind="inherited" size={13} />
            {shanghaiDay(inheritedDay).slice(5)}
          </Box>
        )}
        {row.findings > 0 && (
          <Box
            component="span"
            title={texts.findingsCount(row.findings)}
            sx={{
              minWidth: 18,
              height: 18,
              px: '4px',
              borderRadius: '9px',
              border: '1px solid',
              borderColor: 'strong',
              fontSize: 11,
              lineHeight: '16px',
              textAlign: 'center',
              color: 'ink2',
            }}
          >
            {row.findings}
          </Box>
        )}
        {row.attached && <AttachFileOutlined titleAccess={texts.attached} sx={{ fontSize: 14, color: 'ink3' }} />}
      </ButtonBase>
    </Box>
  );
}
