/** Entry of the simulator's page; the server bundles it when it starts. */
import { render } from 'preact';
import { SimulatorPage } from './app.tsx';
import { flexStyle } from './flex-style.ts';

// Added as a style sheet object, so that a strict content security policy need not allow style elements.
const sheet = new CSSStyleSheet();
sheet.replaceSync(flexStyle);
document.adoptedStyleSheets.push(sheet);

const root = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'));
root.id = 'app';
render(<SimulatorPage />, root);
