import { LitElement } from 'lit';

const waiting: (() => void)[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => waiting.shift()?.();

function inTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}

/** An element that draws in a task of its own: several that change at once do not add up to one long task. */
export abstract class ElementInTurn extends LitElement {
  override async scheduleUpdate(): Promise<void> {
    await inTurn();
    await super.scheduleUpdate();
  }
}
