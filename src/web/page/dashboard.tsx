/** The dashboard page's beginning. */
import { mountPage } from './frame.tsx';

mountPage('dashboard', ({ me }) => <h1>{me.office}</h1>);
