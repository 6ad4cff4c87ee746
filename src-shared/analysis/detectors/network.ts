// Addresses of networks and devices: IPv4, IPv6 (RFC 4291), MAC (IEEE 802). Private and reserved ranges point at nobody outside; four small
// numbers are more often a version than an address.

import { masked } from '../masked';
import { bestOf, type Cell, type Look, wordsBefore } from './look';

const IPV4 = /(?<![0-9A-Za-z._-])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![0-9A-Za-z_-]|\.\d)/g;
/** RFC 1918, 6598, 3927, 5737, loopback, multicast and this network. */
const RESERVED =
  /^(?:0\.|10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|22[4-9]\.|2[345]\d\.)/;
const VERSION = /版本|version|ver\.?\s*$|\bv\s*$|固件|release|(?:图|表|附录|第|参见|见)\s*$|(?:图|表|附录)[A-Z]?\s?$/i;
/** Browsers name themselves so: Chrome/120.0.0.0. A host may stand before its address as well, but none of a host ends in two noughts. */
const PRODUCT = /[A-Za-z]\/$/;
const IPV6 = /(?<![0-9A-Za-z:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![0-9A-Za-z:])/g;
/** In one piece or with blanks only under a name, and with a letter: twelve digits are any number. */
const PLAIN_MAC = /(?<![0-9A-Za-z])(?:(?=\d*[A-Fa-f])[0-9A-Fa-f]{12}|[0-9A-Fa-f]{2}(?: [0-9A-Fa-f]{2}){5})(?![0-9A-Za-z])/g;
const MAC =
  /(?<![0-9A-Za-z:-])(?:[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}(?:\.[0-9A-Fa-f]{4}){2})(?![0-9A-Za-z:-])/g;

export function ipv4(cell: Cell): Look | null {
  const named = cell.named('ipv4');
  return bestOf(cell, IPV4, ([address], from) => {
    if (!named && VERSION.test(wordsBefore(cell.text, from))) return null;
    if (!named && address.endsWith('.0.0') && PRODUCT.test(cell.text.slice(Math.max(0, from - 2), from))) return null;
    const supported = named || address.split('.').some((octet) => Number(octet) >= 64);
    return { detector: 'ipv4', valid: true, supported, organisation: RESERVED.test(address), sample: masked(address) };
  });
}

/** Eight groups, or fewer around one `::`. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (groups.some((half) => half.some((group) => group === ''))) return false;
  const count = groups.reduce((sum, half) => sum + half.length, 0);
  return halves.length === 2 ? count >= 2 && count < 8 : count === 8;
}

export const ipv6 = (cell: Cell): Look | null =>
  bestOf(cell, IPV6, ([address]) =>
    // Without a digit it is a name of a program's part: abc::add.
    isIpv6(address) && (/\d/.test(address) || cell.named('ipv6'))
      ? {
          detector: 'ipv6',
          valid: true,
          supported: true,
          organisation: /^(?:f[cd]|fe[89ab]|ff|2001:db8:|::)/i.test(address),
          sample: masked(address),
        }
      : null,
  );

export const mac = (cell: Cell): Look | null =>
  bestOf(cell, cell.named('mac') && /^[0-9A-Fa-f]{12}$|^[0-9A-Fa-f]{2} /.test(cell.text.trim()) ? PLAIN_MAC : MAC, ([address]) => {
    const digits = address.replace(/[:. -]/g, '').toLowerCase();
    // All equal: a placeholder. A day and a time written with hyphens has no letters; an address of digits only is rare.
    if (/^(.)\1*$/.test(digits)) return null;
    return {
      detector: 'mac',
      valid: true,
      supported: cell.named('mac') || /[a-f]/.test(digits),
      organisation: false,
      sample: masked(address),
    };
  });
