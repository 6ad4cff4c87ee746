// Step 6, intake (受理): every paper the edition asks for in one table, each there, inherited, missing or not needed with a reason; and the one notice
// that lists all that is missing. Reporting the developer stands beside it and is never a ground.
import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type IntakeRow, intakeRows, type Resubmission } from '@shared/assessment/intake';
import type { DossierFile, MaterialState, Registration } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import type { Edition } from '@shared/checklist/edition';
import { commonTexts } from '@shared/texts/common';
import { registerTexts } from '@shared/texts/register';
import { useLanguage, useTexts } from '../../components/language';
import { StatusIcon, type StatusKind } from '../../components/status-chip';
import type { FormContext } from './context';
import { setMaterial } from './edits';
import { LikeEarlier, Reporting } from './intake-beside';
import type { EvidenceDoor } from './use-evidence';

type PaperState = NonNullable<MaterialState['state']>;
const STATES: readonly PaperState[] = ['present', 'inherited', 'missing', 'not-needed'];
const ICONS: Readonly<Record<IntakeRow['state'], StatusKind>> = {
  present: 'compliant',
  inherited: 'inherited',
  missing: 'attention',
  'not-needed': 'not-applicable',
  unanswered: 'unanswered',
};

export const intakeCounts = (rows: readonly IntakeRow[]) => {
  const asked = rows.filter((row) => row.because.length === 0);
  return {
    needed: asked.filter((row) => row.state !== 'not-needed').length,
    present: asked.filter((row) => row.state === 'present' || row.state === 'inherited').length,
    missing: asked.filter((row) => row.state === 'missing' || row.state === 'unanswered').length,
    spare: asked.filter((row) => row.state === 'not-needed').length,
    unanswered: asked.filter((row) => row.state === 'unanswered').length,
  };
};

/** What nobody has answered is missing, all at once: then the one notice lists it. */
const restMissing = (registration: Registration, rows: readonly IntakeRow[]): Registration =>
  rows
    .filter((row) => row.because.length === 0 && row.state === 'unanswered')
    .reduce((current, row) => setMaterial(current, row.material.id, { state: 'missing' }), registration);

type Props = {
  readonly form: FormContext;
  readonly edition: Edition;
  readonly door: EvidenceDoor;
  readonly like: readonly Resubmission[];
  readonly compared: number;
};

export function Intake({ form, edition, door, like, compared }: Props) {
  const texts = useTexts(registerTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const { product, agreement } = form.registration;
  const rows = intakeRows(form.registration, edition);
  const counts = intakeCounts(rows);
  const asked = rows.filter((row) => row.because.length === 0 || row.state === 'present' || row.state === 'inherited');
  return (
    <Box sx={{ px: 6, py: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3 }}>
        <Typography variant="h1" sx={{ whiteSpace: 'nowrap' }}>
          {texts.steps.intake}
        </Typography>
        <Typography variant="caption">
          {texts.intakeBy}　{edition.name[language]}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ mt: 1, mb: 3 }}>
        {product.form && agreement.sharingMode
          ? texts.intakeSum(
              common.forms[product.form],
              common.sharingModes[agreement.sharingMode],
              counts.needed,
              counts.present,
              counts.missing,
              counts.spare,
            )
          : texts.intakeNeedsForm}
      </Typography>
      {product.form !== null && counts.unanswered > 0 && (
        <Link
          component="button"
          type="button"
          variant="body2"
          onClick={() => form.edit((registration) => restMissing(registration, rows))}
          sx={{ display: 'block', mb: 3 }}
        >
          {texts.restMissing(counts.unanswered)}
        </Link>
      )}
      {product.form !== null && (
        <Table
          aria-label={texts.steps.intake}
          size="small"
          sx={{ tableLayout: 'fixed', '& thead td, & th': { bgcolor: 'raised' }, '& tbody td': { py: '4px', height: 38 } }}
        >
          <TableHead>
            <TableRow>
              <TableCell component="td" sx={{ width: 36 }} />
              <TableCell sx={{ width: '26%' }}>{texts.paper}</TableCell>
              <TableCell>{texts.received}</TableCell>
              <TableCell sx={{ width: 104 }}>{texts.state}</TableCell>
              <TableCell sx={{ width: 96 }}>{texts.serves}</TableCell>
              <TableCell component="td" sx={{ width: 68 }} />
            </TableRow>
          </TableHead>
          <TableBody>
            {asked.map((row, index) => (
              <PaperRow key={row.material.id} row={row} number={index + 1} form={form} door={door} />
            ))}
          </TableBody>
        </Table>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: '1fr 1fr',
          gap: 6,
          mt: 5,
          '@media (max-width: 959.95px)': { gridTemplateColumns: '1fr' },
        }}
      >
        <LikeEarlier
          like={like}
          compared={compared}
          round={form.draft.round}
          total={form.registration.files.filter((file) => file.role === 'delivered').length}
        />
        <Reporting form={form} />
      </Box>
    </Box>
  );
}

