/** Loaded before a bot: its machine's clock is ten minutes ahead of everybody's. */
const AHEAD_MS = 10 * 60_000;

globalThis.Date = new Proxy(Date, {
  construct: (real, parts) => (parts.length > 0 ? new real(...parts) : new real(real.now() + AHEAD_MS)),
  get: (real, name) => (name === 'now' ? () => real.now() + AHEAD_MS : real[name]),
});
