/** Boxes that names stand in: where one is, no other begins. */
export class TakenPlaces {
  readonly #boxes: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }[] = [];

  /** Takes a box, unless something stands there. */
  take(left: number, top: number, width: number, height: number): boolean {
    const box = { left, top, right: left + width, bottom: top + height };
    const isTaken = this.#boxes.some(
      (other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
    );
    if (!isTaken) this.#boxes.push(box);
    return !isTaken;
  }
}
