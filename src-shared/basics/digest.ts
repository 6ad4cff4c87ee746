import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from './bytes';
import type { Sha256Hex } from './units';

export const sha256Hex = (bytes: Uint8Array): Sha256Hex => toHex(sha256(bytes)) as Sha256Hex;
