/** A read-only map whose values are made when first asked for; keys keep their order. */
export class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #makers: ReadonlyMap<Key, () => Value>
  readonly #made = new Map<Key, Value>()

  constructor(makers: ReadonlyMap<Key, () => Value>) {
    this.#makers = makers
  }

  get size(): number {
    return this.#makers.size
  }

  has(key: Key): boolean {
    return this.#makers.has(key)
  }

  get(key: Key): Value | undefined {
    const made = this.#made.get(key)
    if (made !== undefined) return made
    const make = this.#makers.get(key)
    if (make === undefined) return undefined
    const value = make()
    this.#made.set(key, value)
    return value
  }

  keys(): MapIterator<Key> {
    return this.#makers.keys()
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, make] of this.#makers) yield [key, this.get(key) ?? make()]
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }

  forEach(callback: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this)
  }
}
