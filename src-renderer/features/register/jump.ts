// Takes the reviewer to a field of the form by its path in the paper: scrolls there and puts the focus into the first control.

const CONTROLS = 'input, textarea, select, [role="radio"], [role="combobox"], button';

/** Waits one frame, so that a section that has just been opened has its fields. */
export function jumpToField(field: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const place =
        document.querySelector(`[data-field="${CSS.escape(field)}"]`) ??
        document.querySelector(`[data-field="${CSS.escape(field.split('.').slice(0, -1).join('.'))}"]`);
      place?.scrollIntoView({ block: 'center' });
      place?.querySelector<HTMLElement>(CONTROLS)?.focus({ preventScroll: true });
    }),
  );
}
