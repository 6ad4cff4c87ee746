// Imported first by a page's entry: zod would probe whether it may compile schemas with `new Function`, which the page's policy refuses and
// reports as a violation. Told beforehand, it never asks. It asks while a schema is being made, and a bundler may put schemas and zod into one
// chunk that runs before this module if this module imports zod; so the setting is left where zod looks for it (its `config` writes there too).

const zod = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
zod.__zod_globalConfig = { ...zod.__zod_globalConfig, jitless: true };

export {};
