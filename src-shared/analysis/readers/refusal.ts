// A container that is cut short, lies about itself or grows without measure is not read at all: what a part of it says cannot be trusted either.
// Thrown from the depth of a stream, caught where the file is analysed.
import { CodedError } from '../../basics/coded-error';
import type { UnreadableCode } from '../result';

export class Refusal extends CodedError<UnreadableCode> {}
