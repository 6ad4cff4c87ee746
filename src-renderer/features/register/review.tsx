// Step 8: what will be filed, read once more in one place. Nothing is typed here.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Registration } from '@shared/assessment/model';
import { assessTexts } from '@shared/texts/assess';
import { commonTexts } from '@shared/texts/common';
import { registerTexts } from '@shared/texts/register';
import type { ReactNode } from 'react';
import { formatBytes } from '../../components/bytes-text';
import { HashText } from '../../components/hash-text';
import { useTexts } from '../../components/language';

export function Review({ registration }: { registration: Registration }) {
  const texts = useTexts(registerTexts);
  const common = useTexts(commonTexts);
  const { authorisation, sources, developer, agreement, product, coverage, files } = registration;
  const words = useTexts(assessTexts);
  const dash = common.dash;
  return (
    <Box sx={{ px: 6, py: 4, maxWidth: 860 }}>
      <Typography variant="h1">{texts.reviewTitle}</Typography>
      <Typography variant="body2" sx={{ color: 'ink2', mt: 1, mb: 3 }}>
        {texts.reviewHint}
      </Typography>
      <Fact name={texts.steps.product}>
        <Words
          words={[
            product.name || texts.noticeProductUnnamed,
            product.version && words.version(product.version),
            product.form ? common.forms[product.form] : dash,
            agreement.sharingMode ? texts.sharingModes[agreement.sharingMode] : dash,
            coverage.kind ? texts.coverageKinds[coverage.kind] : dash,
          ]}
        />
      </Fact>
      <Fact name={texts.steps.developer}>
        <Words words={[developer.name || dash, developer.uscc]} />
      </Fact>
      <Fact name={texts.steps.agreement}>
        <Words
          words={[
            agreement.id || dash,
            agreement.scenario,
            agreement.term.to && texts.agreedUntil(agreement.term.to),
            texts.fieldsCount(agreement.fields.length),
          ]}
        />
      </Fact>
      <Fact name={texts.operatorAgreement}>
        <Words words={[authorisation.number || dash, authorisation.validTo && texts.agreedUntil(authorisation.validTo)]} />
      </Fact>
      <Fact name={texts.sources}>{common.clauses(sources.map((source) => `${source.catalogueCode} ${source.provider}`)) || dash}</Fact>
      <Fact name={texts.steps.files}>
        {files
          .filter((file) => file.role === 'delivered')
          .map((file) => (
            <Box key={file.sha256} sx={{ display: 'flex', gap: 4, alignItems: 'center' }}>
              <Box component="span" sx={{ minWidth: 180 }}>
                {file.name}
              </Box>
              <Box component="span" sx={{ color: 'ink2', minWidth: 72 }}>
                {formatBytes(file.bytes)}
              </Box>
              <Box component="span" sx={{ flexShrink: 0, whiteSpace: 'nowrap' }}>
                <HashText hex={file.sha256} />
              </Box>
            </Box>
          ))}
      </Fact>
      <Fact name={texts.steps.secrets}>{registration.stateSecrets.ground || dash}</Fact>
    </Box>
  );
}

const Words = ({ words }: { words: readonly string[] }) => <>{words.filter((word) => word !== '').join('　')}</>;

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box sx={{ display: 'flex', gap: 4, py: '10px', borderBottom: '1px solid', borderColor: 'hairline', typography: 'body2' }}>
    <Box sx={{ width: 120, flexShrink: 0, color: 'ink2' }}>{name}</Box>
    <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{children}</Box>
  </Box>
);
