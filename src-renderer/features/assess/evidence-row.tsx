// What an answer rests on: links to files of the dossier. Attaching chooses among what the vault already holds.
import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import type { DossierFile } from '@shared/assessment/model';
import { assessTexts } from '@shared/texts/assess';
import { registerTexts } from '@shared/texts/register';
import { useRef } from 'react';
import { HashText } from '../../components/hash-text';
import { Kbd } from '../../components/kbd';
import { KeyLayer } from '../../components/keyboard';
import { useTexts } from '../../components/language';

type Props = {
  readonly evidence: readonly string[];
  readonly files: readonly DossierFile[];
  readonly choosing: boolean;
  readonly readOnly: boolean;
  readonly onChoose: (open: boolean) => void;
  readonly onAttach: (sha256: string) => void;
  readonly onDetach: (sha256: string) => void;
};

export const FileIcon = ({ name }: { name: string }) => {
  const Icon = /\.(csv|tsv|xlsx?|parquet|jsonl?)$/i.test(name) ? TableChartOutlined : DescriptionOutlined;
  return <Icon aria-hidden sx={{ fontSize: 16, color: 'teal', flexShrink: 0 }} />;
};

export function EvidenceRow({ evidence, files, choosing, readOnly, onChoose, onAttach, onDetach }: Props) {
  const texts = useTexts(assessTexts);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Box>
      {evidence.map((sha256) => {
        const file = files.find((each) => each.sha256 === sha256);
        const name = file?.name ?? sha256;
        return (
          <Box key={sha256} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 26 }}>
            <FileIcon name={name} />
            <Typography variant="body2" component="span" noWrap title={name}>
              {name}
            </Typography>
            {file ? <HashText hex={sha256} copy={false} /> : <Typography variant="caption">{texts.evidenceGone}</Typography>}
            {!readOnly && (
              <IconButton size="small" aria-label={texts.detach(name)} onClick={() => onDetach(sha256)} sx={{ p: '2px' }}>
                <CloseOutlined sx={{ fontSize: 14 }} />
              </IconButton>
            )}
          </Box>
        );
      })}
      {evidence.length === 0 && readOnly && <Typography variant="body2">{texts.evidenceNone}</Typography>}
      {!readOnly && (
        <Link
          ref={button}
          component="button"
          type="button"
          variant="body2"
          aria-haspopup="menu"
          onClick={() => onChoose(true)}
          sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px', minHeight: 26 }}
        >
          <AddOutlined aria-hidden sx={{ fontSize: 16 }} />
          {texts.attach} <Kbd keys="E" />
        </Link>
      )}
      <Menu
        open={choosing}
        anchorEl={() => button.current}
        onClose={() => onChoose(false)}
        slotProps={{ list: { 'aria-label': texts.attachTitle, dense: true } }}
      >
        <KeyLayer>
          <AttachChoices files={files} attached={evidence} onAttach={onAttach} />
        </KeyLayer>
      </Menu>
    </Box>
  );
}

function AttachChoices({
  files,
  attached,
  onAttach,
}: {
  files: readonly DossierFile[];
  attached: readonly string[];
  onAttach: (sha256: string) => void;
}) {
  const texts = useTexts(assessTexts);
  const words = useTexts(registerTexts);
  const open = files.filter((file) => !attached.includes(file.sha256));
  if (open.length === 0) return <MenuItem disabled>{texts.noEvidence}</MenuItem>;
  return (
    <>
      {open.map((file) => (
        <MenuItem key={`${file.sha256} ${file.name}`} onClick={() => onAttach(file.sha256)} sx={{ gap: 2 }}>
          <FileIcon name={file.name} />
          {file.name}
          <Typography variant="caption" component="span" sx={{ ml: 'auto', pl: 4 }}>
            {words.roles[file.role]}
          </Typography>
        </MenuItem>
      ))}
    </>
  );
}
