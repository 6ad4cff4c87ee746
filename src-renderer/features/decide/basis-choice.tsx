// In the disputed period and after the lapse: the reviewer chooses a stated basis, never preset, never in bulk, with the clause numbers it needs.
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Radio from '@mui/material/Radio';
import Typography from '@mui/material/Typography';
import type { AssessmentDraft, BasisChoice } from '@shared/assessment/model';
import { type BasisInputs, type BasisOption, basisOptions } from '@shared/regulation/basis';
import { basisOptionText } from '@shared/regulation/basis-wording';
import { MEASURES } from '@shared/regulation/measures';
import type { Basis } from '@shared/regulation/validity';
import { decideTexts } from '@shared/texts/decide';
import { TextRow } from '../../components/fields';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { BasisTimeline } from './basis-timeline';
import { Block } from './block';
import { SourceUses } from './source-uses';

type Props = {
  readonly assessment: AssessmentDraft;
  readonly basis: Basis;
  readonly inputs: BasisInputs;
  readonly readOnly: boolean;
  readonly onChoose: (choice: BasisChoice) => void;
  readonly onClause: (of: 'authorisation' | 'agreement', clause: string) => void;
};

export function BasisChoiceBlock(props: Props) {
  const t = useTexts(decideTexts);
  const { assessment, basis, inputs } = props;
  return (
    <Block title={t.choice} note={t.choiceAbout(MEASURES.title)} id="decision-basis">
      <BasisTimeline basis={basis} />
      <Box
        role="radiogroup"
        aria-label={t.choice}
        sx={{ border: '1px solid', borderColor: 'strong', borderRadius: '6px', overflow: 'hidden' }}
      >
        {basisOptions(basis, inputs).map((option, index) => (
          <Option key={option.choice} {...props} option={option} index={index} chosen={assessment.decision.basis === option.choice} />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 5, mt: 3, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Typography variant="h3">{t.stays}</Typography>
        {t.staysList.map((each) => (
          <Typography key={each} variant="caption" component="span" sx={{ display: 'inline-flex', gap: '4px', alignItems: 'center' }}>
            <Check aria-hidden sx={{ fontSize: 14, color: 'teal' }} />
            {each}
          </Typography>
        ))}
      </Box>
    </Block>
  );
}

type OptionProps = Props & { readonly option: BasisOption; readonly index: number; readonly chosen: boolean };

function Option({ option, index, chosen, readOnly, assessment, inputs, onChoose, onClause }: OptionProps) {
  const t = useTexts(decideTexts);
  const { title, summary, reasons } = basisOptionText(option, useLanguage());
  const id = `basis-${option.choice}`;
  const { authorisation, agreement } = assessment.registration;
  return (
    <Box
      sx={{
        borderTop: index === 0 ? 0 : '1px solid',
        borderColor: 'hairline',
        borderLeft: '3px solid',
        borderLeftColor: chosen ? 'teal' : 'transparent',
        bgcolor: chosen ? 'selected' : option.open ? 'paper' : 'raised',
        px: 3,
        py: '4px',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 30 }}>
        <Radio
          checked={chosen}
          disabled={!option.open || readOnly}
          name="basis"
          value={option.choice}
          onChange={() => onChoose(option.choice)}
          slotProps={{ input: { id, 'aria-describedby': `${id}-says` } }}
        />
        <Kbd keys={`Alt+${index + 1}`} />
        <Typography component="label" htmlFor={id} variant="body1" sx={{ fontWeight: option.open ? 600 : 400, flexShrink: 0 }}>
          {title}
        </Typography>
        <Box
          component="span"
          sx={{
            display: 'inline-flex',
            gap: '4px',
            alignItems: 'center',
            fontSize: 12,
            fontWeight: 500,
            color: option.open ? 'teal' : 'ink2',
            flexShrink: 0,
          }}
        >
          {option.open ? <Check aria-hidden sx={{ fontSize: 15 }} /> : <BlockOutlined aria-hidden sx={{ fontSize: 15 }} />}
          {option.open ? t.open : t.closed}
        </Box>
        <Typography id={`${id}-says`} variant="body2" component="span" sx={{ color: 'ink2', minWidth: 0 }}>
          {option.open ? summary : reasons.join(' ')}
        </Typography>
      </Box>
      {option.choice === 'method' && (
        <Box sx={{ pl: '72px', pb: 3 }}>
          <SourceUses uses={option.sources} sources={assessment.registration.sources} />
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, mt: 2 }}>
            <TextRow
              label={`${t.authorisationClause}　${authorisation.number}`}
              value={authorisation.securityReviewClause}
              readOnly={readOnly}
              hint={authorisation.securityReviewClause.trim() === '' ? t.clauseNeeded : t.clauseHint}
              onChange={(event) => onClause('authorisation', event.target.value)}
            />
            {inputs.agreement !== null && (
              <TextRow
                label={`${t.agreementClause}　${agreement.id}`}
                value={agreement.securityReviewClause}
                readOnly={readOnly}
                hint={agreement.securityReviewClause.trim() === '' ? t.clauseNeeded : ''}
                onChange={(event) => onClause('agreement', event.target.value)}
              />
            )}
          </Box>
        </Box>
      )}
    </Box>
  );
}
