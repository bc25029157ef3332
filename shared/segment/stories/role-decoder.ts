import { LINE_STATES, mayFollow, ROLE, STATE_COUNT } from '../roles.ts';

/** How lines follow each other on pages: logarithms of learnt likelihoods. */
export interface Transitions {
  /** `STATE_COUNT` times `STATE_COUNT`, from the state above to the state below. */
  readonly between: Float32Array;
  readonly first: Float32Array;
  /** Logarithms of how often each role stands on the pages that were learnt from. */
  readonly prior: Float32Array;
  /** How much neighbours count beside what a line shows. */
  readonly neighbours: number;
  /** How much of the roles' frequency is taken back. */
  readonly flatten: number;
}

export interface Decoded {
  /** The likeliest sequence of states that the laws allow. */
  readonly states: Uint8Array;
  /** For each line the probability of each state, over all sequences; a row a line. */
  readonly marginals: Float32Array;
}

const FORBIDDEN = -1e9;
const ROLE_OF_STATE = LINE_STATES.map(({ role }) => ROLE[role]);
const ALLOWED = LINE_STATES.flatMap((above) => LINE_STATES.map((below) => mayFollow(above, below)));

/** @param scores Logarithms of the probability of each role for each line, a row a line. */
export function decodeRoles(scores: Float32Array, roles: number, transitions: Transitions): Decoded {
  const count = scores.length / roles;
  const emit = new Float64Array(count * STATE_COUNT);
  for (let i = 0; i < count; i++)
    for (let s = 0; s < STATE_COUNT; s++) {
      const role = ROLE_OF_STATE[s] as number;
      emit[i * STATE_COUNT + s] =
        (scores[i * roles + role] as number) - transitions.flatten * (transitions.prior[role] as number);
    }
  const moves = Float64Array.from(transitions.between, (value, i) =>
    ALLOWED[i] ? transitions.neighbours * value : FORBIDDEN,
  );
  const starts = Float64Array.from(transitions.first, (value, s) =>
    LINE_STATES[s]?.inHead && LINE_STATES[s]?.role !== 'headline'
      ? FORBIDDEN
      : transitions.neighbours * value,
  );
  return {
    states: likeliest(count, emit, moves, starts),
    marginals: marginalsOf(count, emit, moves, starts),
  };
}

function likeliest(count: number, emit: Float64Array, moves: Float64Array, starts: Float64Array): Uint8Array {
  const back = new Uint8Array(count * STATE_COUNT);
  let best = new Float64Array(STATE_COUNT);
  for (let s = 0; s < STATE_COUNT; s++) best[s] = (starts[s] as number) + (emit[s] ?? 0);
  for (let i = 1; i < count; i++) {
    const next = new Float64Array(STATE_COUNT);
    for (let to = 0; to < STATE_COUNT; to++) {
      let most = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let s = 0; s < STATE_COUNT; s++) {
        const value = (best[s] as number) + (moves[s * STATE_COUNT + to] as number);
        if (value <= most) continue;
        most = value;
        from = s;
      }
      next[to] = most + (emit[i * STATE_COUNT + to] as number);
      back[i * STATE_COUNT + to] = from;
    }
    best = next;
  }
  const states = new Uint8Array(count);
  if (count === 0) return states;
  let state = best.indexOf(Math.max(...best));
  for (let i = count - 1; i >= 0; i--) {
    states[i] = state;
    state = back[i * STATE_COUNT + state] as number;
  }
  return states;
}

/** Forward and backward over the page, in probabilities scaled at each line. */
function marginalsOf(
  count: number,
  emit: Float64Array,
  moves: Float64Array,
  starts: Float64Array,
): Float32Array {
  const odds = Float64Array.from(moves, Math.exp);
  const local = new Float64Array(count * STATE_COUNT);
  for (let i = 0; i < count; i++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < STATE_COUNT; s++) most = Math.max(most, emit[i * STATE_COUNT + s] as number);
    for (let s = 0; s < STATE_COUNT; s++)
      local[i * STATE_COUNT + s] = Math.exp((emit[i * STATE_COUNT + s] as number) - most);
  }
  const forward = new Float64Array(count * STATE_COUNT);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let to = 0; to < STATE_COUNT; to++) {
      let value = 0;
      if (i === 0) value = Math.exp(starts[to] as number);
      else
        for (let s = 0; s < STATE_COUNT; s++)
          value += (forward[(i - 1) * STATE_COUNT + s] as number) * (odds[s * STATE_COUNT + to] as number);
      value *= local[i * STATE_COUNT + to] as number;
      forward[i * STATE_COUNT + to] = value;
      sum += value;
    }
    for (let s = 0; s < STATE_COUNT; s++)
      forward[i * STATE_COUNT + s] = (forward[i * STATE_COUNT + s] as number) / (sum || 1);
  }
  const marginals = new Float32Array(count * STATE_COUNT);
  let backward = new Float64Array(STATE_COUNT).fill(1);
  for (let i = count - 1; i >= 0; i--) {
    let sum = 0;
    for (let s = 0; s < STATE_COUNT; s++)
      sum += (forward[i * STATE_COUNT + s] as number) * (backward[s] as number);
    for (let s = 0; s < STATE_COUNT; s++)
      marginals[i * STATE_COUNT + s] =
        ((forward[i * STATE_COUNT + s] as number) * (backward[s] as number)) / (sum || 1);
    const before = new Float64Array(STATE_COUNT);
    let scale = 0;
    for (let s = 0; s < STATE_COUNT; s++) {
      let value = 0;
      for (let to = 0; to < STATE_COUNT; to++)
        value +=
          (odds[s * STATE_COUNT + to] as number) *
          (local[i * STATE_COUNT + to] as number) *
          (backward[to] as number);
      before[s] = value;
      scale = Math.max(scale, value);
    }
    for (let s = 0; s < STATE_COUNT; s++) before[s] = (before[s] as number) / (scale || 1);
    backward = before;
  }
  return marginals;
}
