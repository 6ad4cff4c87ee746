// Imported before anything that builds a schema: zod would otherwise try `new Function` once, which the policy of this worker's script refuses
// and reports. Nothing here may make code from text.
const scope = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
scope.__zod_globalConfig = { ...scope.__zod_globalConfig, jitless: true };

export {};
