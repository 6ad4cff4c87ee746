// Step 7: the delivered files, and beside them papers and comparison material. Dropping or choosing; each file shows its digest once it is in the vault.
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { DossierFile, EvidenceRole } from '@shared/assessment/model';
import { registerTexts } from '@shared/texts/register';
import { type DragEvent, useState } from 'react';
import { formatBytes } from '../../components/bytes-text';
import { CallError } from '../../components/call-error';
import { ChoiceRow } from '../../components/fields';
import { HashText } from '../../components/hash-text';
import { useTexts } from '../../components/language';
import { TimeLeft } from '../../components/time-left';
import type { FormContext } from './context';
import { FormSection } from './section';
import type { EvidenceDoor, Underway } from './use-evidence';

const ROLES: readonly EvidenceRole[] = ['delivered', 'paper', 'comparison'];

export function FilesSection({ form, door, open }: { form: FormContext; door: EvidenceDoor; open: boolean }) {
  const texts = useTexts(registerTexts);
  const { files } = form.registration;
  const delivered = files.filter((file) => file.role === 'delivered');
  // Papers that stand in the table of papers are shown there.
  const placed = new Set(form.registration.materials.flatMap((material) => material.evidence));
  const others = files.filter((file) => file.role === 'comparison' || (file.role === 'paper' && !placed.has(file.sha256)));
  const bytes = delivered.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <FormSection
      step="files"
      title={texts.filesTitle}
      form={form}
      open={open}
      aside={
        <Typography variant="body2" component="span" sx={{ color: 'ink2' }}>
          {delivered.length === 0 ? texts.noFiles : texts.filesSum(delivered.length, formatBytes(bytes))}
        </Typography>
      }
    >
      <Box data-field="files">
        <FileTable label={texts.filesTitle} files={delivered} door={door} />
        {door.underway.map((each) => (
          <UnderwayLine key={each.name} file={each} />
        ))}
        <DropZone door={door} error={form.errorOf('files')} />
        {door.failed !== null && <CallError {...door.failed} />}
      </Box>
      {others.length > 0 && (
        <Box>
          <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
            {texts.papersTitle}
          </Typography>
          <FileTable label={texts.papersTitle} files={others} door={door} showRole />
        </Box>
      )}
    </FormSection>
  );
}

const ROW = {
  display: 'grid',
  gridTemplateColumns: 'minmax(120px, 2fr) 88px 84px minmax(150px, 1.4fr) 96px 32px',
  alignItems: 'center',
  columnGap: 3,
  minHeight: 30,
  borderBottom: '1px solid',
  borderColor: 'hairline',
  typography: 'body2',
} as const;

function FileTable({
  label,
  files,
  door,
  showRole = false,
}: {
  label: string;
  files: readonly DossierFile[];
  door: EvidenceDoor;
  showRole?: boolean;
}) {
  const texts = useTexts(registerTexts);
  if (files.length === 0) return null;
  return (
    <Box role="table" aria-label={label} sx={{ borderTop: '1px solid', borderColor: 'hairline', mb: 2 }}>
      {files.map((file) => (
        <Box role="row" key={`${file.sha256} ${file.role}`} sx={ROW}>
          <Box role="cell" title={file.name} sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {file.name}
          </Box>
          <Box role="cell" sx={{ textAlign: 'right', color: 'ink2' }}>
            {formatBytes(file.bytes)}
          </Box>
          <Box role="cell" sx={{ color: 'ink3', fontSize: 12 }}>
            {showRole ? texts.roles[file.role] : ''}
          </Box>
          <Box role="cell">
            <HashText hex={file.sha256} />
          </Box>
          <Box role="cell" sx={{ display: 'inline-flex', alignItems: 'center', gap: '5px', color: 'ink2' }}>
            <CheckCircleOutlined aria-hidden sx={{ fontSize: 16, color: 'teal' }} /> {texts.stored}
          </Box>
          <Box role="cell">
            <IconButton size="small" aria-label={texts.removeFile(file.name)} onClick={() => void door.remove(file.sha256)}>
              <DeleteOutlined sx={{ fontSize: 16 }} />
            </IconButton>
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function UnderwayLine({ file }: { file: Underway }) {
  const texts = useTexts(registerTexts);
  const percent = file.total === 0 ? 0 : Math.min(100, Math.floor((file.done / file.total) * 100));
  return (
    <Box sx={{ ...ROW, gridTemplateColumns: 'minmax(120px, 2fr) 88px 1fr minmax(96px, auto)' }}>
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{file.name}</Box>
      <Box sx={{ textAlign: 'right', color: 'ink2' }}>{formatBytes(file.total)}</Box>
      <LinearProgress variant="determinate" value={percent} aria-label={file.name} sx={{ height: 4, borderRadius: 2 }} />
      <span>
        {file.done === 0 ? texts.waiting : texts.hashing(percent)}
        {file.done > 0 && <TimeLeft done={file.done} total={file.total} />}
      </span>
    </Box>
  );
}

function DropZone({ door, error }: { door: EvidenceDoor; error: string | undefined }) {
  const texts = useTexts(registerTexts);
  const [role, setRole] = useState<EvidenceRole>('delivered');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) void door.drop(role, files);
  };
  return (
    <Box
      role="group"
      aria-label={texts.dropHere}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 4,
        px: 4,
        py: 3,
        border: '1px dashed',
        borderColor: error ? 'sealText' : over ? 'teal' : 'control',
        borderRadius: '5px',
        bgcolor: over ? 'tealTint' : 'raised',
      }}
    >
      <UploadFileOutlined aria-hidden sx={{ color: 'ink2' }} />
      <Box sx={{ flex: 1, minWidth: 180 }}>
        <Typography variant="body2">{over ? texts.dropNow : texts.dropHere}</Typography>
        <Typography variant="caption" component="div" sx={{ color: error ? 'sealText' : 'ink3' }}>
          {error ?? texts.roleNotes[role]}
        </Typography>
      </Box>
      <ChoiceRow
        label={texts.rolesLabel}
        size="small"
        value={role}
        choices={ROLES.map((each) => ({ value: each, label: texts.rolesShort[each] }))}
        onChange={setRole}
      />
      <Button disabled={door.busy} onClick={() => void door.choose(role)}>
        {texts.chooseFiles}
      </Button>
    </Box>
  );
}
