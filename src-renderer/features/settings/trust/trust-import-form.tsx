// Importing the bureau's trust file: what it says, eight boxes for what the telephone says, two names. The answer is never shown first.
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { TrustView } from '@shared/contract/views';
import { commonTexts } from '@shared/texts/common';
import { firstRunTexts } from '@shared/texts/first-run';
import { useRef } from 'react';
import { CallError } from '../../../components/call-error';
import { TextRow } from '../../../components/fields';
import { HashText } from '../../../components/hash-text';
import { useTexts } from '../../../components/language';
import { FactRow } from '../../../components/sheet';
import { ErrorState } from '../../../components/states';
import { ToneChip } from '../../../components/status-chip';
import type { GroupState } from './fingerprint';
import type { TrustImport } from './use-trust-import';

export function TrustImportForm({ trust }: { trust: TrustImport }) {
  const { trust: texts } = useTexts(firstRunTexts);
  if (trust.file === null)
    return (
      <Box sx={{ my: 4 }}>
        <Button variant="contained" color="primary" onClick={() => void trust.choose()}>
          {texts.choose}
        </Button>
        {trust.code && <CallError code={trust.code} tone="red" />}
      </Box>
    );
  return (
    <>
      <TrustFile file={trust.file} onChange={() => void trust.choose()} />
      <FingerprintBoxes trust={trust} />
      <Box sx={{ display: 'flex', gap: 6, mt: 3 }}>
        <Box sx={{ width: 220 }}>
          <TextRow
            label={texts.first}
            placeholder={texts.personPlaceholder}
            value={trust.first}
            onChange={(event) => trust.setFirst(event.target.value)}
          />
        </Box>
        <Box sx={{ width: 220 }}>
          <TextRow
            label={texts.second}
            placeholder={texts.personPlaceholder}
            value={trust.second}
            onChange={(event) => trust.setSecond(event.target.value)}
          />
        </Box>
      </Box>
      {trust.code && <CallError code={trust.code} tone="red" />}
    </>
  );
}

function TrustFile({ file, onChange }: { file: TrustView; onChange: () => void }) {
  const { trust: texts } = useTexts(firstRunTexts);
  return (
    <Box sx={{ border: '1px solid', borderColor: 'strong', borderRadius: '6px', my: 4 }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 4,
          px: 4,
          py: 3,
          bgcolor: 'raised',
          borderBottom: '1px solid',
          borderColor: 'hairline',
          borderRadius: '6px 6px 0 0',
        }}
      >
        <InsertDriveFileOutlined aria-hidden sx={{ color: 'teal', fontSize: 20 }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h3" component="div">
            {file.fileName}
          </Typography>
          <Typography variant="caption">SHA-256 </Typography>
          {/* The digest whole would give away the groups; only the telephone may say them. */}
          <Typography variant="mono" component="span" sx={{ color: 'ink3' }}>
            {'········'}
          </Typography>
        </Box>
        <ToneChip tone="teal" icon={TaskAltOutlined} label={texts.formatOk} />
        <Link component="button" type="button" variant="body2" onClick={onChange}>
          {texts.change}
        </Link>
      </Box>
      {file.bureaus.map((bureau) => (
        <Box key={bureau.origin} sx={{ px: 5, py: 3 }}>
          <FactRow name={texts.facts.name} width={96}>
            <strong>{bureau.name}</strong>
          </FactRow>
          <FactRow name={texts.facts.use} width={96}>
            {bureau.practice ? texts.practice : `${texts.official}　${texts.officialNote}`}
          </FactRow>
          <FactRow name={texts.facts.origin} width={96}>
            {bureau.origin}
          </FactRow>
          <FactRow name={texts.facts.statementKeys} width={96}>
            {texts.keys(bureau.statementKeys.length)}{' '}
            {bureau.statementKeys.map((key) => (
              <Box key={key.keyid} component="span" sx={{ mr: 3 }}>
                {key.suite.toUpperCase()} <HashText hex={key.keyid} copy={false} />
              </Box>
            ))}
          </FactRow>
          <FactRow name={texts.facts.logKeys} width={96}>
            {texts.keys(bureau.logKeys)}
          </FactRow>
          <FactRow name={texts.facts.witnessKeys} width={96}>
            {texts.keys(bureau.witnessKeys)}
          </FactRow>
        </Box>
      ))}
    </Box>
  );
}

