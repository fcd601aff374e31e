/** The side panel: clock, quota, bad weather, event log, reset; used by app.tsx. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SimSwitches } from '../types.ts';
import { usePage } from './context.ts';
import { clockOf, dayOf } from './dates.ts';
import { EventLog } from './event-log.tsx';
import { Icon } from './icons.tsx';
import { MomentField } from './moment-field.tsx';
import { Dialog } from './popup.tsx';
import { type Label, words } from './words.ts';

/** A sign that tells what a word of the panel means: by a finger, a key or a screen reader. */
function Means({ label: { name, means } }: { label: Label }): VNode {
  return (
    <details class="tip beside">
      <summary aria-label={words.panel.explain(name)} title={means}>
        <span aria-hidden="true">?</span>
      </summary>
      <p>{means}</p>
    </details>
  );
}

export function Panel({ onClose }: { onClose: () => void }): VNode {
  return (
    <aside class="panel" aria-label={words.page.openPanel}>
      <button
        type="button"
        class="icon-button panel-close"
        aria-label={words.page.closePanel}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
      <ClockCard />
      <QuotaCard />
      <SwitchesCard />
      <Card label={words.panel.log}>
        <EventLog />
      </Card>
      <ResetButton />
    </aside>
  );
}

function Card({ label, children }: { label: Label; children: ComponentChildren }): VNode {
  return (
    <section class="card">
      <h2>{label.name}</h2>
      <Means label={label} />
      {children}
    </section>
  );
}

function ClockCard(): VNode {
  const { state, act } = usePage();
  return (
    <Card label={words.panel.clock}>
      <p class="now">
        <time dateTime={state.now}>
          {dayOf(state.now)} {words.chat.time(clockOf(state.now))}
        </time>
      </p>
      <div class="buttons">
        <button type="button" class="plain" onClick={() => void act({ act: 'clock', days: 1 })}>
          {words.panel.day}
        </button>
        <button type="button" class="plain" onClick={() => void act({ act: 'clock', days: 7 })}>
          {words.panel.week}
        </button>
      </div>
      <MomentField now={state.now} move={(to) => void act({ act: 'clock', to })} />
    </Card>
  );
}

function QuotaCard(): VNode {
  const { used, limit } = usePage().state.quota;
  const text = words.panel.quotaUsed(used, limit);
  return (
    <Card label={words.panel.quota}>
      <p>
        <meter min={0} max={Math.max(limit, 1)} high={limit * 0.8} value={used} aria-label={text} />
        <span>{text}</span>
      </p>
    </Card>
  );
}

const fails = ['no', '500', '429-rate', '429-monthly', 'timeout-after-accept', 'reset'] as const;

function SwitchesCard(): VNode {
  const { state, act } = usePage();
  const { switches } = state;
  const set = (change: Partial<SimSwitches>): Promise<boolean> => act({ act: 'switches', set: change });
  const tick = (key: 'redelivery' | 'reorder', label: Label): VNode => (
    <div class="with-tip">
      <label class="tick">
        <input
          type="checkbox"
          checked={switches[key]}
          onChange={(event) => void set({ [key]: event.currentTarget.checked })}
        />
        <span>{label.name}</span>
      </label>
      <Means label={label} />
    </div>
  );
  const number = (
    key: 'duplicates' | 'slowApi' | 'quotaLimit',
    label: Label,
    range: [min: number, max: number, step: number],
  ): VNode => (
    <NumberField label={label} range={range} value={switches[key]} set={(value) => set({ [key]: value })} />
  );
  return (
    <Card label={words.panel.weather}>
      {tick('redelivery', words.panel.redelivery)}
      {tick('reorder', words.panel.reorder)}
      {number('duplicates', words.panel.duplicates, [1, 5, 1])}
      {number('slowApi', words.panel.slowApi, [0, 60_000, 100])}
      {number('quotaLimit', words.panel.quotaLimit, [0, 100_000, 1])}
      <div class="with-tip">
        <label class="field">
          <span>{words.panel.failApi.name}</span>
          <select
            value={switches.failApi}
            onChange={(event) => {
              const chosen = fails.find((fail) => fail === event.currentTarget.value);
              if (chosen) void set({ failApi: chosen });
            }}
          >
            {fails.map((fail) => (
              <option key={fail} value={fail}>
                {words.panel.fails[fail]}
              </option>
            ))}
          </select>
        </label>
        <Means label={words.panel.failApi} />
      </div>
    </Card>
  );
}

/** Keeps what is being typed while the world goes on around it; a number that cannot be stays to be mended. */
function NumberField(props: {
  label: Label;
  range: [min: number, max: number, step: number];
  value: number;
  set: (value: number) => Promise<boolean>;
}): VNode {
  const [typed, setTyped] = useState<string | null>(null);
  const [min, max, step] = props.range;
  return (
    <div class="with-tip">
      <label class="field">
        <span>{props.label.name}</span>
        <input
          type="number"
          min={min}
          max={max}
          step={step}
          value={typed ?? props.value}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => {
            if (!event.currentTarget.checkValidity()) return;
            void props.set(Number(event.currentTarget.value)).then(() => setTyped(null));
          }}
        />
      </label>
      <Means label={props.label} />
    </div>
  );
}

function ResetButton(): VNode {
  const { act } = usePage();
  const [asking, setAsking] = useState(false);
  return (
    <div class="reset">
      <button type="button" class="danger" onClick={() => setAsking(true)}>
        {words.panel.reset}
      </button>
      {asking && (
        <Dialog
          title={words.panel.reset}
          yes={words.panel.resetYes}
          danger
          onClose={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void act({ act: 'reset' });
          }}
        >
          <p>{words.panel.resetAsk}</p>
        </Dialog>
      )}
    </div>
  );
}
