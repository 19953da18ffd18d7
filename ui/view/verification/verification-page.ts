import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app.ts';
import { shared } from '../../style/shared.ts';
import '../../element/sway-icon.ts';
import { BAND_PLOT_BOX, bandPlot } from './band-plot.ts';
import { CLAIMS, type ClaimVerdict } from './claim.ts';
import { commandOf, FINDINGS, type Finding, findingsWith, REPLICATES, reasonOf, SEED, short, standing } from './finding.ts';

const CHOICES = [
  ['all', 'All'],
  ['hit', 'Hits'],
  ['miss', 'Misses'],
] as const;

/** Colour and sign of what came of a claim. */
const VERDICTS: Readonly<Record<string, readonly [tone: string, icon: string]>> = {
  supported: ['hit', 'check'],
  contradicted: ['miss', 'warning'],
};

/** Why one may believe it: every check of the model with its source, what was measured, and how to measure it again. */
@customElement('sway-verification-page')
export class SwayVerificationPage extends LitElement {
  static override styles = [
    shared,
    css`
      .lead {
        max-width: 72ch;
        line-height: 1.55;
        margin: var(--space-2) 0 var(--space-5);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3) var(--space-4);
        align-items: center;
        margin-bottom: var(--space-4);
      }
      .choices {
        display: flex;
        gap: var(--space-2);
      }
      button[aria-pressed="true"] {
        background: var(--accent-soft);
        border-color: var(--accent);
        font-weight: 600;
      }
      input {
        width: 260px;
      }
      .frame {
        position: relative;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--size-s);
      }
      th,
      td {
        padding: var(--space-3);
        text-align: start;
        vertical-align: top;
        border-bottom: 1px solid var(--line);
        line-height: 1.45;
      }
      tbody tr:last-child > * {
        border-bottom: 0;
      }
      thead th {
        color: var(--muted);
        font-weight: 600;
        white-space: nowrap;
      }
      tbody th {
        min-width: 150px;
        font-weight: 620;
      }
      .number {
        white-space: nowrap;
      }
      .what {
        min-width: 230px;
      }
      .reason {
        margin: var(--space-2) 0 0;
        max-width: 60ch;
      }
      h2 {
        margin-top: var(--space-6);
      }
      tbody th.claim {
        min-width: 220px;
        white-space: normal;
      }
      th.claim span {
        font-weight: 400;
      }
      ul {
        margin: 0;
        padding-inline-start: 1.1em;
      }
      .source {
        min-width: 190px;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .verdict {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        font-weight: 600;
        white-space: nowrap;
      }
      .hit {
        color: var(--good);
      }
      .miss {
        color: var(--bad);
      }
      svg.plot {
        display: block;
        width: 160px;
        height: 22px;
      }
      .band {
        fill: var(--accent-soft);
        stroke: var(--accent);
        stroke-width: 0.75;
      }
      .interval {
        stroke: var(--ink);
        stroke-width: 2;
      }
      .mean {
        fill: var(--ink);
      }
      button.again {
        min-height: 28px;
        padding: 0 var(--space-2);
      }
      @media (max-width: 700px) {
        /* One below the other: a check is read without scrolling sideways. */
        thead {
          display: none;
        }
        table,
        tbody,
        tr,
        tbody th,
        td {
          display: block;
        }
        tr {
          padding: var(--space-3);
          border-bottom: 1px solid var(--line);
        }
        tbody th,
        td {
          padding: var(--space-1) 0;
          border-bottom: 0;
          white-space: normal;
        }
      }
      .nothing {
        padding: var(--space-5);
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  @state() private _words = '';
  @state() private _verdict: string | null = null;

  override render() {
    const hits = FINDINGS.filter(({ verdict }) => verdict === 'hit').length;
    const found = findingsWith(this._words, this._verdict);
    return html`
      <h1>Why believe it</h1>
      <p class="lead">
        ${FINDINGS.length} facts from the literature, and closed forms, that the model is held to: ${hits} hit, ${FINDINGS.length - hits} are
        missed, and the misses stay in the list. A check hits when the 95 % interval of its mean over ${REPLICATES} replicates (seed “${SEED}”) overlaps the
        band and is narrower than half of it. Predictions were never fitted. In a copy
        of the source <code>npm run verify</code> measures everything again.
      </p>
      <div class="bar">
        <div class="choices" role="group" aria-label="Verdicts shown">
          ${CHOICES.map(([value, title]) => {
            const chosen = (this._verdict ?? 'all') === value;
            return html`<button aria-pressed=${chosen} @click=${() => {
              this._verdict = value === 'all' ? null : value;
            }}>${title}</button>`;
          })}
        </div>
        <input type="search" aria-label="Search checks" placeholder="Search checks and sources" .value=${this._words}
          @input=${(event: InputEvent) => {
            this._words = (event.target as HTMLInputElement).value;
          }} />
        <span class="quiet small" role="status">${found.length} of ${FINDINGS.length} checks</span>
      </div>
      <div class="frame" tabindex="0" role="region" aria-label="Checks">
        ${found.length === 0 ? html`<p class="nothing">No check holds all of these words.</p>` : this.#table(found)}
      </div>
      ${this.#claims()}
    `;
  }

  #claims() {
    return html`
      <h2 id="claims">Twenty claims of practitioners</h2>
      <p class="lead">
        Each was run as differences that could come out otherwise, all corrected as one family (Holm, 5 %). An assumed claim is one that a
        coefficient of the model states. The verdicts hold for this model with its defaults; docs/claims.md has every number.
      </p>
      <div class="frame" tabindex="0" role="region" aria-labelledby="claims">
        <table>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Verdict</th>
              <th scope="col">What was asked of the model</th>
              <th scope="col">Again</th>
            </tr>
          </thead>
          <tbody>
            ${CLAIMS.map((claim) => this.#claim(claim))}
          </tbody>
        </table>
      </div>
    `;
  }

  #claim({ id, claim, standing: origin, verdict, questions }: ClaimVerdict) {
    const [tone, icon] = VERDICTS[verdict] ?? ['', 'warning'];
    const command = `swaylab claims --only ${id}`;
    return html`<tr>
      <th scope="row" class="claim">${id} <span>${claim}</span></th>
      <td><span class="verdict ${tone}"><sway-icon name=${icon}></sway-icon>${verdict}</span><br /><span class="quiet">${origin}</span></td>
      <td class="what"><ul>${questions.map((question) => html`<li>${question}</li>`)}</ul></td>
      <td><button class="again" title=${command} @click=${() => this.#copy(command)}>
        <sway-icon name="copy"></sway-icon>Command<span class="visually-hidden"> that tests ${id} again</span>
      </button></td>
    </tr>`;
  }

  #table(findings: readonly Finding[]) {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Verdict</th>
          <th scope="col">Measured, 95 %</th>
          <th scope="col">Against its band</th>
          <th scope="col">What is measured</th>
          <th scope="col">Source</th>
          <th scope="col">Again</th>
        </tr>
      </thead>
      <tbody>
        ${findings.map((finding) => this.#row(finding))}
      </tbody>
    </table>`;
  }

  #row(finding: Finding) {
    const { name, verdict, mean, half, seeds, band, statistic, source } = finding;
    const hit = verdict === 'hit';
    const reason = reasonOf(finding);
    return html`<tr>
      <th scope="row">${name}</th>
      <td><span class="verdict ${hit ? 'hit' : 'miss'}"><sway-icon name=${hit ? 'check' : 'warning'}></sway-icon>${verdict}</span></td>
      <td class="number">${short(mean)}${seeds > 1 ? html` ± ${short(half)}` : ''}</td>
      <td>
        <svg class="plot" viewBox=${BAND_PLOT_BOX} aria-hidden="true">${bandPlot(finding)}</svg>
        <span class="quiet number">${band[0] === null ? 'below' : short(band[0])}${band[0] !== null && band[1] !== null ? ' to ' : ' '}${
          band[1] === null ? 'and above' : short(band[1])
        }</span>
      </td>
      <td class="what">${statistic}<br /><span class="quiet">${standing(finding)}</span>${
        reason === null ? '' : html`<p class="reason"><b>Why missed.</b> ${reason}</p>`
      }</td>
      <td class="source">${source}</td>
      <td><button class="again" title=${commandOf(finding)} @click=${() => this.#copy(commandOf(finding))}>
        <sway-icon name="copy"></sway-icon>Command<span class="visually-hidden"> that measures ${name} again</span>
      </button></td>
    </tr>`;
  }

  async #copy(command: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(command);
      this.app.announce(`Copied: ${command}`);
    } catch (error) {
      this.app.fail(error);
    }
  }
}
