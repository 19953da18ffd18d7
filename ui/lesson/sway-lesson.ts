import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { answerOf, goalInWords, isReached, LESSON_REPLICATES, type LessonStep, type Situation } from '../../sim/lesson/index.ts';
import type { App } from '../app.ts';
import '../element/sway-icon.ts';
import { Follow } from '../state/follow.ts';
import { goToStep, type LessonNow, lessonNow } from '../state/lesson-now.ts';
import { scenarioOf } from '../state/scenario-of.ts';
import { shared } from '../style/shared.ts';
import { changed, draftOfStart, pageNamed, startOfStep, viewOfStart } from './lesson-world.ts';
import { lessonOf, type NamedLesson } from './lessons.ts';

/** The step of the lesson that is open, above whatever page one is on: told, asked before it is run, and checked on what the model says. */
@customElement('sway-lesson')
export class SwayLesson extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        max-width: 1320px;
        margin: 0 auto var(--space-4);
        padding: var(--space-4) var(--space-5);
        border: 1px solid var(--accent);
        border-radius: var(--radius-l);
        background: var(--raised);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
        margin-bottom: var(--space-2);
        color: var(--muted);
        font-size: var(--size-s);
      }
      .bar p {
        flex: 1;
        min-width: 0;
      }
      h2:focus {
        outline: none;
      }
      .text p,
      .explain p,
      .task {
        max-width: 75ch;
        margin-top: var(--space-2);
      }
      fieldset {
        margin-top: var(--space-3);
      }
      legend,
      .task {
        font-weight: 600;
      }
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-5);
        margin: var(--space-2) 0;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--touch);
      }
      .outcome {
        display: flex;
        align-items: flex-start;
        gap: var(--space-2);
        margin-top: var(--space-3);
        max-width: 75ch;
      }
      .done {
        color: var(--good);
        font-weight: 600;
      }
      .explain {
        margin-top: var(--space-3);
        padding-left: var(--space-4);
        border-left: 3px solid var(--accent);
      }
      .explain p:first-child {
        margin-top: 0;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      .buttons .next {
        margin-left: auto;
      }
      @media (max-width: 720px) {
        section {
          padding: var(--space-3) var(--space-4);
        }
      }
      @media print {
        .buttons,
        .bar button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: App;
  /** The option that is marked, before it is run. */
  @state() private _marked: number | null = null;
  @state() private _hint = false;
  @state() private _folded = false;
  @query('h2') private _heading!: HTMLElement | null;

  readonly #now = new Follow(
    this,
    () => lessonNow,
    (now) => now,
  );
  readonly #state = new Follow(
    this,
    () => this.app.state,
    (all) => all,
  );
  readonly #lab = new Follow(
    this,
    () => this.app.results,
    (lab) => lab,
  );
  readonly #ends: (() => void)[] = [];

  /** The lesson and its step; null where what was kept names none. */
  get #place(): { readonly lesson: NamedLesson; readonly now: LessonNow; readonly step: LessonStep } | null {
    const now = this.#now.value;
    const lesson = now === null ? null : this.#known(now);
    const step = lesson?.steps[now?.step ?? 0];
    return now === null || lesson === null || step === undefined ? null : { lesson, now, step };
  }

  /** What was kept from an earlier visit may no longer be a lesson. */
  #known(now: LessonNow): NamedLesson | null {
    try {
      return lessonOf(now);
    } catch {
      return null;
    }
  }

  get #situation(): Situation {
    const { draft, view } = this.#state.value;
    const { result, stale } = this.#lab.value;
    return { result: stale || result === null || result.early ? null : result.comparison, scenario: scenarioOf(draft), page: view.page };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ends.push(
      lessonNow.subscribe(() => this.#enter()),
      this.app.state.subscribe(() => this.#noteReached()),
      this.app.results.subscribe(() => this.#noteReached()),
    );
    this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends.splice(0)) end();
  }

  /** Begins a step that is new: at once, unless it asks something beforehand. A lesson or step that is not there is left. */
  #enter(): void {
    const place = this.#place;
    if (place === null) {
      const now = lessonNow.state;
      if (now !== null) this.app.fail(new Error(`There is no step ${now.step + 1} of a lesson "${now.lesson}" here.`));
      lessonNow.set(null);
      return;
    }
    const { now, step } = place;
    if (now.begun) return;
    lessonNow.set({ ...now, begun: true });
    this._marked = null;
    this._hint = false;
    this._folded = false;
    if (step.predict === undefined && step.start !== undefined) this.#begin();
    void this.updateComplete.then(() => {
      this._heading?.focus({ preventScroll: true });
      this.scrollIntoView({ block: 'nearest' });
    });
  }

  #noteReached(): void {
    const place = this.#place;
    if (place === null || place.now.reached || place.step.goal === undefined) return;
    if (isReached(place.step.goal.when, this.#situation) !== true) return;
    lessonNow.set({ ...place.now, reached: true });
    this.app.announce('The goal of this step is reached.');
  }

  #begin(): void {
    const place = this.#place;
    const start = place === null ? null : startOfStep(place.lesson.steps, place.now.step);
    if (place === null || start === null) return;
    try {
      this.app.open(`Lesson: ${place.step.title}`, { draft: draftOfStart(start), network: null }, viewOfStart(start));
    } catch (error) {
      this.app.fail(error);
    }
  }

  #run(): void {
    const place = this.#place;
    if (place === null || this._marked === null) return;
    this.#begin();
    lessonNow.set({ ...place.now, foretold: this._marked });
  }

  #solve(): void {
    const place = this.#place;
    if (place?.step.goal === undefined) return;
    const { changes, page } = place.step.goal.solution;
    const { draft, view } = this.#state.value;
    const start = startOfStep(place.lesson.steps, place.now.step);
    try {
      const from = Object.keys(changes).length > 0 && start !== null ? draftOfStart(start) : draft;
      this.app.open(
        'Lesson: a solution',
        { draft: changed(from, changes) },
        { ...view, ...(page !== undefined && { page: pageNamed(page) }) },
      );
    } catch (error) {
      this.app.fail(error);
    }
  }

  #go(step: number): void {
    const place = this.#place;
    if (place !== null) goToStep(place.lesson.id, step, place.now.own);
  }

  override render() {
    const place = this.#place;
    if (place === null) return nothing;
    const { lesson, now, step } = place;
    const last = now.step === lesson.steps.length - 1;
    return html`<section aria-label="Lesson">
      <div class="bar">
        <p>${lesson.title} · step ${now.step + 1} of ${lesson.steps.length}</p>
        <button class="plain" aria-expanded=${!this._folded} @click=${() => {
          this._folded = !this._folded;
        }}>${this._folded ? 'Unfold' : 'Fold'}</button>
        <button class="plain" @click=${() => lessonNow.set(null)}>Leave the lesson</button>
      </div>
      <h2 tabindex="-1">${step.title}</h2>
      ${
        this._folded
          ? nothing
          : html`
            <div class="text">${step.text.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
            ${step.predict === undefined ? nothing : this.#predict(step.predict, now)}
            ${step.goal === undefined ? nothing : this.#goal(step.goal, now)}
            ${this.#isOver(step, now) && step.explain !== undefined ? html`<div class="explain">${step.explain.map((paragraph) => html`<p>${paragraph}</p>`)}</div>` : nothing}
            ${last && this.#isOver(step, now) ? this.#sources(lesson) : nothing}
            <div class="buttons">
              ${now.step > 0 ? html`<button @click=${() => this.#go(now.step - 1)}><sway-icon name="left"></sway-icon>Back</button>` : nothing}
              ${
                last
                  ? html`<button class="next ${this.#isOver(step, now) ? 'primary' : ''}" @click=${() => this.#end()}>End the lesson</button>`
                  : html`<button class="next ${this.#isOver(step, now) ? 'primary' : ''}" @click=${() => this.#go(now.step + 1)}>
                      Next<sway-icon name="right"></sway-icon>
                    </button>`
              }
            </div>
          `
      }
    </section>`;
  }

  #end(): void {
    lessonNow.set(null);
    this.app.show({ page: 'lesson' });
  }

  /** Whether the model has answered, and the goal is reached. */
  #isOver(step: LessonStep, now: LessonNow): boolean {
    if (step.goal !== undefined) return now.reached;
    return step.predict === undefined || (now.foretold !== null && answerOf(step.predict.options, this.#situation) !== null);
  }

  #predict({ question, options }: NonNullable<LessonStep['predict']>, now: LessonNow) {
    if (now.foretold === null) {
      return html`<fieldset>
        <legend>${question}</legend>
        <div class="options">
          ${options.map(
            ({ text }, at) => html`<label>
              <input type="radio" name="option" .checked=${this._marked === at} @change=${() => {
                this._marked = at;
              }} />${text}
            </label>`,
          )}
        </div>
        <button class="primary" ?disabled=${this._marked === null} @click=${this.#run}><sway-icon name="play"></sway-icon>Run it</button>
      </fieldset>`;
    }
    const situation = this.#situation;
    const answer = answerOf(options, situation);
    const runs = situation.result?.replicates ?? 0;
    const foretold = options[now.foretold]?.text ?? '';
    return html`<p class="task">${question}</p>
      <div class="outcome" role="status">
        ${
          answer === null
            ? html`<p>You said: <strong>${foretold}</strong>. The model is asked: ${Math.min(runs, LESSON_REPLICATES)} of ${LESSON_REPLICATES} runs.
                ${runs >= LESSON_REPLICATES ? html`This world is another than the step's: <button class="plain" @click=${this.#begin}>begin the step again</button>` : nothing}</p>`
            : html`<sway-icon name=${answer === now.foretold ? 'check' : 'information'}></sway-icon>
                <p>You said: <strong>${foretold}</strong>. The model says, after ${runs} runs: <strong>${options[answer].text}</strong>.</p>`
        }
      </div>`;
  }

  #goal({ task, when, hint }: NonNullable<LessonStep['goal']>, now: LessonNow) {
    const reached = now.reached ? true : isReached(when, this.#situation);
    const runs = this.#situation.result?.replicates ?? 0;
    const state = reached === null ? `Not to be told yet: ${Math.min(runs, LESSON_REPLICATES)} of ${LESSON_REPLICATES} runs` : 'Not yet';
    return html`<p class="task">${task}</p>
      <div class="outcome" role="status">
        ${
          reached === true
            ? html`<p class="done"><sway-icon name="check"></sway-icon> Reached: ${goalInWords(when)}.</p>`
            : html`<p class="quiet">${state}. Wanted: ${goalInWords(when)}.</p>`
        }
      </div>
      ${this._hint && hint !== undefined ? html`<p class="quiet small">${hint}</p>` : nothing}
      ${
        reached === true
          ? nothing
          : html`<div class="buttons">
              ${
                hint === undefined || this._hint
                  ? nothing
                  : html`<button @click=${() => {
                      this._hint = true;
                    }}>Give me a hint</button>`
              }
              <button @click=${this.#solve}>Show me</button>
              <button @click=${this.#begin}>Begin the step again</button>
            </div>`
      }`;
  }

  #sources({ sources }: NamedLesson) {
    if (sources.length === 0) return nothing;
    return html`<details>
      <summary>Sources</summary>
      <ul>${sources.map((source) => html`<li class="small">${source}</li>`)}</ul>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-lesson': SwayLesson;
  }
}
