// `npm run verify`: the verifier with the trust files that ship with the project.
import { join } from 'node:path';
import { runHere } from './run-here';

runHere(join(import.meta.dirname, '../../resources/trust'));
