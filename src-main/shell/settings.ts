// What a person chose about the app itself. No content, no secrets; lies in the open so that it can be read before anything is unlocked.
import path from 'node:path';
import { readIfPresent, writeDurably } from '@main/files/durable';
import { LANGUAGES } from '@shared/texts/language';
import { z } from 'zod';

const settingsSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(['light', 'dark', 'system']),
  idleLockMinutes: z.number().int().min(1).max(60),
});
export type Settings = z.infer<typeof settingsSchema>;
const DEFAULTS: Settings = { language: 'zh', theme: 'system', idleLockMinutes: 10 };

export function openSettings(folder: string) {
  const file = path.join(folder, 'settings.json');
  const read = (): Settings => {
    const bytes = readIfPresent(file);
    try {
      const parsed = settingsSchema.safeParse(JSON.parse(bytes?.toString('utf8') ?? 'null'));
      return parsed.success ? parsed.data : DEFAULTS;
    } catch {
      return DEFAULTS;
    }
  };
  let current = read();
  return {
    get: (): Settings => current,
    set(change: { [K in keyof Settings]?: Settings[K] | undefined }): void {
      current = settingsSchema.parse({
        ...current,
        ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
      });
      writeDurably(file, JSON.stringify(current));
    },
  };
}
export type SettingsStore = ReturnType<typeof openSettings>;