function FingerprintBoxes({ trust }: { trust: TrustImport }) {
  const { trust: texts } = useTexts(firstRunTexts);
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const done = trust.groups.filter((group) => group.verdict === 'matches').length;
  const type = async (index: number, typed: string) => {
    if (await trust.type(index, typed)) boxes.current[index + 1]?.focus();
  };
  return (
    <Box component="section" aria-label={texts.callTitle}>
      <Typography variant="h3" component="h2">
        {texts.callTitle}
      </Typography>
      <Typography variant="body2" sx={{ color: 'ink2' }}>
        {texts.callAbout}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(8, minmax(0, 1fr))', gap: 2, mt: 2 }}>
        {trust.groups.map((group, index) => (
          <GroupBox
            // biome-ignore lint/suspicious/noArrayIndexKey: the eight groups are places, not things
            key={index}
            name={texts.group(index + 1)}
            group={group}
            disabled={trust.stopped !== null && trust.stopped !== index}
            onType={(typed) => void type(index, typed)}
            onBack={() => boxes.current[index - 1]?.focus()}
            register={(element) => {
              boxes.current[index] = element;
            }}
          />
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ my: 1 }} aria-live="polite">
        {texts.progress(done)}
      </Typography>
      {trust.stopped !== null && (
        <ErrorState
          tone="red"
          title={texts.mismatchTitle(trust.stopped + 1)}
          code="FINGERPRINT_MISMATCH"
          actions={
            <Button
              onClick={() => {
                const at = trust.stopped ?? 0;
                trust.retype(at);
                boxes.current[at]?.focus();
              }}
            >
              {texts.retype}
            </Button>
          }
        >
          {texts.mismatch}
        </ErrorState>
      )}
    </Box>
  );
}

type GroupBoxProps = {
  readonly name: string;
  readonly group: GroupState;
  readonly disabled: boolean;
  readonly onType: (typed: string) => void;
  readonly onBack: () => void;
  readonly register: (element: HTMLInputElement | null) => void;
};

const TONES = {
  open: { color: 'ink', borderColor: 'control', bgcolor: 'paper' },
  matches: { color: 'teal', borderColor: 'ring', bgcolor: 'tealTint' },
  differs: { color: 'sealText', borderColor: 'sealText', bgcolor: 'sealTint' },
} as const;

function GroupBox({ name, group, disabled, onType, onBack, register }: GroupBoxProps) {
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        height: 62,
        pt: 2,
        border: '1px solid',
        borderRadius: '5px',
        ...TONES[group.verdict],
        '&:focus-within': { outline: '2px solid', outlineColor: 'teal' },
      }}
    >
      <Box
        component="input"
        ref={register}
        aria-label={name}
        aria-invalid={group.verdict === 'differs'}
        value={group.typed}
        disabled={disabled}
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        placeholder="····"
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onType(event.target.value)}
        onKeyDown={(event: React.KeyboardEvent) => {
          if (event.key === 'Backspace' && group.typed === '') onBack();
        }}
        sx={{
          width: '100%',
          border: 0,
          outline: 0,
          bgcolor: 'transparent',
          color: 'inherit',
          textAlign: 'center',
          typography: 'mono',
          fontSize: 18,
          lineHeight: '24px',
          '&::placeholder': { color: 'ink3' },
        }}
      />
      {group.verdict === 'matches' ? (
        <CheckOutlined aria-hidden sx={{ fontSize: 16 }} />
      ) : (
        <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'ink3' }}>{name}</Box>
      )}
    </Box>
  );
}

/** What is still missing before the bureau can be trusted, in words. */
export function useMissingWords(trust: TrustImport): string {
  const { trust: texts } = useTexts(firstRunTexts);
  const { groups, persons, same } = trust.missing;
  const { list } = useTexts(commonTexts);
  return list(
    [groups > 0 ? texts.needGroups(groups) : '', ...persons.map((person) => texts[person]), same ? texts.needDifferent : ''].filter(
      (word) => word !== '',
    ),
  );
}
