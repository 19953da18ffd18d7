import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app.ts';
import { LESSONS, type NamedLesson } from '../../lesson/lessons.ts';
import { Follow } from '../../state/follow.ts';
import { goToStep, lessonNow } from '../../state/lesson-now.ts';
import { shared } from '../../style/shared.ts';
import { pageStyle } from '../page-style.ts';

/** The lessons that ship: what each asks, how long it takes, and the way in. */
@customElement('sway-lesson-page')
export class SwayLessonPage extends LitElement {
  static override styles = [
    shared,
    pageStyle,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: var(--space-4);
        list-style: none;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: var(--space-2);
      }
      li p:last-of-type {
        flex: 1;
      }
      li button {
        align-self: flex-start;
      }
    `,
  ];

  @property({ attribute: false }) app!: App;

  readonly #now = new Follow(
    this,
    () => lessonNow,
    (now) => now,
  );

  override render() {
    return html`
      <h1>Learn</h1>
      <p class="lead">
        Each lesson puts a question to the model. You say what you expect, run it, and see what the model says; then it is your turn. What you
        have open now can be had again by undoing. A lesson of your own is opened like a scenario: drop its file anywhere.
      </p>
      <ul>${LESSONS.map((lesson) => this.#card(lesson))}</ul>
    `;
  }

  #card({ id, title, about, minutes, steps }: NamedLesson) {
    const open = this.#now.value?.lesson === id && this.#now.value.own === null;
    return html`<li class="panel">
      <h2 id=${id}>${title}</h2>
      <p class="quiet small">${minutes} minutes, ${steps.length} steps</p>
      <p>${about}</p>
      <button class=${open ? '' : 'primary'} aria-describedby=${id} @click=${() => goToStep(id, 0)}>${open ? 'Begin again' : 'Begin'}</button>
      <a class="small" href="#lesson=${id}" aria-describedby=${id}>Link to this lesson</a>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sway-lesson-page': SwayLessonPage;
  }
}
