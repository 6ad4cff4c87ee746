// One section of the form: its heading, where its answer was taken over from, and either a summary or the fields. It opens with the summary when
// nothing is missing, and never folds while someone types.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { CalendarDay } from '@shared/basics/units';
import { registerTexts } from '@shared/texts/register';
import { type ReactNode, useState } from 'react';
import { ageInDays, dayOf } from '../../components/ages';
import { useTexts } from '../../components/language';
import { StatusIcon } from '../../components/status-chip';
import type { FormContext } from './context';
import type { EarlierAnswer, Part } from './inheritance';
import { type Step, stepOfGap } from './steps';

type Props = {
  readonly step: Step;
  readonly title: string;
  readonly part?: Part;
  readonly form: FormContext;
  readonly aside?: ReactNode;
  /** Left out where the fields are as short as their summary. */
  readonly summary?: ReactNode;
  readonly children: ReactNode;
  /** Opens the fields although a summary could stand (someone jumped here). */
  readonly open: boolean;
};

export const sectionId = (step: Step): string => `step-${step}`;

export function FormSection({ step, title, part, form, aside, summary, children, open }: Props) {
  const texts = useTexts(registerTexts);
  const missing = form.gaps.some((gap) => stepOfGap(gap) === step);
  const [editing, setEditing] = useState(missing || summary === undefined);
  const showFields = editing || open || summary === undefined;
  return (
    <Box
      component="section"
      id={sectionId(step)}
      aria-label={title}
      sx={{ py: 4, borderBottom: '1px solid', borderColor: 'hairline', scrollMarginTop: 8, '&:last-of-type': { borderBottom: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 4, mb: 2 }}>
        <Typography component="h2" variant="h3">
          {title}
        </Typography>
        {part && <InheritedMark part={part} form={form} />}
        {aside}
        <Box sx={{ ml: 'auto', display: 'flex', gap: 4 }}>
          {part && form.registration.inherited[part] && (
            <Link component="button" type="button" variant="body2" title={texts.recheckNote} onClick={() => form.onRecheck(part)}>
              {texts.recheck}
            </Link>
          )}
          {summary !== undefined && !(open && missing) && (
            <Link
              component="button"
              type="button"
              variant="body2"
              aria-expanded={showFields}
              aria-label={`${showFields ? texts.done : texts.edit} ${title}`}
              onClick={() => setEditing(!showFields)}
            >
              {showFields ? texts.done : texts.edit}
            </Link>
          )}
        </Box>
      </Box>
      {part && <Offers part={part} form={form} onTaken={() => setEditing(false)} />}
      {showFields ? <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>{children}</Box> : summary}
    </Box>
  );
}

function InheritedMark({ part, form }: { part: Part; form: FormContext }) {
  const texts = useTexts(registerTexts);
  const origin = form.registration.inherited[part];
  if (!origin) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '5px', color: 'teal', fontSize: 12 }}>
      <StatusIcon kind="inherited" size={15} />
      {texts.inherited}　{texts.inheritedBy(origin.answeredBy, dayOf(origin.answeredAt), ageInDays(origin.answeredAt, form.today))}
    </Box>
  );
}

/** What was answered before, offered while this part is not yet taken over: as a band while the part is empty, as one line once it says the same. */
function Offers({ part, form, onTaken }: { part: Part; form: FormContext; onTaken: () => void }) {
  const texts = useTexts(registerTexts);
  const offers = form.earlier[part].slice(0, 5);
  if (form.registration.inherited[part] || offers.length === 0) return null;
  const same = form.sameAs(part);
  const take = (offer: EarlierAnswer) => {
    form.onInherit(offer);
    onTaken();
  };
  if (same)
    return (
      <Link
        component="button"
        type="button"
        variant="body2"
        onClick={() => take(same)}
        sx={{ display: 'inline-flex', alignItems: 'center', gap: '5px', mb: 2, color: 'teal' }}
      >
        <StatusIcon kind="inherited" size={15} />
        {texts.sameAsEarlier(ageInDays(same.answeredAt, form.today))}
      </Link>
    );
  if (!form.isEmpty(part)) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 4,
        rowGap: 1,
        mb: 3,
        px: 3,
        py: 2,
        bgcolor: 'tealTint',
        borderRadius: '4px',
        typography: 'body2',
      }}
    >
      <StatusIcon kind="inherited" />
      {texts.inheritOffer}
      {offers.map((offer) => (
        <Offer key={`${offer.dossier} ${offer.label}`} offer={offer} today={form.today} onTake={() => take(offer)} />
      ))}
    </Box>
  );
}

function Offer({ offer, today, onTake }: { offer: EarlierAnswer; today: CalendarDay; onTake: () => void }) {
  const texts = useTexts(registerTexts);
  const words = texts.inheritFrom(offer.label, dayOf(offer.answeredAt), ageInDays(offer.answeredAt, today));
  if (offer.lapsed)
    return (
      <Box component="span" sx={{ color: 'ink3' }}>
        {offer.label}：{texts.lapsed}
      </Box>
    );
  return (
    <Link component="button" type="button" variant="body2" onClick={onTake}>
      {words}
    </Link>
  );
}
