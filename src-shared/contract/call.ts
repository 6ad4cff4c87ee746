// How a call or an event of the contract is written down. A call has an input schema, the codes it may fail with, and the type of its
// reply; preload bridges, main's handler table and test doubles are derived from these, so a call without a handler does not compile.
import type { z } from 'zod';
import type { Result } from '../basics/result';

/** Codes that any call may end with: the frame around it failed, not the service. */
export const FRAME_CODES = ['SENDER_REFUSED', 'INPUT_INVALID', 'INPUT_TOO_LARGE', 'LOCKED', 'INTERNAL'] as const;
export type FrameCode = (typeof FRAME_CODES)[number];

export type Call<Input extends z.ZodType, Reply, Code extends string> = {
  readonly input: Input;
  readonly codes: readonly Code[];
  /** `files`: the page passes File objects beside the input; the preload turns them into paths that no page ever sees. */
  readonly files: boolean;
  /** Phantom: carries the reply's type only. */
  readonly reply?: Reply;
};
export type AnyCall = Call<z.ZodType, unknown, string>;
export type AnyCalls = Readonly<Record<string, AnyCall>>;

/** Curried so that the reply's type is given and the rest inferred: `call<VerdictView>()(schema, ['VERDICT_UNKNOWN'])`. */
export const call =
  <Reply>() =>
  <Input extends z.ZodType, const Code extends string = never>(input: Input, codes: readonly Code[] = []): Call<Input, Reply, Code> => ({
    input,
    codes,
    files: false,
  });

export const callWithFiles =
  <Reply>() =>
  <Input extends z.ZodType, const Code extends string = never>(input: Input, codes: readonly Code[] = []): Call<Input, Reply, Code> => ({
    input,
    codes,
    files: true,
  });

export type InputOf<C> = C extends Call<infer I, unknown, string> ? z.infer<I> : never;
export type ReplyOf<C> = C extends Call<z.ZodType, infer R, string> ? R : never;
export type CodeOf<C> = C extends Call<z.ZodType, unknown, infer Code> ? Code | FrameCode : never;
export type OutcomeOf<C> = Result<ReplyOf<C>, CodeOf<C>>;

/** What a page gets: one function per call, and `on` for events. File objects ride beside the input where the call takes files. */
export type BridgeOf<Calls extends AnyCalls, Events> = {
  readonly [K in keyof Calls]: (input: InputOf<Calls[K]>, files?: readonly unknown[]) => Promise<OutcomeOf<Calls[K]>>;
} & { readonly on: <K extends keyof Events & string>(event: K, listener: (payload: Events[K]) => void) => () => void };

/** What main must have: one handler per call; `paths` come from the preload, never from the page. */
export type HandlersOf<Calls extends AnyCalls> = {
  readonly [K in keyof Calls]: (input: InputOf<Calls[K]>, paths: readonly string[]) => Promise<OutcomeOf<Calls[K]>> | OutcomeOf<Calls[K]>;
};
