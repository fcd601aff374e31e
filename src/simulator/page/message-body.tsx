/** What stands inside one message, by its LINE type; used by message-row.tsx. */
import type { VNode } from 'preact';
import type { LineAction } from './flex.ts';
import { type Json, pictureUrl, record, stringOf as textOf } from './flex-values.ts';
import { FlexCard } from './flex-view.tsx';
import { Icon } from './icons.tsx';
import { templateToFlex } from './template.ts';
import { words } from './words.ts';

interface Props {
  message: Json;
  onAction: (action: LineAction) => void;
}

/** A message in short words: for quotes and for copying. */
export function inShort(message: Json): string {
  switch (message.type) {
    case 'text':
    case 'textV2':
      return plainText(message);
    case 'image':
      return words.message.image;
    case 'sticker':
      return words.message.sticker;
    case 'file':
      return textOf(message.fileName) || words.message.file;
    default:
      return textOf(message.altText) || words.message.card;
  }
}

/** True for messages that bring their own frame, so that no bubble is drawn around them. */
export function isBare(message: Json): boolean {
  return ['flex', 'template', 'image', 'sticker'].includes(textOf(message.type));
}

/** The content of a message; a type the page does not know is named, never left out. */
export function MessageBody({ message, onAction }: Props): VNode {
  switch (message.type) {
    case 'text':
    case 'textV2':
      return <p class="text">{withLinks(plainText(message), onAction)}</p>;
    case 'image':
      return <Picture message={message} />;
    case 'sticker':
      return (
        <span class="sticker" role="img" aria-label={words.message.sticker}>
          <Icon name="smile" />
        </span>
      );
    case 'file':
      return <FileCard message={message} />;
    case 'flex':
      return (
        <FlexCard
          contents={message.contents}
          label={textOf(message.altText) || words.message.card}
          onAction={onAction}
        />
      );
    case 'template': {
      const contents = templateToFlex(record(message.template));
      if (!contents) return <Unsupported type={`template ${textOf(record(message.template).type)}`} />;
      return <FlexCard contents={contents} label={textOf(message.altText)} onAction={onAction} />;
    }
    default:
      return <Unsupported type={textOf(message.type)} />;
  }
}

function Unsupported({ type }: { type: string }): VNode {
  return (
    <p class="unsupported" role="note">
      {words.message.unsupported(type)}
    </p>
  );
}

function Picture({ message }: { message: Json }): VNode {
  const full = pictureUrl(message.url ?? message.originalContentUrl);
  const small = pictureUrl(message.previewImageUrl) ?? full;
  if (!full || !small) return <Unsupported type="image" />;
  return (
    <a class="picture" href={full} target="_blank" rel="noopener">
      <img src={small} alt={words.message.image} />
    </a>
  );
}

function FileCard({ message }: { message: Json }): VNode {
  const url = pictureUrl(message.url);
  const name = <strong>{textOf(message.fileName)}</strong>;
  return (
    <span class="file">
      <Icon name="file" />
      <span>
        {url ? (
          <a href={url} target="_blank" rel="noopener">
            {name}
          </a>
        ) : (
          name
        )}
        <small>{sizeOf(message.fileSize)}</small>
      </span>
    </span>
  );
}

function sizeOf(bytes: unknown): string {
  if (typeof bytes !== 'number') return '';
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Text of a text message; the places of a textV2 are filled as far as they are mentions. */
function plainText(message: Json): string {
  const text = textOf(message.text);
  if (message.type !== 'textV2') return text;
  const parts = record(message.substitution);
  return text.replace(/\{([0-9A-Za-z_]{1,20})\}/g, (whole, key: string) => {
    const part = record(parts[key]);
    if (part.type === 'emoji') return '🙂';
    return part.type === 'mention' ? `@${textOf(record(part.mentionee).userId) || 'All'}` : whole;
  });
}

/** Web addresses in a text as links; an address ends at a space or a Thai letter. */
function withLinks(text: string, onAction: (action: LineAction) => void): (string | VNode)[] {
  return text.split(/(https?:\/\/[^\s\u0E00-\u0E7F<>"]+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a
        key={index}
        href={part}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          event.preventDefault();
          onAction({ type: 'uri', uri: part });
        }}
      >
        {part}
      </a>
    ),
  );
}
