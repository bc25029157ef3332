/**
 * Runs tasks one after another, in the order in which they were given. A task that fails holds up none of
 * those behind it. Its error goes to one place: to the caller of `run`, or to the owner that `post` names.
 * A task may not wait for another task of its own queue: that one begins only when it has ended.
 */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  /** Settles as the task does. */
  run<Value>(task: () => Value | Promise<Value>): Promise<Value> {
    const done = this.#last.then(task);
    // The error is the caller's; those behind only wait for the end.
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** For a task that nobody waits for: `owner` is told why it failed. */
  post(task: () => unknown, owner: (error: unknown) => void): void {
    this.run(task).catch(owner);
  }

  /** Settles when every task given so far has ended, well or not. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
