// Looks like the search box it opens.
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { shellTexts } from '@shared/texts/shell';
import { Kbd } from '../components/kbd';
import { useTexts } from '../components/language';

export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const texts = useTexts(shellTexts);
  return (
    <ButtonBase
      aria-label={texts.search}
      onClick={onOpen}
      sx={{
        width: 236,
        height: 28,
        px: 2,
        gap: 2,
        justifyContent: 'flex-start',
        border: '1px solid',
        borderColor: 'strong',
        borderRadius: '5px',
        bgcolor: 'raised',
        color: 'ink2',
        typography: 'body2',
        '@media (max-width: 1320px)': { width: 190 },
        '@media (max-width: 960px)': { width: 36, '& .words': { display: 'none' } },
      }}
    >
      <Search sx={{ fontSize: 17 }} />
      <Box component="span" className="words" sx={{ flex: 1, textAlign: 'left', whiteSpace: 'nowrap', overflow: 'hidden' }}>
        {texts.search}
      </Box>
      <Box component="span" className="words">
        <Kbd keys="Ctrl+K" />
      </Box>
    </ButtonBase>
  );
}
