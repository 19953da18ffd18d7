// How a replay writes what has no number of its own. Apart from the rest, so that a page reads replays without the market's code.

/** A node that is not shown. */
export const NOBODY = 0xffffffff;
/** Tone of useful knowledge, between 0 (against) and 254 (for). */
export const KNOWLEDGE_TONE = 127;
/** A measure that a person does not have, such as satisfaction before any use. */
export const NO_VALUE = 255;
/** Steps between the ends of a measure's scale. */
export const STEPS = 254;
