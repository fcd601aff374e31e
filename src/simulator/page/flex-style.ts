/** The style sheet of Flex cards, a string so that the chat page and standalone card pages share one. */

/**
 * Clipped text gets room above and below inside the clip, taken back by negative margins:
 * Thai tone marks stand above the line box and would be cut off otherwise. In Sarabun marks reach
 * 1.28 em up and 0.36 em down: text of limited lines is set wide enough (see flex-parts.ts) that
 * nothing of the first hidden line reaches into the last shown one.
 */
export const flexStyle = `
.fx-bubble { background: #fff; border-radius: 17px; overflow: hidden; color: #111; display: flex;
  flex-direction: column; flex: none; max-width: 100%; text-align: left; box-sizing: border-box;
  box-shadow: 0 1px 2px rgb(20 40 70 / 18%); }
.fx-nano, .fx-micro { border-radius: 11px; }
.fx-carousel { display: flex; gap: 8px; overflow-x: auto; align-items: stretch; scroll-snap-type: x proximity;
  padding-bottom: 4px; border-radius: 17px; }
.fx-carousel > * { scroll-snap-align: start; }
.fx-body { flex: 1 0 auto; display: flex; flex-direction: column; }
.fx-body > .fx-box { flex: 1 0 auto; }
.fx-header > .fx-box, .fx-body > .fx-box { padding: 20px; }
.fx-nano > .fx-header > .fx-box, .fx-nano > .fx-body > .fx-box,
.fx-micro > .fx-header > .fx-box, .fx-micro > .fx-body > .fx-box { padding: 12px; }
.fx-footer > .fx-box { padding: 10px; }
.fx-box { display: flex; position: relative; min-width: 0; box-sizing: border-box; }
.fx-vertical { flex-direction: column; }
.fx-horizontal { flex-direction: row; }
.fx-baseline { flex-direction: row; align-items: baseline; }
.fx-text { min-width: 0; max-width: 100%; line-height: 1.5; }
.fx-text > p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding: .35em 0 .3em;
  margin: -.35em 0 -.3em; }
.fx-text.fx-wrap > p { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; }
.fx-text.fx-wrap > p.fx-clamp { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden;
  padding-bottom: 0; margin-bottom: 0; clip-path: inset(0 0 .08em 0); }
.fx-button { font: inherit; font-size: 16px; line-height: 1.6; border: 0; background: none; height: 52px;
  border-radius: 8px; padding: 0 8px; min-width: 0; cursor: pointer; text-align: center; }
.fx-button.fx-low { height: 40px; }
.fx-label { display: block; white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
  padding: .35em 0 .3em; margin: -.35em 0 -.3em; }
.fx-primary { background: #07803e; color: #fff; }
.fx-secondary { background: #dcdfe5; color: #111; }
.fx-link { color: #42659a; }
.fx-separator { background: #d4d6da; align-self: stretch; }
.fx-vertical > .fx-separator { height: 1px; }
.fx-horizontal > .fx-separator { width: 1px; }
.fx-image { max-width: 100%; min-width: 0; }
.fx-hero .fx-image { width: 100%; }
.fx-image > * { display: block; width: 100%; }
.fx-missing { background: #e3e6eb; }
.fx-icon { width: auto; }
.fx-video { position: relative; }
.fx-video .fx-play { position: absolute; inset: 0; margin: auto; width: 48px; height: 48px; line-height: 48px;
  text-align: center; border-radius: 50%; background: rgb(0 0 0 / 60%); color: #fff; }
.fx-unknown { border: 1px dashed #8a3b00; color: #8a3b00; background: #fff7ec; padding: 4px 8px; border-radius: 6px; }
[data-tap] { cursor: pointer; }
`;
