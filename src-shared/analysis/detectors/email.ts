// E-mail addresses. Role mailboxes (info@, service@) and addresses of reserved example domains belong to nobody.

import { masked } from '../masked';
import { bestOf, type Cell, type Look } from './look';

// What follows a mask is a piece of a mailbox. Bounded repetitions only: a long line without an address must not cost more than a look at each place.
const CANDIDATE =
  /(?<![0-9A-Za-z._%+*●×#-])[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}@(?:[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?\.){1,8}[A-Za-z]{2,24}(?![0-9A-Za-z-])/g;
/** Local parts of mailboxes that belong to a role. */
export const ROLES = [
  'info',
  'service',
  'services',
  'admin',
  'administrator',
  'webmaster',
  'postmaster',
  'support',
  'contact',
  'sales',
  'office',
  'hr',
  'kefu',
  'noreply',
  'no-reply',
] as const;
/** Pictures of another density: icon@2x.png. */
const PICTURE = /@\d(?:\.\d)?x\.(?:png|jpe?g|gif|webp|svg|avif)$/i;
const ROLE = new RegExp(`^(?:${ROLES.join('|')})@|[@.]example(?:\\.(?:com|net|org))?$`, 'i');

/** A person's address is preferred to a role mailbox of the same cell. */
export const email = (cell: Cell): Look | null =>
  bestOf(cell, CANDIDATE, ([address]) =>
    PICTURE.test(address)
      ? null
      : { detector: 'email', valid: true, supported: false, organisation: ROLE.test(address), sample: masked(address) },
  );
