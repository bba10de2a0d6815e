/** The style of all pages: one sheet, system fonts, light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #ffffff; --ink: #14212b; --soft: #51606d; --line: #d6dde3;
  --deep: #0b5a7a; --deep-ink: #ffffff; --tint: #e3eff4; --focus: #b34700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12181d; --card: #1b232a; --ink: #e9eef2; --soft: #a9b6c1; --line: #34414c;
    --deep: #7cc4e0; --deep-ink: #0c1a22; --tint: #21343f; --focus: #ffb27a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--deep); text-underline-offset: 0.18em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--card); z-index: 2; }
.skip:focus { left: 0.5rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.top {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; padding: 0.75rem max(1rem, calc((100vw - 46rem) / 2));
  background: var(--card); border-bottom: 1px solid var(--line);
}
.brand { display: inline-flex; align-items: center; gap: 0.5rem; font-weight: 700; font-size: 1.2rem; color: var(--ink); text-decoration: none; }
.mark { width: 1.4rem; height: 1.4rem; border-radius: 0.35rem; background: linear-gradient(to top, var(--deep) 35%, transparent 35%) 0 0 / 30% 100% no-repeat, linear-gradient(to top, var(--deep) 65%, transparent 65%) 50% 0 / 30% 100% no-repeat, linear-gradient(var(--deep), var(--deep)) 100% 0 / 30% 100% no-repeat; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
nav a { padding: 0.35rem 0; color: var(--ink); text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { color: var(--deep); font-weight: 600; box-shadow: inset 0 -2px var(--deep); }
.languages { margin-left: auto; font-size: 0.95rem; }
main { flex: 1; width: 100%; max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 2rem; }
footer { padding: 1rem; color: var(--soft); font-size: 0.9rem; text-align: center; }
footer p { max-width: 46rem; margin: 0 auto; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
.intro p { margin: 0; color: var(--soft); }
.start h2 { margin-top: 1.75rem; font-size: 1rem; color: var(--soft); font-weight: 600; }
.chips { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.75rem 0 0; }
button { font: inherit; cursor: pointer; }
.chips button {
  padding: 0.4rem 0.9rem; min-height: 2.5rem; text-align: left; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--card); color: var(--deep);
}
.chips button:hover { background: var(--tint); border-color: var(--deep); }
.exchange { margin-top: 1.5rem; }
.asked { width: fit-content; max-width: 85%; margin: 0 0 0.75rem auto; padding: 0.6rem 1rem; border-radius: 1.1rem 1.1rem 0.25rem 1.1rem; background: var(--tint); overflow-wrap: anywhere; }
.answer { padding: 1.1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.25rem 1.1rem 1.1rem 1.1rem; overflow-wrap: anywhere; }
.headline { margin: 0 0 0.25rem; font-size: 1.2rem; line-height: 1.4; font-weight: 650; }
.detail { margin: 0.4rem 0 0; }
.details { margin: 0.5rem 0 0; padding-left: 1.2rem; }
.picture { display: block; width: 100%; max-width: 30rem; height: auto; margin: 0.9rem 0 0; border-radius: 0.5rem; }
.source { margin: 0.9rem 0 0; padding-top: 0.75rem; border-top: 1px solid var(--line); font-size: 0.95rem; color: var(--soft); }
.source a { margin-right: 0.75rem; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.25rem; margin-top: 0.5rem; font-size: 0.95rem; }
.actions a { padding: 0.3rem 0; }
.copy { padding: 0.3rem 0.8rem; border: 1px solid var(--line); border-radius: 0.5rem; background: transparent; color: var(--deep); }
.copy:hover { background: var(--tint); }
.ask { position: sticky; bottom: 0; margin-top: 1.75rem; padding: 0.75rem 0 1rem; background: linear-gradient(transparent, var(--paper) 1rem); }
.ask label { display: block; margin-bottom: 0.35rem; font-weight: 600; }
.row { display: flex; gap: 0.5rem; }
.ask input[type="text"] { flex: 1; min-width: 0; padding: 0.7rem 0.9rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 0.6rem; }
.ask input::placeholder { color: var(--soft); opacity: 1; }
.ask button { padding: 0.7rem 1.4rem; border: 0; border-radius: 0.6rem; font-weight: 600; background: var(--deep); color: var(--deep-ink); }
.problem { margin-top: 1rem; padding: 0.75rem 1rem; border-left: 4px solid var(--focus); background: var(--card); }
.topic { margin: 0.25rem 0 0.75rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
.card { padding: 0.9rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; }
.card p { margin: 0.25rem 0 0; }
.card img { display: block; width: 100%; height: auto; margin-top: 0.6rem; border-radius: 0.5rem; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
th, td { padding: 0.5rem 0.8rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); }
tbody th { font-weight: 600; min-width: 11rem; }
.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (max-width: 34rem) { .languages { margin-left: 0; } .answer { padding: 0.9rem 1rem; } main { padding-top: 1rem; } }
@media (prefers-reduced-motion: no-preference) { .exchange { animation: rise 0.18s ease-out; } @keyframes rise { from { opacity: 0; transform: translateY(0.4rem); } } }
@media (forced-colors: active) { .chips button, .answer, .card { border-color: CanvasText; } }
`;
