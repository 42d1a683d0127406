/** Ways to ask for a clip, and what can be said of people in it. Types and constants only. */

/** Ways to ask for a clip. `image`: from its first frame; `frames`: between a first and a last one. */
export const modes = ['text', 'image', 'frames', 'references', 'extend', 'edit'] as const;
export type Mode = (typeof modes)[number];

/** Which people may be in a clip, in the services' own words. */
export const personGenerations = ['allow_all', 'allow_adult', 'dont_allow'] as const;
export type PersonGeneration = (typeof personGenerations)[number];

/** Limits of one request, whatever the model. */
export const requestLimits = {
  /** The most that any model takes. */
  referenceImages: 6,
  takes: 4,
  /** The services' seeds are of 32 bits. */
  seed: 4_294_967_295,
} as const;
