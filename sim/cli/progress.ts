import { cutTo } from '../chart/terminal-text.ts';
import { tell } from './output.ts';
import type { Terminal } from './terminal.ts';

/** How progress is shown: a line that is drawn anew in place, a JSON document a line, or not at all. */
export type ProgressStyle = 'line' | 'json' | 'none';

const LINE_PAUSE = 100;
const JSON_PAUSE = 1000;

/** A line for a person, JSON lines for a program that reads our JSON, nothing for a log file. */
export function progressStyle(terminal: Terminal, { quiet, json }: { readonly quiet: boolean; readonly json: boolean }): ProgressStyle {
  if (quiet) return 'none';
  if (terminal.interactive) return 'line';
  return json ? 'json' : 'none';
}

/** Runs finished, their rate and when the last will be; under a preview of the result where there is one. */
export class ProgressDisplay {
  readonly #style: ProgressStyle;
  readonly #terminal: Terminal;
  readonly #total: number;
  readonly #before: number;
  readonly #started = performance.now();
  #last = Number.NEGATIVE_INFINITY;
  #preview: readonly string[] = [];
  #drawn = 0;

  /** @param before runs that were finished in an earlier session */
  constructor(style: ProgressStyle, terminal: Terminal, total: number, before: number) {
    this.#style = style;
    this.#terminal = terminal;
    this.#total = total;
    this.#before = before;
  }

  update(done: number, failed: number): void {
    if (this.#style === 'none') return;
    const now = performance.now();
    const ended = done + failed >= this.#total;
    if (!ended && now - this.#last < (this.#style === 'line' ? LINE_PAUSE : JSON_PAUSE)) return;
    this.#last = now;
    const seconds = (now - this.#started) / 1000;
    const rate = (done + failed - this.#before) / Math.max(seconds, 1e-3);
    const left = rate > 0 ? (this.#total - done - failed) / rate : null;
    if (this.#style === 'json') {
      const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);
      tell(
        `${JSON.stringify({ progress: { done, failed, total: this.#total, runsPerSecond: rounded(rate), secondsLeft: rounded(left) } })}\n`,
      );
      return;
    }
    const parts = [
      `${done + failed} of ${this.#total} runs`,
      ...(failed > 0 ? [`${failed} failed`] : []),
      `${rate.toPrecision(2)} a second`,
      left === null ? 'estimating' : `${duration(left)} left`,
    ];
    this.#draw([...this.#preview, `${this.#bar(done + failed)} ${parts.join(', ')}`]);
  }

  /** Lines to show above the progress; cut to what fits the screen. */
  preview(lines: readonly string[]): void {
    this.#preview = lines.slice(0, Math.max(0, this.#terminal.rows - 2));
  }

  /** Takes everything off the screen again. */
  clear(): void {
    if (this.#drawn > 0) tell(`\u001b[${this.#drawn}A\u001b[J`);
    this.#drawn = 0;
  }

  /** Leaves on the screen what is there. */
  keep(): void {
    this.#drawn = 0;
  }

  #draw(lines: readonly string[]): void {
    const up = this.#drawn > 0 ? `\u001b[${this.#drawn}A` : '';
    tell(`${up}${lines.map((line) => `\u001b[K${cutTo(line, this.#terminal.width - 1)}\n`).join('')}\u001b[J`);
    this.#drawn = lines.length;
  }

  #bar(ended: number): string {
    const cells = 20;
    const full = Math.round((ended / Math.max(1, this.#total)) * cells);
    return this.#terminal.ascii ? `[${'#'.repeat(full)}${'.'.repeat(cells - full)}]` : `${'█'.repeat(full)}${'░'.repeat(cells - full)}`;
  }
}

/** "8 s", "3 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
