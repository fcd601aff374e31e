/** Asks an OpenAI-compatible endpoint one question; the library is loaded with the first. src/assistant/index.ts calls it within its time. */
import type { OpenAICompatibleChatLanguageModel } from '@ai-sdk/openai-compatible';
import type { ChatMessage } from './prompt.ts';

export interface Endpoint {
  /** Without a slash at its end, such as http://127.0.0.1:11434/v1. */
  url: string;
  model: string;
  /** Null where the endpoint asks for none. */
  key: string | null;
}

export type AssistantReply =
  | { ok: true; content: string }
  /** `pauseMs`: how long the endpoint wants to be left alone. */
  | {
      ok: false;
      why: 'http' | 'redirect' | 'too-long' | 'no-answer' | 'unreadable';
      status?: number;
      pauseMs?: number;
    };

export type AskEndpoint = (messages: readonly ChatMessage[], signal: AbortSignal) => Promise<AssistantReply>;

/** Six activities in full are a twentieth of it. */
const LONGEST_ANSWER = 64 * 1024;

/** Why an answer was not read to its end; it leaves the library as the cause of its own error. */
class Refused extends Error {
  readonly why: 'redirect' | 'too-long';

  constructor(why: 'redirect' | 'too-long') {
    super(why);
    this.why = why;
  }
}

export function endpointClient(endpoint: Endpoint): AskEndpoint {
  let loading: Promise<OpenAICompatibleChatLanguageModel> | null = null;
  /** Some endpoints know neither a form of the answer nor a temperature: they are asked without from then on. */
  let isPlain = false;

  const answered = async (messages: readonly ChatMessage[], signal: AbortSignal): Promise<AssistantReply> => {
    try {
      loading ??= loadModel(endpoint);
      const model = await loading;
      const { content } = await model.doGenerate({ ...callOf(messages, isPlain), abortSignal: signal });
      const said = content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
      return { ok: true, content: said.join('') };
    } catch (error) {
      return failureOf(error);
    }
  };

  return async (messages, signal) => {
    const first = await answered(messages, signal);
    if (first.ok || first.status !== 400 || isPlain) return first;
    isPlain = true;
    const second = await answered(messages, signal);
    if (!second.ok) isPlain = false;
    return second;
  };
}

/** @returns the body that is sent, as `understand --assistant-prompt` prints it. */
export async function requestBody(endpoint: Endpoint, messages: readonly ChatMessage[]): Promise<unknown> {
  const model = await loadModel(endpoint);
  return (await model.prepareRequest(callOf(messages, false))).body;
}

async function loadModel({ url, model, key }: Endpoint): Promise<OpenAICompatibleChatLanguageModel> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const provider = createOpenAICompatible({
    name: 'assistant',
    baseURL: url,
    fetch: guardedFetch,
    ...(key !== null && { apiKey: key }),
  });
  return provider.chatModel(model) as OpenAICompatibleChatLanguageModel;
}

type Call = Parameters<OpenAICompatibleChatLanguageModel['doGenerate']>[0];

function callOf(messages: readonly ChatMessage[], isPlain: boolean): Call {
  const prompt: Call['prompt'] = messages.map(({ role, content }) =>
    role === 'system' ? { role, content } : { role, content: [{ type: 'text', text: content }] },
  );
  return isPlain ? { prompt } : { prompt, temperature: 0, responseFormat: { type: 'json' } };
}

/** People's words go to the endpoint that was set and nowhere else, and no more is read than an answer can have. */
const guardedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'manual' });
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    throw new Refused('redirect');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // leaving the loop lets go of the rest
    if (size > LONGEST_ANSWER) throw new Refused('too-long');
    chunks.push(chunk);
  }
  const { status, statusText, headers } = response;
  return new Response(Buffer.concat(chunks), { status, statusText, headers });
};

/** What went wrong, without a word of what was said: errors of the library carry the question and the answer. */
function failureOf(error: unknown): AssistantReply {
  const causes = causesOf(error);
  const refused = causes.find((one) => one instanceof Refused);
  if (refused) return { ok: false, why: refused.why };
  const { statusCode: status, responseHeaders } = error as {
    statusCode?: number;
    responseHeaders?: Record<string, string>;
  };
  if (status === undefined) return { ok: false, why: isUnreadable(error) ? 'unreadable' : 'no-answer' };
  if (status < 400) return { ok: false, why: 'unreadable', status };
  const seconds = Number(responseHeaders?.['retry-after']);
  return { ok: false, why: 'http', status, ...(seconds > 0 && { pauseMs: seconds * 1000 }) };
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let one = error; one instanceof Error && causes.length < 8; one = one.cause) causes.push(one);
  return causes;
}

/** JSON that is none, or has no answer in it. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^AI_(?:JSONParse|TypeValidation|InvalidResponseData|EmptyResponse)/.test(error.name)
  );
}
