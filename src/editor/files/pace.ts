/** Pause after a change before it is written, in milliseconds; well below the second that SIDECAR.md allows. */
export const WRITE_DELAY = 300;
/** A file that is gone may be half-way through another program's replacement: looked at again after so long, in milliseconds. */
export const GONE_GRACE = 120;
/** First and longest pause before a write that failed is tried again, in milliseconds. */
export const RETRY_DELAYS = { first: 4_000, longest: 60_000 };
/**
 * Our writes put a new file in the old one's place, which a watcher takes for a creation: together with a deletion that comes
 * at once after it, as by `git stash`, it tells of neither. So the file is looked at again after so long, in milliseconds.
 */
export const LOOK_AGAIN = 1_000;
/** How much later the second look is, since a machine under load gathers such events for longer. */
export const SECOND_LOOK = 4;
