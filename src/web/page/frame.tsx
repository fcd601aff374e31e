/** What stands around every page: who, which office, the other pages, sign-out, and what went wrong; each page mounts itself in it. */
import { type ComponentChildren, render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { web as en } from '../../text/en/web.ts';
import { web as th } from '../../text/th/web.ts';
import { change, type Me, Refused, whoAmI } from './api.ts';
import { holdsUnsaved, LeaveQuestion } from './unsaved.tsx';

export type PageWords = typeof th;

/** @returns the words all pages share, in the person's language. */
export function wordsFor(language: Me['language']): PageWords {
  return language === 'en' ? en : th;
}

/** A page tells the frame by it that who looks at it, or at what, is another now. */
export const ME_CHANGED = 'me-changed';

/** The pages, and the right each needs. */
const NAVIGATION = {
  form: 'form',
  dashboard: 'dashboard',
  console: 'console',
  offices: 'offices-figures',
} as const;
type PageName = keyof typeof NAVIGATION;
const PAGE_NAMES = Object.keys(NAVIGATION) as PageName[];

/** Shows the page in its frame once it is known who looks at it. */
export function mountPage(page: PageName, Content: (props: { me: Me }) => ComponentChildren): void {
  render(<Frame page={page} Content={Content} />, document.getElementById('app')!);
}

function Frame({ page, Content }: { page: PageName; Content: (props: { me: Me }) => ComponentChildren }) {
  const [me, setMe] = useState<Me | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [left, setLeft] = useState(false);
  const [stays, setStays] = useState('');
  const [asks, setAsks] = useState(false);
  const load = (): void => {
    setRefused(null);
    whoAmI().then(setMe, (error: Refused) => setRefused(error));
  };
  useEffect(() => {
    load();
    addEventListener(ME_CHANGED, load);
    return () => removeEventListener(ME_CHANGED, load);
  }, []);
  useNewVersion(me);
  const words = wordsFor(me?.language ?? 'th');
  // with the words that stand in that language: whoever hears the page hears them right
  useLayoutEffect(() => {
    document.documentElement.lang = me?.language ?? 'th';
    document.title = `${words.nav[page]} · ${me?.office ?? words.brand}`;
  }, [me]);
  if (left) return <PageNote text={words.signedOut} />;
  // a page that is shown stays, with whatever is typed in it
  if (refused && !me)
    return <PageNote text={refused.message || words.offline} button={words.retry} press={load} />;
  if (!me) return <PageNote text={words.loading} />;
  const leave = (): void =>
    void change('/web/sign-out', {}).then(
      () => setLeft(true),
      (error: Refused) => setStays(error.message || words.offline),
    );
  return (
    <>
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          // the address says what the page shows
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {words.skip}
      </a>
      <header class="top">
        <p class="office">{me.office ?? words.brand}</p>
        <nav>
          {PAGE_NAMES.filter((one) => me.rights.includes(NAVIGATION[one])).map((one) => (
            <a key={one} href={`/${one}`} aria-current={one === page ? 'page' : undefined}>
              {words.nav[one]}
            </a>
          ))}
        </nav>
        <p class="person">
          {me.name ?? words.setUpPerson}{' '}
          <button onClick={() => (holdsUnsaved() ? setAsks(true) : leave())}>{words.signOut}</button>
          <span role="status">{stays}</span>
        </p>
        {asks && (
          <LeaveQuestion
            say={words.unsaved}
            stay={() => setAsks(false)}
            leave={() => {
              setAsks(false);
              leave();
            }}
          />
        )}
      </header>
      <main id="content" tabIndex={-1}>
        <Content me={me} />
      </main>
    </>
  );
}

/** Whoever comes back to a tab that was open over a deployment is told; nothing they wrote is thrown away. */
function useNewVersion(me: Me | null): void {
  useEffect(() => {
    if (!me) return;
    const words = wordsFor(me.language);
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      whoAmI().then(
        (now) => {
          if (now.who !== me.who)
            offerReload(words, words.refused.otherSession(now.name ?? words.setUpPerson));
          else if (now.version !== me.version) offerReload(words, words.newVersion);
        },
        () => undefined,
      );
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [me]);
}

function offerReload(words: PageWords, text: string): void {
  if (document.querySelector('.stale')) return;
  const bar = document.createElement('div');
  bar.className = 'stale';
  bar.setAttribute('role', 'status');
  document.body.prepend(bar);
  render(
    <>
      {text} <button onClick={() => location.reload()}>{words.reload}</button>
    </>,
    bar,
  );
}

/** In place of what is still asked for, or was refused. */
export function NotYet({
  language,
  refused,
  load,
  loading,
}: {
  language: Me['language'];
  refused: Refused | null;
  load: () => void;
  /** Said while it is asked for, where that takes its time. */
  loading?: string;
}) {
  const words = wordsFor(language);
  if (!refused) return <PageNote text={loading ?? words.loading} />;
  return <PageNote text={refused.message || words.offline} button={words.retry} press={load} />;
}

/** A sentence in place of the page. */
function PageNote({ text, button, press }: { text: string; button?: string; press?: () => void }) {
  return (
    <div class="note" role="status">
      <p>{text}</p>
      {button && <button onClick={press}>{button}</button>}
    </div>
  );
}
