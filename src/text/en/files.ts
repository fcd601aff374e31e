/** English sentences about photos and files. */
import { decimal } from '../format.ts';
import type { files as thai } from '../th/files.ts';

export const files: typeof thai = {
  photo: 'The photo',
  notYours: (label) => `The evidence of activity ${label} is for those who work on it and for managers`,
  failed: {
    gone: (name, at) =>
      `${name} sent ${at} is no longer on LINE, so it was not attached. Please send it again.`,
    'too-large': (name, at) =>
      `${name} sent ${at} is too large, so it was not attached. Photos may have up to 10 MB, files up to 25 MB.`,
    empty: (name, at) => `${name} sent ${at} is empty, so it was not attached. Please send it again.`,
    'not-a-picture': (name, at) =>
      `${name} sent ${at} cannot be opened as a picture, so it was not attached. Please send a JPEG or PNG.`,
    'type-not-taken': (name, at) =>
      `${name} sent ${at} is of a kind that is not accepted, so it was not attached. Please send a picture, PDF, Word, Excel, PowerPoint or plain text.`,
    'too-many-pixels': (name, at) =>
      `${name} sent ${at} has more than 40 million pixels, so it was not attached. Please send a smaller one, or send it as a photo in the LINE chat.`,
    unreadable: (name, at) =>
      `${name} sent ${at} cannot be opened, so it was not attached. Please send it as a photo in the LINE chat, or as a JPEG or PNG file.`,
    'phone-format': (name, at) =>
      `${name} sent ${at} is in a phone's own format (HEIC), which reports cannot show, so it was not attached. Please choose it from the album and send it as a photo in the LINE chat, not as a file.`,
    damaged: (name, at) =>
      `${name} sent ${at} is damaged, so it was not attached. Please check the file and send it again, or save it as PDF.`,
    'unpacks-too-large': (name, at) =>
      `${name} sent ${at} holds too much inside, so it was not attached. Please save it as PDF and send that.`,
    unavailable: (name, at) =>
      `${name} sent ${at} could not be fetched from LINE, so it was not attached. Please send it again.`,
  },
  same: (name, at, label) =>
    label
      ? `${name} was sent before, ${at}, for activity ${label}. It was kept and marked as used again.`
      : `${name} was sent before, ${at}. It was kept and marked as used again.`,
  card: {
    title: 'Evidence',
    none: 'There is no evidence for this activity yet',
    sentBy: (name, at) => `${name} ${at}`,
    someone: 'No name',
    pending: 'Being fetched from LINE',
    again: (at, label) => (label ? `Used again: sent ${at} for activity ${label}` : `Used again: sent ${at}`),
    againUnknown: 'Used again: sent before',
    open: 'Open',
    size: (bytes) =>
      bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${decimal(Math.round(bytes / 100_000) / 10)} MB`,
    expires: (days) => `These links are yours alone and work for ${days} days`,
    alt: (label, count) => `Evidence ${label}: ${count}`,
  },
  savedAs: (at) => `Evidence ${at}`,
  page: {
    expired: 'This link has expired. Please ask the bot for a new one in the LINE chat.',
    withdrawn: 'This file is gone; its sender may have unsent it. Please ask the sender.',
    unknown: 'There is no such file. Please ask the bot for a new link in the LINE chat.',
  },
};
