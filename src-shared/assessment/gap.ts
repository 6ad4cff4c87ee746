// A gap: one thing that still has to be done before an assessment can be signed, with the place to do it. Codes are closed; their sentences stand in
// the texts.

export type GapCode =
  | 'FIELD_MISSING'
  | 'DAY_INVALID'
  | 'TERM_REVERSED'
  | 'STATE_SECRETS_UNANSWERED'
  | 'STATE_SECRETS_INVOLVED'
  | 'SOURCE_MISSING'
  | 'USCC_INVALID'
  | 'SHARING_MODE_MISSING'
  | 'FILES_MISSING'
  | 'NOT_FILED'
  | 'MATERIAL_UNANSWERED'
  | 'MATERIAL_REASON_MISSING'
  | 'MATERIAL_WITHOUT_FILE'
  | 'EDITION_DIFFERS'
  | 'ITEM_UNANSWERED'
  | 'REASON_MISSING'
  | 'HAND_LOOK_REASON_MISSING'
  | 'FINDING_MISSING'
  | 'FINDING_PENDING'
  | 'FINDING_AGAINST_ANSWER'
  | 'FINDING_TEXT_MISSING'
  | 'FINDING_ITEM_UNKNOWN'
  | 'FINDING_ID_REPEATED'
  | 'OVERRULE_REASON_MISSING'
  | 'RESPONSIBLE_MISSING'
  | 'FINDING_NOT_GRADED'
  | 'LIKELIHOOD_LOWERED'
  | 'EXPOSURE_NOT_OCCURRED'
  | 'AFTER_ABOVE_BEFORE'
  | 'MEASURES_MISSING'
  | 'OUTCOME_NOT_CHOSEN'
  | 'OUTCOME_CLOSED'
  | 'BASIS_NOT_CHOSEN'
  | 'BASIS_OPTION_CLOSED'
  | 'BASIS_NOT_NEEDED'
  | 'CONDITION_MISSING'
  | 'CONDITION_INCOMPLETE'
  | 'RECTIFICATION_MISSING'
  | 'RECTIFICATION_INCOMPLETE'
  | 'RECTIFICATION_UNTIED'
  | 'GROUND_MISSING';

export type GapPlace = 'registration' | 'item' | 'finding' | 'decision';
export type Gap = {
  readonly code: GapCode;
  readonly place: GapPlace;
  readonly item: string | null;
  readonly finding: string | null;
  readonly material: string | null;
  /** Path of the field in the working paper: sources.0.provider, conditions.1. */
  readonly field: string | null;
};

type GapParts = Partial<Pick<Gap, 'item' | 'finding' | 'material' | 'field'>>;
export const gap = (code: GapCode, place: GapPlace, parts: GapParts = {}): Gap => ({
  code,
  place,
  item: null,
  finding: null,
  material: null,
  field: null,
  ...parts,
});
