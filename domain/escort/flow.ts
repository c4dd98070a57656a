/**
 * A flow of least cost by successive shortest paths with potentials (Edmonds and Karp 1972; each search ends at its goal,
 * Jonker and Volgenant 1987). Arcs come in pairs: arc 2k leads there, arc 2k + 1 back, and `room` is what each still
 * takes. An arc that carries flow can be forbidden or fixed afterwards, which costs one more search, not a new flow.
 */
export class Flow {
  readonly #nodes: number
  readonly #tail: number[] = []
  readonly #head: number[] = []
  readonly #price: number[] = []
  readonly #capacity: number[] = []
  #start = new Int32Array(0)
  #arcs = new Int32Array(0)
  #heads = new Int32Array(0)
  #prices = new Float64Array(0)
  room = new Int32Array(0)
  potential: Float64Array<ArrayBuffer>
  /** Scratch of the search; `Infinity` and -1 outside it. */
  readonly #distance: Float64Array
  readonly #cameBy: Int32Array
  readonly #settled: Uint8Array
  readonly #heapNode: number[] = []
  readonly #heapKey: number[] = []

  constructor(nodes: number) {
    this.#nodes = nodes
    this.potential = new Float64Array(nodes)
    this.#distance = new Float64Array(nodes).fill(Infinity)
    this.#cameBy = new Int32Array(nodes).fill(-1)
    this.#settled = new Uint8Array(nodes)
  }

  /** @param price not negative @returns the arc, an even number */
  join(tail: number, head: number, capacity: number, price: number): number {
    this.#tail.push(tail, head)
    this.#head.push(head, tail)
    this.#price.push(price, -price)
    return this.#capacity.push(capacity, 0) - 2
  }

  /** Ends the joining: arcs are laid out by the node they leave. */
  close(): void {
    const arcs = this.#tail.length
    this.#start = new Int32Array(this.#nodes + 1)
    for (const tail of this.#tail) this.#start[tail + 1]!++
    for (let node = 0; node < this.#nodes; node++) this.#start[node + 1]! += this.#start[node]!
    const next = this.#start.slice()
    this.#arcs = new Int32Array(arcs)
    for (const [arc, tail] of this.#tail.entries()) this.#arcs[next[tail]!++] = arc
    this.#heads = Int32Array.from(this.#head)
    this.#prices = Float64Array.from(this.#price)
    this.room = Int32Array.from(this.#capacity)
  }

  carries(arc: number): boolean {
    return this.room[arc ^ 1]! > 0
  }

  /** Takes an arc out of the residual graph. What it carries has to be brought along another way: see `send`. */
  forbid(arc: number): void {
    this.room[arc] = 0
    this.room[arc ^ 1] = 0
  }

  /** What the arc carries stays. */
  fix(arc: number): void {
    this.room[arc ^ 1] = 0
  }

  /** Sends one unit the cheapest way. @returns its price, or undefined where there is no way */
  send(source: number, goal: number): number | undefined {
    const reached = this.#search(source, goal)
    const found = this.#cameBy[goal]! >= 0
    let price = 0
    if (found) {
      const all = this.#distance[goal]!
      for (const node of reached) {
        if (this.#settled[node]! && this.#distance[node]! < all) this.potential[node]! += this.#distance[node]! - all
      }
      for (let node = goal; node !== source; ) {
        const arc = this.#cameBy[node]!
        this.room[arc]!--
        this.room[arc ^ 1]!++
        price += this.#prices[arc]!
        node = this.#heads[arc ^ 1]!
      }
    }
    for (const node of reached) {
      this.#distance[node] = Infinity
      this.#cameBy[node] = -1
      this.#settled[node] = 0
    }
    return found ? price : undefined
  }

  /** Dijkstra on reduced prices. @returns every node touched */
  #search(source: number, goal: number): number[] {
    const distance = this.#distance
    const { potential, room } = this
    const heads = this.#heads
    const prices = this.#prices
    const reached = [source]
    distance[source] = 0
    this.#heapNode.length = 0
    this.#heapKey.length = 0
    this.#put(source, 0)
    while (this.#heapNode.length > 0) {
      const node = this.#take()
      if (this.#settled[node]) continue
      this.#settled[node] = 1
      if (node === goal) break
      const here = distance[node]! + potential[node]!
      const end = this.#start[node + 1]!
      for (let at = this.#start[node]!; at < end; at++) {
        const arc = this.#arcs[at]!
        if (room[arc]! === 0) continue
        const other = heads[arc]!
        const length = here + prices[arc]! - potential[other]!
        if (length >= distance[other]!) continue
        if (distance[other] === Infinity) reached.push(other)
        distance[other] = length
        this.#cameBy[other] = arc
        this.#put(other, length)
      }
    }
    return reached
  }

  #put(node: number, key: number) {
    const nodes = this.#heapNode
    const keys = this.#heapKey
    let at = nodes.push(node) - 1
    keys.push(key)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (keys[above]! <= key) break
      nodes[at] = nodes[above]!
      keys[at] = keys[above]!
      at = above
    }
    nodes[at] = node
    keys[at] = key
  }

  #take(): number {
    const nodes = this.#heapNode
    const keys = this.#heapKey
    const first = nodes[0]!
    const node = nodes.pop()!
    const key = keys.pop()!
    const size = nodes.length
    if (size === 0) return first
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && keys[below + 1]! < keys[below]!) below++
      if (keys[below]! >= key) break
      nodes[at] = nodes[below]!
      keys[at] = keys[below]!
      at = below
    }
    nodes[at] = node
    keys[at] = key
    return first
  }
}