function PaperRow({ row, number, form, door }: { row: IntakeRow; number: number; form: FormContext; door: EvidenceDoor }) {
  const texts = useTexts(registerTexts);
  const { list } = useTexts(commonTexts);
  const language = useLanguage();
  const { id } = row.material;
  const title = row.material.title[language];
  const serves = list(row.serves.map((item) => itemLabelIn(item, language)));
  const change = (next: Partial<Omit<MaterialState, 'id'>>, merge?: string) =>
    form.edit((registration) => setMaterial(registration, id, next), merge);
  const attach = async () => {
    const added = await door.choose('paper');
    if (added.length > 0) change({ state: 'present', evidence: [...new Set([...row.evidence, ...added.map((file) => file.sha256)])] });
  };
  const missing = row.state === 'missing' || row.state === 'unanswered';
  return (
    <TableRow sx={{ bgcolor: row.state === 'missing' ? 'selected' : 'transparent' }} data-field={`materials.${id}`}>
      <TableCell sx={{ color: 'ink3', textAlign: 'right' }}>{number}</TableCell>
      <TableCell title={row.material.note[language]} sx={{ fontWeight: 500, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {title}
      </TableCell>
      <TableCell sx={{ color: 'ink2', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {row.state === 'not-needed' ? (
          <OutlinedInput
            fullWidth
            value={row.reason}
            error={row.gap === 'MATERIAL_REASON_MISSING'}
            placeholder={texts.paperReason}
            inputProps={{ 'aria-label': texts.paperReasonOf(title), 'aria-required': true, maxLength: 20_000 }}
            onChange={(event) => change({ reason: event.target.value }, `materials.${id}.reason`)}
          />
        ) : (
          <Received
            row={row}
            files={form.registration.files}
            missing={missing}
            onAdd={(sha256) => change({ state: 'present', evidence: [...row.evidence, sha256] })}
          />
        )}
      </TableCell>
      <TableCell>
        <StateChoice row={row} title={title} onChange={(state) => change({ state })} />
      </TableCell>
      <TableCell title={serves} sx={{ color: 'teal', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {serves}
      </TableCell>
      <TableCell>
        {row.state !== 'not-needed' && (
          <Link
            component="button"
            type="button"
            variant="body2"
            aria-label={texts.paperAttachOf(title)}
            onClick={() => void attach()}
            sx={{ display: 'inline-flex', alignItems: 'center' }}
          >
            <AddOutlined aria-hidden sx={{ fontSize: 15 }} /> {texts.paperAttach}
          </Link>
        )}
      </TableCell>
    </TableRow>
  );
}

function StateChoice({ row, title, onChange }: { row: IntakeRow; title: string; onChange: (state: PaperState) => void }) {
  const texts = useTexts(registerTexts);
  const shown = (state: IntakeRow['state']) => (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: '5px', color: state === 'missing' ? 'amberText' : 'ink2', fontSize: 12 }}
    >
      <StatusIcon kind={ICONS[state]} size={15} /> {texts.paperStates[state]}
    </Box>
  );
  return (
    <Select
      variant="standard"
      disableUnderline
      displayEmpty
      value={row.state === 'unanswered' ? '' : row.state}
      SelectDisplayProps={{ 'aria-label': texts.paperStateOf(title) } as React.HTMLAttributes<HTMLDivElement>}
      renderValue={() => shown(row.state)}
      onChange={(event) => {
        const next = STATES.find((state) => state === event.target.value);
        if (next) onChange(next);
      }}
    >
      {STATES.map((state) => (
        <MenuItem key={state} value={state}>
          {shown(state)}
        </MenuItem>
      ))}
    </Select>
  );
}

/** The files behind a paper; for one that is not there, papers of the dossier that nobody has placed yet can be taken. */
function Received({
  row,
  files,
  missing,
  onAdd,
}: {
  row: IntakeRow;
  files: readonly DossierFile[];
  missing: boolean;
  onAdd: (sha256: string) => void;
}) {
  const texts = useTexts(registerTexts);
  const { labelled, list } = useTexts(commonTexts);
  const language = useLanguage();
  const names = row.evidence.map((sha256) => files.find((file) => file.sha256 === sha256)?.name ?? sha256.slice(0, 8));
  const papers = files.filter((file) => file.role === 'paper' && !row.evidence.includes(file.sha256));
  if (!missing && (names.length > 0 || row.state === 'inherited'))
    return <span title={list(names)}>{list(names) || row.reason || texts.paperStates.inherited}</span>;
  if (papers.length === 0) return <>{texts.paperNothing}</>;
  return (
    <Select
      variant="standard"
      disableUnderline
      displayEmpty
      value=""
      inputProps={{ 'aria-label': labelled(texts.paperChoose, row.material.title[language]) }}
      renderValue={() => <Box sx={{ color: 'ink3' }}>{texts.paperChoose}</Box>}
      onChange={(event) => onAdd(event.target.value)}
    >
      {papers.map((file) => (
        <MenuItem key={file.sha256} value={file.sha256}>
          {file.name}
        </MenuItem>
      ))}
    </Select>
  );
}
