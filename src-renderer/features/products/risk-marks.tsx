// The four risks as four small marks: shape and tone say the worst answer in each.
import Box from '@mui/material/Box';
import { productsTexts } from '@shared/texts/products';
import { useTexts } from '../../components/language';
import type { DossierRow, GroupLook } from '../../session/dossier-row';

const RISKS = ['r1', 'r2', 'r3', 'r4'] as const;

const LOOKS: Readonly<Record<GroupLook, object>> = {
  clear: { bgcolor: 'tealTint', color: 'teal' },
  'non-compliant': { bgcolor: 'ink', color: 'paper', fontWeight: 700 },
  'not-verified': { bgcolor: 'amberTint', color: 'amberText', border: '1px solid', borderColor: 'amberText' },
  'not-applicable': { color: 'ink3', textDecoration: 'line-through' },
  open: { color: 'ink2', border: '1px solid', borderColor: 'hairline' },
};

export const LookMark = ({ look, mark }: { look: GroupLook; mark: string }) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      display: 'inline-grid',
      placeItems: 'center',
      width: 19,
      height: 17,
      borderRadius: '2px',
      fontSize: 12,
      lineHeight: '15px',
      ...LOOKS[look],
    }}
  >
    {mark}
  </Box>
);

export function RiskMarks({ row }: { row: DossierRow }) {
  const texts = useTexts(productsTexts);
  if (row.answered === 0)
    return (
      <Box component="span" sx={{ color: 'ink3' }}>
        {texts.notRated}
      </Box>
    );
  return (
    <Box
      component="span"
      role="img"
      aria-label={texts.risksLabel(RISKS.map((risk) => `${texts.risk[risk]} ${texts.look[row.groups[risk]]}`).join('，'))}
      sx={{ display: 'inline-flex', gap: '2px' }}
    >
      {RISKS.map((risk) => (
        <LookMark key={risk} look={row.groups[risk]} mark={texts.risk[risk]} />
      ))}
    </Box>
  );
}
