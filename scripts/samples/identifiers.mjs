// Invented identifiers with true (or deliberately wrong) check characters. Computed here and not taken from the product's detectors, so that
// a mistake in one is seen by the other.

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** GB 11643-1999. @param {string} first17 @returns {string} the check character, upper-case X */
export const residentCheck = (first17) => ID_CHECKS[[...first17].reduce((sum, digit, i) => sum + Number(digit) * ID_WEIGHTS[i], 0) % 11];

/** @param {string} region @param {string} birth yyyymmdd @param {number} order */
export function residentId(region, birth, order) {
  const first17 = `${region}${birth}${String(order).padStart(3, '0')}`;
  return first17 + residentCheck(first17);
}

/** The same number with a check character that does not hold. @param {string} id */
export const withWrongCheck = (id) => id.slice(0, 17) + ID_CHECKS[(ID_CHECKS.indexOf(id[17]) + 4) % 11];

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 32100-2015 around an organisation code of GB 11714. @param {string} prefix registrar and kind, 2 characters @param {string} region 6 digits @param {string} organisation 8 characters */
export function uscc(prefix, region, organisation) {
  const value = (c) => (c >= '0' && c <= '9' ? Number(c) : c.charCodeAt(0) - 55);
  const remainder = 11 - ([...organisation].reduce((sum, c, i) => sum + value(c) * ORGANISATION_WEIGHTS[i], 0) % 11);
  const organisationCheck = remainder === 10 ? 'X' : remainder === 11 ? '0' : String(remainder);
  const first17 = prefix + region + organisation + organisationCheck;
  let weight = 1;
  let sum = 0;
  for (const c of first17) {
    sum += USCC_ALPHABET.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return first17 + USCC_ALPHABET[(31 - (sum % 31)) % 31];
}
