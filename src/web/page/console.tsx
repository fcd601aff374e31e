/** The console page's beginning. */
import { mountPage } from './frame.tsx';

mountPage('console', ({ me }) => <h1>{me.office}</h1>);
