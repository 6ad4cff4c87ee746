// What differs between practice and real work, and what was signed here.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { deskTexts } from '@shared/texts/desk';
import { useNavigate } from 'react-router';
import { useTexts } from '../../components/language';
import { PanelSection } from '../../components/sheet';
import type { DossierRow } from '../../session/dossier-row';

export function PracticeSide({ rows }: { rows: readonly DossierRow[] }) {
  const { practice: texts } = useTexts(deskTexts);
  const common = useTexts(commonTexts);
  const navigate = useNavigate();
  const signed = rows.flatMap((row) => (row.verdict ? [row.verdict] : []));
  return (
    <>
      <PanelSection title={texts.differs.title}>
        <Box
          component="table"
          sx={{
            width: '100%',
            borderCollapse: 'collapse',
            typography: 'body2',
            '& th, & td': { textAlign: 'left', fontWeight: 400, py: '4px', borderTop: '1px solid', borderColor: 'hairline' },
            '& thead th, & thead td': { border: 0, color: 'ink2' },
            '& tbody th': { color: 'ink2', width: 76 },
          }}
        >
          <thead>
            <tr>
              <td />
              <th scope="col">{texts.differs.practice}</th>
              <th scope="col">{texts.differs.real}</th>
            </tr>
          </thead>
          <tbody>
            {texts.differs.rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td>{row.practice}</td>
                <td>{row.real}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      </PanelSection>
      <PanelSection title={texts.signed}>
        {signed.length === 0 && <Typography variant="body2">{texts.noSigned}</Typography>}
        {signed.slice(0, 5).map((verdict) => (
          <Box
            key={verdict.sha256}
            sx={{ display: 'flex', gap: 2, py: '4px', borderBottom: '1px solid', borderColor: 'hairline', typography: 'body2' }}
          >
            <Link
              component="button"
              variant="body2"
              onClick={() => void navigate(`/reports/${verdict.sha256}`)}
              sx={{ flex: 1, textAlign: 'left' }}
            >
              {verdict.number} {verdict.product}
            </Link>
            <Box component="span" sx={{ color: 'ink3', fontSize: 12 }}>
              {common.outcomes[verdict.outcome]}
            </Box>
          </Box>
        ))}
      </PanelSection>
    </>
  );
}
