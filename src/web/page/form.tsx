/** The form page's beginning. */
import { mountPage } from './frame.tsx';

mountPage('form', ({ me }) => <h1>{me.office}</h1>);
