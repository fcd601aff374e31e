/** English sentences: what the settings mean, why the bot refuses to start, and what cures it. */
import type { config as thai } from '../th/config.ts';

export const config: typeof thai = {
  variables: {
    PORT: {
      means: 'Port the server listens on',
      expects: 'must be a whole number from 0 to 65535, such as 3000',
    },
    HOST: {
      means: 'Address the server listens on; 0.0.0.0 lets other machines in',
      expects: 'must be a host name or IP address, such as 127.0.0.1',
    },
    PUBLIC_URL: {
      means: 'What links in chat begin with',
      expects:
        'must be a web address beginning with http:// or https://, without ? or #, such as https://bot.example.go.th',
    },
    MONGODB_URI: {
      means: 'A MongoDB replica set or sharded cluster; without it the bot opens a database of its own',
      expects:
        'must begin with mongodb:// or mongodb+srv://, or be the word embedded; ' +
        'special letters of a password are written as % codes, such as %40 for @ and %25 for %',
    },
    DATA_DIR: {
      means: "Directory of the bot's own database",
      expects: 'must be the name of a directory, such as .data',
    },
    LINE_CHANNEL_SECRET: {
      means: 'Channel secret of the Messaging API (LINE Developers › Basic settings)',
      expects:
        'must be the channel secret, 32 digits and letters from a to f; copy it from LINE Developers, tab Basic settings',
    },
    LINE_CHANNEL_ACCESS_TOKEN: {
      means: 'Long-lived channel access token (LINE Developers › Messaging API)',
      expects:
        'must be the channel access token, unaccented letters and digits without spaces; issue it in LINE Developers, tab Messaging API',
    },
    LINE_CHANNEL_ID: {
      means:
        'Channel ID of the Messaging API, instead of LINE_CHANNEL_ACCESS_TOKEN: the bot fetches short-lived tokens',
      expects: 'must be the digits of the channel ID, such as 1234567890',
    },
    LINE_API_URL: {
      means: 'Address of the Messaging API',
      expects: 'must be an https:// address (http:// only on this machine)',
    },
    LINE_DATA_API_URL: {
      means: 'Address of the Messaging API for pictures and files; follows LINE_API_URL when not set',
      expects: 'must be an https:// address (http:// only on this machine)',
    },
    NODE_ENV: {
      means:
        'production means real use: no LINE simulator, no demo office, and its own database only where MONGODB_URI=embedded says so',
      expects: 'must be production, development or test',
    },
    METRICS_TOKEN: {
      means:
        'Lets /metrics be read from other machines (sent as Authorization: Bearer …); without it only from this one',
      expects: 'must be 16 or more letters and digits, without spaces',
    },
    ASSISTANT_URL: {
      means:
        'Address of an OpenAI-compatible AI that helps where the bot cannot read a message clearly, such as Ollama on this machine: http://127.0.0.1:11434/v1. Not used without it',
      expects:
        'must be an https:// address (http:// only within this machine) without ? or #, such as http://127.0.0.1:11434/v1',
    },
    ASSISTANT_MODEL: {
      means: 'Name of its model',
      expects: 'must be the name of a model as its provider gives it, without spaces',
    },
    ASSISTANT_KEY: {
      means: 'Its API key, where the provider asks for one',
      expects: 'must be letters, figures or signs without spaces',
    },
    LOG_LEVEL: { means: 'How much is logged', expects: 'must be debug, info, warn, error or silent' },
    KUEBNA_SECRET_KEY: {
      means:
        'Key that seals secrets in the database, such as those of LINE accounts. Left out, the bot makes one in the file secret-key of the data directory. Back it up with the database',
      expects:
        'must be random text of 32 characters or more without spaces; `openssl rand -hex 32` makes one',
    },
    WEBHOOK_INTERNAL_HOSTS: {
      means:
        "Names or IP addresses inside the office's network that webhooks may go to, parted by commas. Left out, they go to https:// addresses on the internet alone",
      expects:
        'must be names or IP addresses parted by commas without spaces, such as bi.office.local,10.1.2.3',
    },
    MONGOMS_SYSTEM_BINARY: {
      means: 'Where mongod is, when it is installed but not on the PATH',
      expects: 'must be the path of a mongod program',
    },
  },
  credential: {
    placeholder: 'is still the example;',
    quotes: 'has quotation marks around it, please remove them;',
    'secret-is-token': 'is a channel access token, the two seem to be swapped;',
    'token-is-secret': 'is a channel secret, the two seem to be swapped;',
  },
  refused: 'Cannot start. Please correct these settings in .env or in the environment',
  got: (value) => `got “${value}”`,
  missingWith: (others) => `is needed too, since ${others.join(', ')} is set`,
  missingToken: (others) => `or LINE_CHANNEL_ID is needed too, since ${others.join(', ')} is set`,
  unknown: (nearest) =>
    `is not a known variable. ${nearest ? `Is ${nearest} meant? ` : ''}Correct the name or remove it`,
  production: {
    secretKey:
      'must be set when NODE_ENV=production and LINE accounts are connected on the pages: random text of 32 characters or more, `openssl rand -hex 32` makes one (or set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN instead)',
    database:
      'is needed when NODE_ENV=production: the address of a database, or embedded if its own database is meant',
    publicUrl: 'must be an https:// address when NODE_ENV=production: LINE opens encrypted links only',
  },
  example: {
    head: 'Copy this file to .env and remove the # before the lines you need. All may stay unset for a trial.',
  },
  embedded: {
    inUse: (directory, pid) =>
      `The data directory ${directory} is in use by process ${pid}. Stop that program first, or set DATA_DIR to another directory.`,
    noMongod: (tried) =>
      `MongoDB was not found and could not be downloaded. Install MongoDB Community Server 7.0 (the mongod command), ` +
      `or set MONGOMS_SYSTEM_BINARY to where mongod is, or set MONGODB_URI to a database you have.\n` +
      tried.map((line) => `  - ${line}`).join('\n'),
    notWritable: (directory, why) =>
      `The directory ${directory} cannot be written to (${why}). Check its permissions, or set DATA_DIR to another directory.`,
    diskFull: (directory) =>
      `The disk of the directory ${directory} is full. Remove files that are not needed, or set DATA_DIR to a directory on another disk.`,
    didNotStart: (directory, why, log) =>
      `The database in ${directory} did not open: ${why}\nDetails are in ${log}`,
  },
};
