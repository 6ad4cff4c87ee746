// Imported first by a page's entry: zod would probe whether it may compile schemas with `new Function`, which the page's policy refuses and
// reports as a violation. Told beforehand, it never asks.
import { config } from 'zod';

config({ jitless: true });
