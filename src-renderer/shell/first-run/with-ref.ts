// What a form library registers, as our text rows take it.
import type { Ref } from 'react';

/** Focuses the input itself when a step is refused. */
export const withRef = <F extends { ref: unknown }>({ ref, ...field }: F) => ({ ...field, inputRef: ref as Ref<HTMLInputElement> });
