// What to look at before answering, ticked as it is seen; and what no machine can look at.
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import type { EditionItem } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { useLanguage, useTexts } from '../../components/language';

type Props = {
  readonly item: EditionItem;
  readonly looked: readonly number[];
  readonly readOnly: boolean;
  readonly onToggle: (index: number) => void;
};

export function LookRow({ item, looked, readOnly, onToggle }: Props) {
  const texts = useTexts(assessTexts);
  const { labelled } = useTexts(commonTexts);
  const language = useLanguage();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: '2px' }}>
      {item.lookAt.map((look, index) => (
        <Box
          key={look.zh}
          component="label"
          sx={{
            display: 'inline-flex',
            alignItems: 'flex-start',
            gap: '2px',
            typography: 'body2',
            cursor: readOnly ? 'default' : 'pointer',
          }}
        >
          <Checkbox
            checked={looked.includes(index)}
            disabled={readOnly}
            onChange={() => onToggle(index)}
            sx={{ p: '1px', mr: '2px', '& svg': { fontSize: 18 } }}
          />
          {look[language]}
        </Box>
      ))}
      {item.handLook && (
        <Box sx={{ width: '100%', display: 'flex', gap: '6px', typography: 'caption', color: 'ink2', mt: '4px' }}>
          <VisibilityOutlined aria-hidden sx={{ fontSize: 15 }} />
          {labelled(texts.handLook, item.handLook[language])}
        </Box>
      )}
    </Box>
  );
}
