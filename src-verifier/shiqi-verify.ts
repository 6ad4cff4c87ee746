// `node shiqi-verify.mjs`: the same as one file that stands alone. It trusts only what its user names.
import { runHere } from './run-here';

runHere(null);
